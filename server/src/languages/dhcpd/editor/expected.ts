import type { OptionDefinition } from '../../../model/option.ts';
import type { OptionType } from '../../../model/option-type.ts';
import type { Token } from '../lexer.ts';
import { MAIN_SPACE } from '../option-name.ts';
import type { Statement } from '../vocabulary/statement.ts';
import { parameter, statementsBeginningWith } from '../vocabulary/vocabulary.ts';
import type { Cursor } from './cursor.ts';
import { type ExpectedInExpression, expectedInExpression } from './expected-in-expression.ts';
import { type ExpectedType, expectedType } from './expected-type.ts';
import { type ExpectedValue, expectedValue } from './expected-value.ts';

/** What may come next in a statement. */
export type Expected =
  | { readonly kind: 'statement' }
  /** The further words of statements that begin with these, such as `clients` behind `allow unknown`. */
  | { readonly kind: 'more-of-statement'; readonly begun: readonly string[] }
  /** A word of the statement's own form. */
  | { readonly kind: 'word'; readonly words: readonly string[]; readonly of: string }
  /** The name of an option that the statement sets, changes or defines; with a space if one stands before it. */
  | { readonly kind: 'option'; readonly use: 'set' | 'ask'; readonly space: string | undefined }
  /** `code`, behind the name of an option. */
  | { readonly kind: 'code' }
  | { readonly kind: 'name-of'; readonly what: 'class' | 'peer' | 'key' | 'group' }
  | ExpectedType
  | ExpectedValue
  | ExpectedInExpression;

/** What an option's name means at the place. */
export type FindOption = (space: string, name: string) => OptionDefinition | undefined;

/** Statements that set options. */
const SETTING: ReadonlySet<string> = new Set(['option', 'supersede', 'default', 'append', 'prepend', 'send']);

/** What may come next behind the tokens of a statement. */
export function expectedAt({ before, place, behind }: Cursor, find: FindOption): readonly Expected[] {
  const [first, ...rest] = before;
  if (!first) {
    const afterIf = behind === 'if' || behind === 'elsif';
    return [...(afterIf ? [{ kind: 'word', words: ['elsif', 'else'], of: 'if' } as const] : []), { kind: 'statement' }];
  }
  const keyword = first.text.toLowerCase();
  if (keyword === 'option' && isWord(rest[0], 'space') && rest[1]?.text !== '.') return spaceDeclaration(rest);
  if (SETTING.has(keyword)) return optionStatement(rest, find, keyword === 'option' && place === 'global');
  return special(keyword, rest, place, find) ?? general(before);
}

function spaceDeclaration(rest: readonly Token[]): readonly Expected[] {
  const of = 'option space';
  if (rest.length < 2) return [];
  const last = rest.at(-1)?.text.toLowerCase();
  if (last === 'code' || last === 'length') return [{ kind: 'word', words: ['width'], of }];
  if (last === 'hash') return [{ kind: 'word', words: ['size'], of }];
  if (last === 'width')
    return [{ kind: 'word', words: isWord(rest.at(-2), 'code') ? ['1', '2', '4'] : ['1', '2'], of }];
  return last === 'size' ? [] : [{ kind: 'word', words: ['code width', 'length width', 'hash size'], of }];
}

/** What stands behind `option` and the like: a name, and then a value, an expression or a definition. */
function optionStatement(rest: readonly Token[], find: FindOption, defines: boolean): readonly Expected[] {
  const name = nameAt(rest, 0);
  if (!name.complete) return [{ kind: 'option', use: 'set', space: name.space }];
  const [sign, ...more] = rest.slice(name.length);
  const definition = find(name.space?.toLowerCase() ?? MAIN_SPACE, name.name);
  // To define anew what dhcpd knows by itself is hardly ever meant.
  const definable = defines && (definition === undefined || definition.at !== undefined);
  if (!sign) return [...value(definition?.type, []), ...(definable ? ([{ kind: 'code' }] as const) : [])];
  if (defines && isWord(sign, 'code') && more.length !== 0) {
    return more[1]?.text === '=' ? expectedType(more.slice(2)) : [];
  }
  if (sign.text === '=') return expectedInExpression(more, 'data');
  return value(definition?.type, rest.slice(name.length));
}

/** The option of the client that an operator right before the place compares with what is to come. */
export function comparedOption(
  before: readonly Token[],
): { readonly space: string | undefined; readonly name: string } | undefined {
  if (!/^[=~]$/.test(before.at(-1)?.text ?? '')) return undefined;
  const asked = before.findLastIndex(({ text }) => text.toLowerCase() === 'option');
  const name = nameAt(before, asked + 1);
  const isAsked = asked > 0 && name.complete && /^[!~=]$/.test(before[asked + 1 + name.length]?.text ?? '');
  return isAsked ? name : undefined;
}

function value(type: OptionType | undefined, rest: readonly Token[]): readonly Expected[] {
  return type ? expectedValue(type, rest) : [];
}

/** An option's name from a token on: NAME, or SPACE.NAME. */
function nameAt(
  tokens: readonly Token[],
  from: number,
): { readonly space: string | undefined; readonly name: string; readonly length: number; readonly complete: boolean } {
  const first = tokens[from];
  if (!first) return { space: undefined, name: '', length: 0, complete: false };
  if (tokens[from + 1]?.text !== '.') return { space: undefined, name: first.text, length: 1, complete: true };
  const name = tokens[from + 2];
  return { space: first.text, name: name?.text ?? '', length: 3, complete: name !== undefined };
}

