import type { Piece } from '../../../syntax/document.ts';
import type { BlockHead } from '../../../syntax/language-syntax.ts';
import { Scanner } from '../../../syntax/scanner.ts';
import { type Token, tokenize } from '../lexer.ts';
import { isName } from '../reader.ts';
import type { PlacedStatement } from '../statement.ts';
import { DHCPD_SYNTAX } from '../syntax.ts';
import type { Place } from '../vocabulary/place.ts';
import { statementsBeginningWith } from '../vocabulary/vocabulary.ts';
import type { View } from './view.ts';

/** A place in the text of one piece. Offsets count from the piece's beginning. */
export interface Cursor {
  readonly piece: Piece<PlacedStatement>;
  readonly at: number;
  /** What dhcpd would read here a statement of. */
  readonly place: Place | 'unknown';
  /** The tokens of the statement before the place, without the word that it touches. */
  readonly before: readonly Token[];
  /** The word that it touches; empty where it touches none. In a string, what stands between the quotes. */
  readonly word: { readonly start: number; readonly end: number };
  readonly within: 'code' | 'string' | 'comment';
  /** The label of the block that ends right before the statement. */
  readonly behind: string | undefined;
}

const PLACES: Readonly<Record<string, Place>> = {
  'shared-network': 'shared-network',
  subnet: 'subnet',
  subnet6: 'subnet',
  pool: 'pool',
  pool6: 'pool',
  group: 'group',
  host: 'host',
  class: 'class',
  'vendor-class': 'class',
  'user-class': 'class',
  subclass: 'subclass',
  if: 'if',
  elsif: 'if',
  else: 'if',
  define: 'if',
  set: 'if',
  on: 'on',
  switch: 'switch',
  failover: 'failover',
  key: 'key',
  zone: 'zone',
};

/** Reads the text of a piece up to an offset of the document: what is half typed behind it does not matter. */
export function cursorAt(view: View, offset: number): Cursor {
  const piece = view.document.pieceAt(offset);
  const at = offset - piece.offset;
  const { text } = piece;
  const { blocks, ended } = blocksAt(piece, at);
  const inner = blocks.at(-1);
  const place = inner ? (PLACES[inner.label] ?? 'unknown') : placeAround(view);
  const { tokens, boundary } = statementTokens(text, at, place);
  const last = tokens.at(-1);
  const behind = boundary !== undefined && ended?.at === boundary ? ended.label : undefined;
  const nowhere = { piece, at, place, before: tokens, word: { start: at, end: at }, behind };
  const lineStart = Math.max(last?.end ?? boundary ?? 0, text.lastIndexOf('\n', at - 1) + 1);
  if (text.slice(lineStart, at).includes('#')) return { ...nowhere, within: 'comment' };
  const string = stringAround(text, tokens, at);
  if (string) return { ...nowhere, before: tokens.slice(0, string.index), word: string, within: 'string' };
  const word = last && last.end === at && isName(last) ? last : undefined;
  const start = word?.start ?? at;
  const end = /[A-Za-z0-9_-]*/y;
  end.lastIndex = at;
  end.test(text);
  return {
    ...nowhere,
    before: word ? tokens.slice(0, -1) : tokens,
    word: { start, end: end.lastIndex },
    within: 'code',
  };
}

/** The blocks open at an offset of a piece, outermost first, and the one that was closed last. */
function blocksAt(
  piece: Piece<PlacedStatement>,
  at: number,
): {
  readonly blocks: readonly BlockHead[];
  readonly ended: { readonly label: string; readonly at: number } | undefined;
} {
  const blocks: BlockHead[] = [...piece.context];
  let ended: { readonly label: string; readonly at: number } | undefined;
  new Scanner(DHCPD_SYNTAX).scan(piece.text.slice(0, at), (mark) => {
    if (mark.type === 'open') {
      for (let top = blocks.at(-1); top && !DHCPD_SYNTAX.mayContain(top, mark.label); top = blocks.at(-1)) blocks.pop();
      blocks.push({ label: mark.label, kind: mark.kind });
    } else if (mark.type === 'close') {
      const block = blocks.pop();
      if (block) ended = { label: block.label, at: mark.at };
    }
  });
  return { blocks, ended };
}

/** Where an included file stands in the file that includes it. */
export function placeAround({ assembly, document }: View): Place | 'unknown' {
  const [first] = document.pieces;
  return first ? assembly.scopeOf(document, first, -1).place : 'global';
}

/** The tokens of the statement that is being written at an offset, and where the bracket or semicolon before it stands. */
function statementTokens(
  text: string,
  at: number,
  place: Cursor['place'],
): { readonly tokens: readonly Token[]; readonly boundary: number | undefined } {
  let tokens: Token[] = [];
  let boundary: number | undefined;
  let plain = 0;
  let parentheses = 0;
  const end = (token: Token) => {
    tokens = [];
    boundary = token.start;
    plain = 0;
    parentheses = 0;
  };
  for (const token of tokenize(text, 0, at)) {
    if (token.kind === 'end') break;
    if (token.kind === 'sign') {
      if (token.text === '(') parentheses++;
      if (token.text === ')') parentheses--;
      if (
        token.text === '{' &&
        DHCPD_SYNTAX.label(text.slice(tokens[0]?.start ?? token.start, token.start)) === undefined
      )
        plain++;
      else if (token.text === '}' && plain > 0) plain--;
      else if (/[{};]/.test(token.text) || (token.text === ':' && endsLabel(text, tokens, token, place))) {
        end(token);
        continue;
      }
    }
    // A line that begins like a statement is one, although the semicolon before it is missing.
    if (plain === 0 && parentheses <= 0 && beginsAnew(text, tokens, token, at)) tokens = [];
    tokens.push(token);
  }
  const onEmptyLine = /\n[ \t]*$/.test(text.slice(0, at)) && /^[ \t]*\r?(?:\n|$)/.test(text.slice(at));
  if (onEmptyLine && plain === 0 && parentheses <= 0 && !UNFINISHED.test(tokens.at(-1)?.text ?? '')) tokens = [];
  return { tokens, boundary };
}

/** Whether a colon ends a `case` or `default` of a switch, and does not join bytes. */
const endsLabel = (text: string, [first]: readonly Token[], { end }: Token, place: Cursor['place']): boolean =>
  place === 'switch' && /^(?:case|default)$/i.test(first?.text ?? '') && !/[0-9a-f]/i.test(text[end] ?? '');

/** Words that no statement ends with. */
const UNFINISHED =
  /^(?:[=,(.~!+*/%&|^:]|and|or|not|if|option|exists|config-option|match|with|code|of|array|unsigned|signed|integer|netmask)$/i;

function beginsAnew(text: string, tokens: readonly Token[], token: Token, at: number): boolean {
  const last = tokens.at(-1);
  if (!last || !isName(token) || UNFINISHED.test(last.text)) return false;
  if (!text.slice(last.end, token.start).includes('\n')) return false;
  return token.end >= at || statementsBeginningWith(token.text).length > 0;
}

/** What stands between the quotes of the string that an offset lies in, and which of the tokens it is. */
function stringAround(
  text: string,
  tokens: readonly Token[],
  at: number,
): { readonly start: number; readonly end: number; readonly index: number } | undefined {
  const index = tokens.findLastIndex(({ kind }) => kind === 'unclosed-string');
  const open = tokens[index];
  if (!open || open.start >= at) return undefined;
  const { end, closed } = DHCPD_SYNTAX.stringEnd(text, open.start);
  if (end < at || (closed && end === at)) return undefined;
  return { start: open.start + 1, end: closed ? end - 1 : at, index };
}
