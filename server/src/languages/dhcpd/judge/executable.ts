import type { Expression } from '../../../model/expression.ts';
import type { Branch, Step } from '../../../model/scope.ts';
import { span } from '../../../model/span.ts';
import type { BuiltScope } from '../built-scope.ts';
import { judgeExpression } from '../expression/judge.ts';
import { resultOf } from '../expression/result.ts';
import { decodeString } from '../lexer.ts';
import { isName, Reader, Refusal, show } from '../reader.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd } from '../value.ts';
import { isReservedFor, RESERVED_WORDS } from '../vocabulary/reserved-words.ts';
import { expressionContext } from './expressions.ts';
import { judgeParameters } from './function-parameters.ts';
import { type Judgement, spanIn } from './judgement.ts';
import { refuseUnknownClass } from './permits.ts';

type Expected = Parameters<typeof judgeExpression>[1];

/** The statement's expression with its names resolved; undefined, and told, where it is missing. */
function judged(judgement: Judgement, statement: Statement, expected: Expected, what: string): Expression | undefined {
  if (!statement.expression) {
    if (statement.faults.length === 0) {
      judgement.refuse(
        new Refusal(
          'syntax',
          { start: statement.start, end: statement.keywordEnd },
          `${what} is missing.`,
          'Complete the statement.',
        ),
        statement,
      );
    }
    return undefined;
  }
  const { expression, refusals } = judgeExpression(
    statement.expression,
    expected,
    expressionContext(judgement, statement),
  );
  for (const refusal of refusals) judgement.refuse(refusal, statement);
  return expression;
}

/** An expression that takes all the words from an offset to the statement's end. */
function judgedWords(judgement: Judgement, statement: Statement, expected: Expected, from: number): Expression {
  const { anchor } = statement;
  const end = anchor.text[statement.end - 1] === ';' ? statement.end - 1 : statement.end;
  const whole: Expression = { kind: 'unreadable', at: span(anchor, from, end) };
  const { expression, refusals } = judgeExpression(whole, expected, expressionContext(judgement, statement));
  for (const refusal of refusals) judgement.refuse(refusal, statement);
  return expression;
}

/** A call may stand alone only where the function's name is no word of dhcpd's own, as those of its own functions are. */
function refuseBuiltIn(judgement: Judgement, statement: Statement): boolean {
  const name = new Reader(statement.anchor.text, statement.start, statement.end).peek();
  if (!RESERVED_WORDS.has(name.text.toLowerCase())) return false;
  judgement.refuse(
    new Refusal(
      'unknown-statement',
      name,
      `"${name.text}" yields a value, and nothing takes it here.`,
      'Write what the value is for, such as "option NAME =" or "set NAME =" before it.',
    ),
    statement,
  );
  return true;
}

