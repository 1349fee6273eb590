import { SCOPES_AND_BLOCKS } from './place.ts';
import { effective, executable, type Statement, statementOf } from './statement.ts';

const ALL = SCOPES_AND_BLOCKS;

/** The statements that are run for each client (dhcp-eval(5), dhcpd.conf(5)). */
export const EXECUTABLE_STATEMENTS: readonly Statement[] = [
  statementOf(
    'if',
    executable('TEST { … }', ALL, 'Runs what follows for clients that pass the test; an unknown outcome counts as no'),
    executable('TEST { … } elsif TEST { … } else { … }', ALL, 'Tries the tests in turn and runs one branch only'),
    executable('TEST { … } else if TEST { … }', ALL, 'Another spelling of elsif'),
  ),
  statementOf(
    'switch',
    executable(
      '(EXPRESSION) { case VALUE: … default: … }',
      ALL,
      'Goes to the case of the same value and on from there until break',
    ),
  ),
  statementOf('case', executable('VALUE:', ['switch'], 'Where a switch goes on when it finds this value')),
  statementOf(
    'default',
    executable('[SPACE.]NAME VALUE, …', ALL, 'Sets an option only if nothing has set it so far'),
    executable(':', ['switch'], 'Where a switch goes on when no case fits; as its last word it crashes dhcpd'),
  ),
  statementOf('break', executable('', ALL, 'Leaves the switch; outside of one, skips the rest of these statements')),
  statementOf(
    'on',
    executable(
      'commit { … }',
      ALL,
      'Runs when a client gets or renews a lease; of several that apply only the last counts',
    ),
    executable('release { … }', ALL, 'Runs when a client releases its address'),
    executable('expiry { … }', ALL, 'Runs when a lease has run out'),
    effective('never', executable('transmission { … }', ALL, 'Meant for the client program; the server never runs it')),
    executable('EVENT or EVENT { … }', ALL, 'Runs at each of these events'),
    effective('never', executable('EVENT;', ALL, 'An event without statements, which does nothing')),
  ),
  statementOf(
    'set',
    executable('NAME = EXPRESSION', ALL, 'Keeps a value under a name, together with the lease'),
    effective('never', executable('NAME (ARGUMENT, …) { … }', ALL, 'A function that nothing can call; use define')),
  ),
  statementOf('unset', executable('NAME', ALL, 'Forgets a value that was set')),
  statementOf(
    'define',
    executable('NAME (ARGUMENT, …) { … }', ALL, 'Makes a function; only set NAME = FUNCTION (…) can use its result'),
    effective('never', executable('NAME = EXPRESSION', ALL, 'A value that nothing can read; use set')),
  ),
  statementOf('eval', executable('EXPRESSION', ALL, 'Works out an expression for the sake of what it does')),
  statementOf('return', executable('EXPRESSION', ALL, 'Ends a function with this result')),
  statementOf(
    'log',
    executable(
      '([fatal|error|info|debug,] EXPRESSION)',
      ALL,
      'Logs a line whenever it is run; fatal stops the server, a missing value logs nothing',
    ),
  ),
  statementOf(
    'execute',
    executable(
      '("COMMAND", EXPRESSION, …)',
      ALL,
      'Starts a program; until it ends no client is served, and a missing argument skips it',
    ),
  ),
  statementOf(
    'parse-vendor-option',
    executable('', ALL, "Takes the client's option 43 apart by the space that vendor-option-space names"),
  ),
  statementOf(
    'add',
    executable(
      '"CLASS"',
      ALL.filter((place) => place !== 'global'),
      'Makes the client a member of a class declared before; in the global scope it crashes dhcpd',
    ),
  ),
  statementOf(
    'supersede',
    executable(
      '[SPACE.]NAME VALUE, …',
      ALL,
      'Sets an option, whatever it was before; in the server the same as option',
    ),
  ),
  statementOf('append', executable('[SPACE.]NAME VALUE, …', ALL, 'Adds a value behind those an option has so far')),
  statementOf('prepend', executable('[SPACE.]NAME VALUE, …', ALL, 'Adds a value before those an option has so far')),
  statementOf(
    'send',
    executable('[SPACE.]NAME VALUE, …', ALL, 'Word of the client program; in the server the same as option'),
  ),
];
