import type { OptionDefinition, OptionValue } from '../../../model/option.ts';
import { type Span, span } from '../../../model/span.ts';
import type { Piece } from '../../../syntax/document.ts';
import type { Description, Help, Subject } from '../../editor.ts';
import { WORDS } from '../expression/words.ts';
import { decodeString, type Token, tokenize } from '../lexer.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { isName } from '../reader.ts';
import type { PlacedStatement } from '../statement.ts';
import type { Statement } from '../vocabulary/statement.ts';
import { DEFINITION_TYPES, type DefinitionType } from '../vocabulary/types.ts';
import {
  parameterOfOtherBuild,
  statement as statementNamed,
  statementsBeginningWith,
} from '../vocabulary/vocabulary.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { comparedOption, type Expected, expectedAt } from './expected.ts';
import {
  expressionHelp,
  optionHelp,
  otherBuildHelp,
  placeOf,
  plainHelp,
  spaceHelp,
  statementHelp,
  typeHelp,
} from './help.ts';
import type { View } from './view.ts';

const OTHER: Subject = { kind: 'other' };
const VENDOR_SPACE = 'vendor-option-space';

type Told = Pick<Description, 'subject' | 'help'>;

/** What is to be said of the token at an offset. */
export function describeAt(view: View, offset: number): Description | undefined {
  const piece = view.document.pieceAt(offset);
  const at = offset - piece.offset;
  const tokens = tokenize(piece.text);
  const index = tokens.findIndex(
    (token) => token.kind !== 'end' && token.start <= at && (at < token.end || (at === token.end && isName(token))),
  );
  const token = tokens[index];
  if (!token) return undefined;
  const told = new Describer(view, piece, tokens, index).tell();
  if (!told) return undefined;
  const { start, end } = runAround(tokens, index);
  return { ...told, start: piece.offset + start, end: piece.offset + end };
}

/** Numbers, addresses and bytes are joined by signs: what stands without a blank belongs together. */
function runAround(tokens: readonly Token[], index: number): { readonly start: number; readonly end: number } {
  const token = tokens[index];
  if (!token || (token.kind !== 'number' && token.kind !== 'hex-word' && !/^[.:/]$/.test(token.text)))
    return token ?? { start: 0, end: 0 };
  let first = index;
  let last = index;
  while (first > 0 && !tokens[first]?.spaced && isPartOfRun(tokens[first - 1])) first--;
  while (!tokens[last + 1]?.spaced && isPartOfRun(tokens[last + 1])) last++;
  return { start: tokens[first]?.start ?? token.start, end: tokens[last]?.end ?? token.end };
}

const isPartOfRun = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || token.kind === 'hex-word' || /^[.:/]$/.test(token.text));

class Describer {
  readonly #view: View;
  readonly #piece: Piece<PlacedStatement>;
  readonly #tokens: readonly Token[];
  readonly #index: number;
  readonly #token: Token;
  readonly #cursor: Cursor;
  readonly #at: Span;

  constructor(view: View, piece: Piece<PlacedStatement>, tokens: readonly Token[], index: number) {
    const token = tokens[index];
    if (!token) throw new RangeError('there is no such token');
    this.#view = view;
    this.#piece = piece;
    this.#tokens = tokens;
    this.#index = index;
    this.#token = token;
    this.#cursor = cursorAt(view, piece.offset + token.start);
    this.#at = span(piece, token.start, token.end);
  }