/** A statement that dhcpd runs for each client. Returns false for one that is none of them. */
export function judgeExecutable(
  judgement: Judgement,
  statement: Statement,
  scope: BuiltScope,
  opens: BuiltScope | undefined,
): boolean {
  const at = headSpan(statement);
  const step = (next: Step) => scope.addStep(next);
  switch (statement.kind) {
    case 'if_statement': {
      const branch = branchOf(judgement, statement, opens, judged(judgement, statement, 'if', 'The test'));
      step({ kind: 'if', branches: branch ? [branch] : [], at });
      return true;
    }
    case 'elsif_clause':
    case 'else_clause': {
      const condition = statement.kind === 'elsif_clause' ? judged(judgement, statement, 'if', 'The test') : undefined;
      const branch = branchOf(judgement, statement, opens, condition);
      if (branch) scope.addBranch(branch);
      return true;
    }
    case 'switch_statement': {
      if (!/^\s*\(/.test(statement.anchor.text.slice(statement.keywordEnd, statement.end))) {
        judgement.error(
          'syntax',
          at,
          'What a switch looks at stands in parentheses.',
          'Write switch (EXPRESSION) { … }.',
        );
        return true;
      }
      const on = judged(judgement, statement, 'switch', 'What to look at');
      refuseWithoutBlock(judgement, statement, opens);
      if (on && opens) opens.switchesOnData = resultOf(on) === 'data';
      if (on) step({ kind: 'switch', on, body: opens?.entries ?? [], at });
      return true;
    }
    case 'case_label': {
      const value = judged(judgement, statement, scope.switchesOnData ? 'case-of-data' : 'case-of-number', 'The value');
      refuseOutsideSwitch(judgement, statement, scope);
      refuseSemicolonOfCase(judgement, statement);
      if (value) scope.entries.push({ kind: 'case', value });
      return true;
    }
    case 'default_label':
      refuseOutsideSwitch(judgement, statement, scope);
      scope.entries.push({ kind: 'otherwise' });
      return true;
    case 'on_statement': {
      const events = judgeEvents(judgement, statement);
      step({ kind: 'event', events, steps: opens?.steps ?? [], at });
      return true;
    }
    case 'set_statement': {
      const name = variableName(judgement, statement);
      const to = judged(judgement, statement, 'any', 'The value');
      if (name !== undefined) step({ kind: 'set', variable: name, to, at });
      return true;
    }
    case 'define_statement': {
      const name = variableName(judgement, statement);
      if (name !== undefined) {
        const parameters = judgeParameters(judgement, statement);
        step({ kind: 'function', name, parameters, steps: opens?.steps ?? [], at });
      }
      refuseWithoutBlock(judgement, statement, opens);
      return true;
    }
    case 'unset_statement': {
      const name = variableName(judgement, statement);
      if (name !== undefined) step({ kind: 'set', variable: name, to: undefined, at });
      return true;
    }
    case 'return_statement': {
      const value = judged(judgement, statement, 'any', 'What to return');
      if (value) step({ kind: 'return', value, at });
      return true;
    }
    case 'eval_statement': {
      const expression = judged(judgement, statement, 'any', 'What to work out');
      if (expression) step({ kind: 'evaluate', expression, at });
      return true;
    }
    case 'log_statement': {
      const logged = judgedWords(judgement, statement, 'log', statement.keywordEnd);
      judgeFatalLog(judgement, statement, scope, logged);
      step({ kind: 'evaluate', expression: logged, at });
      return true;
    }
    case 'execute_statement':
      step({ kind: 'evaluate', expression: judgedWords(judgement, statement, 'execute', statement.keywordEnd), at });
      return true;
    case 'expression_statement':
      if (refuseBuiltIn(judgement, statement)) return true;
      step({ kind: 'evaluate', expression: judgedWords(judgement, statement, 'any', statement.start), at });
      return true;
    case 'break_statement':
      judgement.reading(
        statement,
        new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd),
        (reader) => expectEnd(reader),
      );
      step({ kind: 'break', at });
      return true;
    case 'add_statement':
      judgeAdd(judgement, statement, scope);
      return true;
    case 'match_statement':
    case 'spawn_statement':
      judgeMatch(judgement, statement, scope);
      return true;
  }
  return false;
}

function branchOf(
  judgement: Judgement,
  statement: Statement,
  opens: BuiltScope | undefined,
  condition: Expression | undefined,
): Branch | undefined {
  refuseWithoutBlock(judgement, statement, opens);
  if (opens) opens.test = condition;
  return opens && { condition, steps: opens.steps, at: headSpan(statement) };
}

function refuseWithoutBlock(judgement: Judgement, statement: Statement, opens: BuiltScope | undefined): void {
  if (opens?.statement?.block || statement.faults.length > 0) return;
  const end = statement.expression?.at.end ?? statement.keywordEnd;
  judgement.refuse(
    new Refusal(
      'syntax',
      { start: Math.max(statement.start, end - 1), end },
      'The block in braces is missing.',
      'Write "{", the statements and "}".',
    ),
    statement,
  );
}

