import type { Completion, Completions } from '../../editor.ts';
import type { Token } from '../expression/lexer.ts';
import type { Item } from '../item.ts';
import { EXPRESSION_HELP, type ExpressionWord } from '../vocabulary/expressions.ts';
import { existsIn } from '../vocabulary/version.ts';
import { classNames } from './class-names.ts';
import type { View } from './cursor.ts';
import { wordHelp } from './describe.ts';
import { testAtCursor } from './test-at-cursor.ts';
import { optionNames } from './value-completions.ts';

/** What may be typed inside of a test. */
export function testCompletions(view: View, item: Item, base: number, at: number): Completions | undefined {
  const test = testAtCursor(item, at);
  if (!test) return undefined;
  const { tokens, before } = test;
  const typed = tokens[before];
  const isTyping = typed !== undefined && typed.start < test.at && test.at <= typed.end;
  const inQuotes = isTyping && typed.text.startsWith("'");
  // What is inside of quotes is replaced without them.
  const from = isTyping ? typed.start + (inQuotes ? 1 : 0) : test.at;
  const to = isTyping ? (inQuotes ? Math.max(test.at, typed.end - (isClosed(typed) ? 1 : 0)) : typed.end) : test.at;
  const place = test.place(from, to);
  const range = { start: base + place.start, end: base + place.end };
  const behind = (back: number): string => tokens[before - back]?.text ?? '';
  const found = (items: readonly Completion[], compared?: Completions['compared']): Completions => ({
    range,
    items,
    compared,
  });
  const { definitions, program, version } = view.file.situation;
  const family = program === '6' ? 6 : 4;
  const words = (wanted: (word: ExpressionWord) => boolean): readonly Completion[] =>
    EXPRESSION_HELP.filter(
      (word) => wanted(word) && existsIn(word, version) && (word.family === undefined || word.family === family),
    ).map(completionOf);

  if (behind(1) === '(' && behind(2) === 'member') {
    const names = classNames(view.file).map(({ name, help }) => classCompletion(name, help, inQuotes));
    return found(names);
  }
  if (behind(1) === '==') {
    const compared = comparedOption(tokens.slice(0, before - 1));
    const code =
      compared &&
      (/^\d+$/.test(compared) ? Number(compared) : definitions.byName(definitions.mainSpace, compared)?.code);
    const option = code === undefined || code === '' ? undefined : { space: definitions.mainSpace, code, inQuotes };
    return found(inQuotes ? [] : words(({ kind }) => kind === 'root' || kind === 'function'), option);
  }
  if (inQuotes) return undefined;
  if (behind(1) === '[') {
    const isOption = behind(2) === 'option' && behind(3) !== '.';
    return isOption ? found(optionNames(view, definitions.mainSpace, (name) => name)) : undefined;
  }
  if (behind(1) === '.') return found(fields(tokens.slice(0, before - 1), words));
  const previous = tokens[before - 1];
  const isBehindValue =
    previous !== undefined && ENDS_VALUE.test(previous.text) && !WORDS_BEFORE_VALUES.has(previous.text);
  if (isBehindValue) return found(words(({ name, kind }) => kind === 'operator' && name !== 'not'));
  return found(words(({ name, kind }) => kind === 'root' || kind === 'function' || name === 'not'));
}

const isClosed = ({ text }: Token): boolean => text.length > 1 && text.endsWith("'");

const ENDS_VALUE = /[\w')\]]$/;
const WORDS_BEFORE_VALUES: ReadonlySet<string> = new Set(['and', 'or', 'not', 'sand', 'sor']);

/** What may stand behind the dot: the tokens before it end with a root, or with its index. */
function fields(
  tokens: readonly Token[],
  words: (wanted: (word: ExpressionWord) => boolean) => readonly Completion[],
): readonly Completion[] {
  const last = tokens.at(-1)?.text ?? '';
  const isIndexed = last === ']';
  const root = isIndexed ? (tokens.at(-4)?.text ?? '') : last;
  const holdsOptions = isIndexed && ['option', 'relay6', 'vendor'].includes(root);
  return words(({ name, kind, of }) => {
    if (kind === 'root') return name === 'option' && holdsOptions;
    if (kind !== 'field' || !of?.includes(root)) return false;
    // Without an index a vendor has a number, with one it has options.
    return root === 'vendor' || root === 'vendor-class' ? (name === 'enterprise') !== isIndexed : true;
  });
}

/** The code or name of the option that stands at the end: `option[60].hex`. */
function comparedOption(tokens: readonly Token[]): string | undefined {
  const [option, open, name, close, dot] = tokens.slice(-6);
  const isOption = option?.text === 'option' && open?.text === '[' && close?.text === ']' && dot?.text === '.';
  return isOption ? name?.text : undefined;
}

function classCompletion(name: string, help: string, inQuotes: boolean): Completion {
  return {
    label: name,
    kind: 'class',
    detail: 'client class',
    help: { title: name, traits: ['client class'], help: `${help}.`, forms: [], notes: [] },
    newText: inQuotes ? name : `'${name}'`,
    snippet: undefined,
  };
}

const KINDS = { operator: 'operator', function: 'function', root: 'value', field: 'value', constant: 'value' } as const;

function completionOf(word: ExpressionWord): Completion {
  const { name, kind, form, snippet } = word;
  return {
    label: name,
    kind: KINDS[kind],
    detail: form,
    help: wordHelp(word),
    newText: name,
    // It stands between double quotes.
    snippet: kind === 'field' ? undefined : snippet,
  };
}