  tell(): Told | undefined {
    for (const expected of expectedAt(this.#cursor, this.#find)) {
      const told = this.#as(expected);
      if (told) return told;
    }
    return this.#aroundOption() ?? this.#name() ?? this.#compared() ?? this.#argument();
  }

  readonly #find = (space: string, name: string): OptionDefinition | undefined =>
    this.#view.assembly.declarations.option(space, name, this.#at) ??
    this.#view.assembly.declarations.optionLater(space, name);

  #as(expected: Expected): Told | undefined {
    const word = this.#token.text.toLowerCase();
    switch (expected.kind) {
      case 'statement':
        return this.#statement([]);
      case 'more-of-statement':
        return this.#statement(expected.begun);
      case 'word': {
        const belongs = expected.words.some((one) => one.split(' ').includes(word));
        return belongs ? this.#statementNamed(expected.of) : undefined;
      }
      case 'option':
        return this.#option(expected.space);
      case 'code':
        return word === 'code' ? this.#definedHere() : undefined;
      case 'name-of':
        return this.#declared(expected.what);
      case 'type':
        return this.#type(expected.begun) ?? undefined;
      case 'space':
        return isName(this.#token) ? this.#space(this.#token.text) : undefined;
      case 'value':
        return this.#value();
      case 'operand':
      case 'operator':
        return this.#expressionWord();
    }
  }

  /** The statement whose name the token is a word of. */
  #statement(begun: readonly string[]): Told | undefined {
    const words = [...begun, ...this.#wordsFrom(this.#index)];
    const [first = ''] = words;
    if (first === 'option') {
      const isSpace = words[1] === 'space' && this.#tokens[this.#index + 2 - begun.length]?.text !== '.';
      return this.#statementNamed(isSpace ? 'option space' : 'option');
    }
    if (first === 'else' || first === 'elsif') return this.#statementNamed('if');
    const known = statementsBeginningWith(first).filter(({ keyword }) => startsWith(words, keyword.split(' ')));
    const [longest] = known.toSorted((a, b) => b.keyword.length - a.keyword.length);
    if (longest) return longest.keyword.split(' ').length > begun.length ? this.#tellStatement(longest) : undefined;
    if (begun.length > 0) return undefined;
    const partial = statementsBeginningWith(first).find(({ keyword }) => !keyword.includes(' '));
    if (partial) return this.#tellStatement(partial);
    const several = statementsBeginningWith(first);
    if (several.length > 0) return { subject: OTHER, help: { ...plainHelp(first), forms: several.map(lineOf) } };
    const other = parameterOfOtherBuild(first);
    return other && { subject: OTHER, help: otherBuildHelp(other) };
  }

  #statementNamed(keyword: string): Told | undefined {
    const found = statementNamed(keyword);
    return found && this.#tellStatement(found);
  }

  #tellStatement(found: Statement): Told {
    const help = statementHelp(found, this.#cursor.place, this.#view.model.family);
    if (found.keyword !== VENDOR_SPACE) return { subject: OTHER, help };
    return { subject: { kind: 'vendor-space', value: this.#setHere() }, help };
  }

  /** The words in a row from a token on, in small letters. */
  #wordsFrom(index: number): readonly string[] {
    const words: string[] = [];
    for (let i = index; i < index + 5; i++) {
      const token = this.#tokens[i];
      if (!token || (!isName(token) && token.kind !== 'number')) break;
      words.push(token.text.toLowerCase());
    }
    return words;
  }

  #option(space: string | undefined): Told | undefined {
    const token = this.#token;
    if (!isName(token)) return undefined;
    const isDotted = this.#tokens[this.#index + 1]?.text === '.';
    if (space === undefined && isDotted) return this.#space(token.text);
    if (this.#cursor.before.length === 1 && token.text.toLowerCase() === 'space')
      return this.#statementNamed('option space');
    return this.#optionNamed(space?.toLowerCase() ?? MAIN_SPACE, token.text);
  }

  #optionNamed(space: string, name: string): Told {
    const definition = this.#definitionAround() ?? this.#find(space, name);
    const value = this.#setHere();
    const subject: Subject = {
      kind: 'option',
      space,
      name,
      code: definition?.code,
      definition,
      value: value?.space === space && value.name.toLowerCase() === name.toLowerCase() ? value : undefined,
    };
    const help = definition
      ? optionHelp(definition, this.#view)
      : plainHelp(space === MAIN_SPACE ? name : `${space}.${name}`, '', ['option without a definition']);
    return { subject, help };
  }

  /** `code`, the number behind it and the like: parts of a definition that are no words of their own. */
  #definedHere(): Told | undefined {
    const definition = this.#definitionAround();
    return definition && this.#optionNamed(definition.space, definition.name);
  }