/** `log (fatal, …)` ends the server once it is run with something to log; global statements run when it starts (server/dhcpd.c). */
function judgeFatalLog(judgement: Judgement, statement: Statement, scope: BuiltScope, logged: Expression): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.end);
  if (!reader.takeSign('(') || !reader.isWord('fatal')) return;
  const at = spanIn(statement, reader.peek());
  const remedy = 'Log with error instead.';
  if (scope.place === 'global' && logged.kind === 'bytes') {
    judgement.error('parameter-value', at, 'dhcpd runs this when it starts, and "fatal" ends it.', remedy);
  } else {
    const what = '"fatal" ends dhcpd as soon as a client brings it here.';
    judgement.warn('parameter-value', at, what, 'No client gets an address after that.', remedy);
  }
}

function refuseOutsideSwitch(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  if (scope.place === 'switch') return;
  judgement.error(
    'unknown-statement',
    headSpan(statement),
    `"${statement.keyword}" belongs directly into a switch.`,
    'Move it there.',
  );
}

/** `case VALUE;` */
function refuseSemicolonOfCase(judgement: Judgement, statement: Statement): void {
  const at = { start: statement.end - 1, end: statement.end };
  if (statement.anchor.text.slice(at.start, at.end) !== ';') return;
  judgement.refuse(
    new Refusal('syntax', at, 'A colon belongs behind the value of a "case", not a semicolon.', 'Write ":".', [
      { title: 'Write ":"', safe: true, edits: [{ ...at, newText: ':' }] },
    ]),
    statement,
  );
}

const EVENTS: readonly string[] = ['commit', 'release', 'expiry', 'transmission'];

function judgeEvents(judgement: Judgement, statement: Statement): string[] {
  const events: string[] = [];
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    do {
      const token = reader.next();
      const event = token.text.toLowerCase();
      if (!EVENTS.includes(event)) {
        throw new Refusal(
          'parameter-value',
          token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
          `${show(token)} is no event of a lease.`,
          'Write commit, release or expiry.',
        );
      }
      events.push(event);
    } while (reader.takeWord('or'));
    expectEnd(reader);
  });
  return events;
}

function variableName(judgement: Judgement, statement: Statement): string | undefined {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.end);
  const token = reader.peek();
  if (
    isName(token) &&
    !isReservedFor(token.text.toLowerCase(), statement.kind === 'define_statement' ? 'function' : 'variable')
  ) {
    return token.text;
  }
  judgement.refuse(
    new Refusal(
      'parameter-value',
      token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
      `${show(token)} cannot be the name of a variable: dhcpd gives the word a meaning of its own.`,
      'Take another name.',
    ),
    statement,
  );
  return undefined;
}

function judgeAdd(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const token = reader.next();
    if (token.kind !== 'string')
      throw new Refusal('syntax', token, 'The name of the class belongs here, in quotes.', 'Write the name in quotes.');
    const name = new TextDecoder().decode(decodeString(token.text).bytes);
    refuseUnknownClass(judgement, statement, name, token);
    expectEnd(reader);
    scope.addStep({ kind: 'add-class', name, at: headSpan(statement) });
  });
}

/** `match if TEST;`, `match VALUE;` and `spawn with VALUE;` of a class. */
function judgeMatch(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const isTest =
    statement.kind === 'match_statement' &&
    new Reader(statement.anchor.text, statement.keywordEnd, statement.end).isWord('if');
  const expression = judged(
    judgement,
    statement,
    isTest ? 'boolean' : 'match',
    isTest ? 'The test' : 'The value to match',
  );
  if (scope.place === 'subclass') {
    judgement.error(
      'unknown-statement',
      headSpan(statement),
      `A subclass has no "${statement.keyword}": its key is what it matches.`,
      'Move this into the class.',
    );
    return;
  }
  const known = isTest ? scope.test : scope.key;
  if (known) {
    judgement.error(
      'duplicate',
      headSpan(statement),
      isTest ? 'A class has one "match if" only.' : 'A class has one "match" or "spawn with" only.',
      isTest ? 'Join the tests with "or".' : 'Keep one of them.',
      { related: [{ at: known.at, message: 'the first' }] },
    );
    return;
  }
  if (isTest) scope.test = expression;
  else scope.key = expression;
  if (statement.kind === 'spawn_statement') scope.spawns = true;
}
