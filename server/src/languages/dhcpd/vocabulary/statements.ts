import type { OptionType } from '../../../model/option-type.ts';
import { BLOCK_STATEMENTS } from './block-statements.ts';
import { DECLARATION_STATEMENTS } from './declaration-statements.ts';
import { EXECUTABLE_STATEMENTS } from './executable-statements.ts';
import { PARAMETER_STATEMENTS } from './parameter-statements.ts';
import { PARAMETERS, type Parameter } from './parameters.ts';
import { PERMISSION_STATEMENTS } from './permission-statements.ts';
import { SCOPES_AND_BLOCKS } from './place.ts';
import { parameter, type Statement } from './statement.ts';

/** Every statement that dhcpd.conf can hold, one for each keyword. */
export const STATEMENTS: readonly Statement[] = [
  ...DECLARATION_STATEMENTS,
  ...PARAMETER_STATEMENTS,
  ...PERMISSION_STATEMENTS,
  ...EXECUTABLE_STATEMENTS,
  ...BLOCK_STATEMENTS,
  ...PARAMETERS.map(statementOfParameter),
];

function statementOfParameter({ name, type, family, effect, help }: Parameter): Statement {
  return { keyword: name, ...parameter(shapeOf(type), SCOPES_AND_BLOCKS, help), family, effect };
}

/** The words to be filled in behind a server parameter. */
function shapeOf(type: OptionType): string {
  switch (type.kind) {
    case 'flag':
      return 'on|off';
    case 'lease-time':
      return 'NUMBER|infinite';
    case 'integer':
      return 'NUMBER';
    case 'text':
    case 'string':
      return '"TEXT"';
    case 'ip-address':
      return 'ADDRESS|HOST-NAME';
    case 'ip6-address':
      return 'ADDRESS';
    case 'option-space':
      return 'SPACE';
    case 'key':
      return 'KEY';
    case 'enumeration':
      return Object.keys(type.values).join('|');
    default:
      return 'VALUE';
  }
}
