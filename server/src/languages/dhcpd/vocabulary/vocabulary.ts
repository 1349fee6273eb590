import { nearestNames } from '../../nearest-names.ts';
import { FLAG } from './field-types.ts';
import { OPTIONS4 } from './options4.ts';
import { OPTIONS6 } from './options6.ts';
import { PARAMETERS, type Parameter } from './parameters.ts';
import { PARAMETERS_OF_OTHER_BUILDS, type ParameterOfOtherBuild } from './parameters-of-other-builds.ts';
import type { Place } from './place.ts';
import type { StandardOption } from './standard-option.ts';
import type { Statement, StatementForm } from './statement.ts';
import { STATEMENTS } from './statements.ts';

/** As an option of its inner space dhcpd gives `authoritative` a value that nothing ever reads. */
const AUTHORITATIVE: StandardOption = {
  space: 'server',
  code: 18,
  name: 'authoritative',
  type: FLAG,
  help: 'Accepted without any effect; write authoritative as a statement of its own',
};

const SERVER_OPTIONS: readonly StandardOption[] = [
  AUTHORITATIVE,
  ...PARAMETERS.map(({ code, name, type, help }) => ({ space: 'server', code, name, type, help })),
];

/** Everything that dhcpd knows as an option without a definition in the file, its own parameters in space `server`. */
export const STANDARD_OPTIONS: readonly StandardOption[] = [...OPTIONS4, ...OPTIONS6, ...SERVER_OPTIONS];

const OPTIONS_BY_NAME = new Map(STANDARD_OPTIONS.map((option) => [keyOf(option.space, option.name), option]));
const OPTIONS_BY_CODE = new Map(STANDARD_OPTIONS.map((option) => [keyOf(option.space, option.code), option]));
const STATEMENTS_BY_KEYWORD = new Map(STATEMENTS.map((entry) => [entry.keyword, entry]));
const PARAMETERS_BY_NAME = new Map(PARAMETERS.map((entry) => [entry.name, entry]));
const OTHER_PARAMETERS_BY_NAME = new Map(PARAMETERS_OF_OTHER_BUILDS.map((entry) => [entry.name, entry]));

/** What statements begin with, in small letters. */
export const FIRST_WORDS: ReadonlySet<string> = new Set(STATEMENTS.map(({ keyword }) => keyword.split(' ')[0] ?? ''));

function keyOf(space: string, name: string | number): string {
  return `${space} ${name}`.toLowerCase();
}

/** The option of that name, such as `dhcp`, `routers`; dhcpd tells spaces and names apart without regard to case. */
export function optionByName(space: string, name: string): StandardOption | undefined {
  return OPTIONS_BY_NAME.get(keyOf(space, name));
}

export function optionByCode(space: string, code: number): StandardOption | undefined {
  return OPTIONS_BY_CODE.get(keyOf(space, code));
}

/** The statement with these literal words, such as `subnet` or `allow unknown-clients`, in any case. */
export function statement(keyword: string): Statement | undefined {
  return STATEMENTS_BY_KEYWORD.get(keyword.toLowerCase());
}

/** All statements whose literal words begin with this one, such as `allow`. */
export function statementsBeginningWith(word: string): readonly Statement[] {
  const small = word.toLowerCase();
  return STATEMENTS.filter(({ keyword }) => keyword === small || keyword.startsWith(`${small} `));
}

/** The forms of a statement that `dhcpd -4` or `dhcpd -6` accepts in a place. */
export function formsAt(found: Statement, place: Place, family: 4 | 6): readonly StatementForm[] {
  return (found.variants ?? [found]).filter((form) => (family === 4 ? form.places4 : form.places6).includes(place));
}

/** The server parameter of that name, in any case. */
export function parameter(name: string): Parameter | undefined {
  return PARAMETERS_BY_NAME.get(name.toLowerCase());
}

/** The parameter of that name that only a server built for LDAP or EUI-64 knows. */
export function parameterOfOtherBuild(name: string): ParameterOfOtherBuild | undefined {
  return OTHER_PARAMETERS_BY_NAME.get(name.toLowerCase());
}

/** The standard options of a space that a misspelt name may have meant. */
export function nearestOptions(space: string, misspelt: string): readonly string[] {
  const own = STANDARD_OPTIONS.filter((option) => option.space === space.toLowerCase());
  return nearestNames(
    misspelt,
    own.map(({ name }) => name),
  );
}

/** The statements of a place that a misspelt keyword may have meant. */
export function nearestStatements(misspelt: string, place: Place, family: 4 | 6): readonly string[] {
  const here = STATEMENTS.filter((entry) => (family === 4 ? entry.places4 : entry.places6).includes(place));
  return nearestNames(
    misspelt,
    here.map(({ keyword }) => keyword),
  );
}