  #definitionAround(): OptionDefinition | undefined {
    const { start } = this.#token;
    return this.#view.model.definitions.find(
      ({ at, nameAt }) => at?.anchor === this.#piece && nameAt && at.start <= start && start < at.end,
    );
  }

  /** What the statement of the token sets. */
  #setHere(): OptionValue | undefined {
    const { start } = this.#token;
    const isHere = ({ at }: OptionValue) => at.anchor === this.#piece && at.start <= start && start < at.end;
    const { model } = this.#view;
    const found = model.values.find(isHere);
    if (found) return found;
    for (const value of model.hostValues()) if (isHere(value)) return value;
    return undefined;
  }

  #type(begun: readonly string[]): Told | undefined {
    const words = [...begun, ...this.#wordsFrom(this.#index)];
    const literal = (type: DefinitionType): readonly string[] =>
      type.words.split(' ').filter((word) => !/[A-Z{}…,]/.test(word));
    const [longest] = DEFINITION_TYPES.filter((type) => startsWith(words, literal(type))).toSorted(
      (a, b) => literal(b).length - literal(a).length || a.words.length - b.words.length,
    );
    if (!longest) return undefined;
    const told = this.#definedHere();
    const help = typeHelp(longest);
    return { subject: told?.subject ?? OTHER, help };
  }

  #space(name: string): Told {
    return { subject: OTHER, help: spaceHelp(name, this.#view, this.#at) };
  }

  /** A value, with the help of what it is a value of. */
  #value(): Told | undefined {
    const value = this.#setHere();
    const { valueAt } = value ?? {};
    const { start } = this.#token;
    if (!value || !valueAt || start < valueAt.start || start >= valueAt.end) return undefined;
    const keyword = this.#cursor.before[0]?.text ?? '';
    const set = statementNamed(value.name);
    const isParameter = set !== undefined && keyword.toLowerCase() === value.name.toLowerCase();
    if (isParameter) return this.#tellStatement(set);
    if (value.data.kind === 'expression' && value.data.expression.kind !== 'bytes') return undefined;
    return {
      subject: { kind: 'value', value },
      help: value.definition ? optionHelp(value.definition, this.#view) : plainHelp(value.name),
    };
  }

  #expressionWord(): Told | undefined {
    const { text, spaced } = this.#token;
    const next = this.#tokens[this.#index + 1];
    const last = this.#cursor.before.at(-1);
    const written = [
      ...(last && !spaced ? [last.text + text] : []),
      ...(next?.spaced === false ? [text + next.text] : []),
      text.toLowerCase(),
    ];
    const word = written.map((one) => WORDS.get(one)).find((one) => one !== undefined);
    return word && { subject: OTHER, help: expressionHelp(word) };
  }

  /** The value, the code or another part of an option statement. */
  #aroundOption(): Told | undefined {
    return this.#value() ?? this.#definedHere();
  }

  /** A text that is compared with an option: what is to be said of the option. */
  #compared(): Told | undefined {
    const name = this.#token.kind === 'string' ? comparedOption(this.#cursor.before) : undefined;
    return name && this.#optionNamed(name.space?.toLowerCase() ?? MAIN_SPACE, name.name);
  }

  /** The name of something where it is declared. */
  #name(): Told | undefined {
    const words = this.#cursor.before.map(({ text }) => text.toLowerCase()).join(' ');
    switch (words) {
      case 'class':
      case 'key':
      case 'group':
        return this.#declared(words);
      case 'failover peer':
        return this.#declared('peer');
      case 'option space':
        return isName(this.#token) ? this.#space(this.#token.text) : undefined;
    }
    return undefined;
  }

  #declared(what: 'class' | 'peer' | 'key' | 'group'): Told | undefined {
    const { declarations } = this.#view.assembly;
    const token = this.#token;
    if (token.kind !== 'string' && !isName(token)) return undefined;
    const name = token.kind === 'string' ? new TextDecoder().decode(decodeString(token.text).bytes) : token.text;
    const names = {
      class: declarations.classes,
      peer: declarations.peers,
      key: declarations.keys,
      group: declarations.groups,
    }[what];
    const found = names.anywhere(what === 'key' ? name.toLowerCase() : name);
    const help: Help = {
      ...plainHelp(`${WHAT[what]} "${name}"`, '', found ? [] : ['not declared']),
      notes: found ? [{ about: 'Declared', text: placeOf(found.at, this.#view) }] : [],
    };
    return { subject: what === 'class' ? { kind: 'class', name } : OTHER, help };
  }

  /** Any other token of a statement that dhcpd knows: what is to be said of the statement. */
  #argument(): Told | undefined {
    const { before } = this.#cursor;
    if (this.#token.kind === 'sign' || before.length === 0) return undefined;
    const words = before.map(({ text }) => text.toLowerCase());
    const known = statementsBeginningWith(words[0] ?? '').filter(({ keyword }) =>
      startsWith(words, keyword.split(' ')),
    );
    const [longest] = known.toSorted((a, b) => b.keyword.length - a.keyword.length);
    return longest && this.#tellStatement(longest);
  }
}

const WHAT = { class: 'class', peer: 'failover peer', key: 'key', group: 'group' } as const;

const startsWith = (words: readonly string[], beginning: readonly string[]): boolean =>
  beginning.length > 0 && beginning.every((word, index) => words[index] === word);

const lineOf = ({ keyword, arguments: shape }: Statement): string => `${`${keyword} ${shape}`.trim()};`;