/** Statements whose parts are not told by their form. */
function special(
  keyword: string,
  rest: readonly Token[],
  place: Cursor['place'],
  find: FindOption,
): readonly Expected[] | undefined {
  const isFirst = rest.length === 0;
  const words = (...list: readonly string[]): readonly Expected[] => [{ kind: 'word', words: list, of: keyword }];
  switch (keyword) {
    case 'if':
    case 'elsif':
      return expectedInExpression(rest, 'boolean');
    case 'else':
      return isFirst ? [{ kind: 'word', words: ['if'], of: 'if' }] : expectedInExpression(rest.slice(1), 'boolean');
    case 'match':
      if (isWord(rest[0], 'if')) return expectedInExpression(rest.slice(1), 'boolean');
      return isFirst
        ? [{ kind: 'more-of-statement', begun: ['match'] }, ...expectedInExpression(rest, 'data')]
        : expectedInExpression(rest, 'data');
    case 'spawn':
      return isFirst ? [{ kind: 'more-of-statement', begun: ['spawn'] }] : expectedInExpression(rest.slice(1), 'data');
    case 'switch':
    case 'eval':
    case 'return':
    case 'case':
      return expectedInExpression(rest, 'any');
    case 'set':
    case 'define':
      return rest[1]?.text === '=' ? expectedInExpression(rest.slice(2), 'any') : [];
    case 'log':
      return rest.length === 1
        ? [...words('fatal', 'error', 'info', 'debug'), ...expectedInExpression(rest, 'data')]
        : expectedInExpression(rest, 'data');
    case 'execute':
      return rest.length < 3 ? [] : expectedInExpression(rest, 'data');
    case 'on':
      return isFirst || isWord(rest.at(-1), 'or') ? words('commit', 'release', 'expiry') : [];
    case 'subnet':
      return rest.length === 7 ? words('netmask') : [];
    case 'subclass':
      return isFirst ? [{ kind: 'name-of', what: 'class' }] : [];
    case 'key':
      return place === 'zone' && isFirst ? [{ kind: 'name-of', what: 'key' }] : [];
    case 'group':
      return place === 'host' && isFirst ? [{ kind: 'name-of', what: 'group' }] : [];
    case 'add':
      return isFirst ? [{ kind: 'name-of', what: 'class' }] : [];
    case 'failover':
      if (rest.length !== 1) break;
      return place === 'pool' || place === 'shared-network' ? [{ kind: 'name-of', what: 'peer' }] : [];
    case 'hardware':
      return isFirst ? words('ethernet', 'token-ring', 'fddi', 'infiniband') : [];
    case 'server-duid':
      return isFirst ? words('llt', 'll', 'en') : [];
    case 'range':
      return isFirst ? words('dynamic-bootp') : [];
    case 'range6':
      return rest.length > 1 && /^[\da-f]+$/i.test(rest.at(-1)?.text ?? '') ? words('temporary') : [];
    case 'host-identifier': {
      if (isFirst) return words('option', 'v6relopt');
      const name = nameAt(rest, isWord(rest[0], 'option') ? 1 : 2);
      if (!name.complete) return [{ kind: 'option', use: 'ask', space: name.space }];
      return value(find(name.space?.toLowerCase() ?? MAIN_SPACE, name.name)?.type, []);
    }
  }
  return undefined;
}

/** Statements of several words, and those whose form names the words that may follow. */
function general(before: readonly Token[]): readonly Expected[] {
  const words = before.map(({ text }) => text.toLowerCase());
  const known = statementsBeginningWith(words[0] ?? '');
  const more = known.filter((statement) => beginsWith(statement, words) && wordsOf(statement).length > words.length);
  const expected: Expected[] = more.length > 0 ? [{ kind: 'more-of-statement', begun: words }] : [];
  const [whole] = known
    .filter((statement) => wordsOf(statement).every((word, index) => words[index] === word))
    .toSorted((a, b) => b.keyword.length - a.keyword.length);
  if (!whole) return expected;
  const rest = before.slice(wordsOf(whole).length);
  return [...expected, ...argumentsOf(whole, rest)];
}

function argumentsOf({ keyword, arguments: shape }: Statement, rest: readonly Token[]): readonly Expected[] {
  if (keyword.endsWith('members of')) return rest.length === 0 ? [{ kind: 'name-of', what: 'class' }] : [];
  const found = parameter(keyword);
  if (found) {
    const [sign, ...more] = rest;
    return sign?.text === '=' ? expectedInExpression(more, 'data') : expectedValue(found.type, rest);
  }
  if (rest.length > 0 || !/^[a-z0-9-]+(?:\|[a-z0-9-]+)+$/.test(shape)) return [];
  return [{ kind: 'word', words: shape.split('|'), of: keyword }];
}

const wordsOf = ({ keyword }: Statement): readonly string[] => keyword.split(' ');

const beginsWith = (statement: Statement, words: readonly string[]): boolean => {
  const own = wordsOf(statement);
  return words.every((word, index) => own[index] === word);
};

const isWord = (token: Token | undefined, word: string): boolean => token?.text.toLowerCase() === word;
