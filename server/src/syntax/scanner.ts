import type { Bracket, LanguageSyntax } from './language-syntax.ts';

/** What matters of a text for cutting it, in the order of the text. Offsets are UTF-16 code units. */
export type Mark =
  /** A block begins; `header` is where its item begins. `missing`: its bracket was forgotten and belongs at `at`. */
  | {
      readonly type: 'open';
      readonly at: number;
      readonly header: number;
      readonly label: string;
      readonly kind: Bracket;
      readonly missing: boolean;
    }
  | { readonly type: 'close'; readonly at: number; readonly kind: Bracket }
  /** The text may be cut here, between two items; the token at `token`, the next one, allows it. */
  | { readonly type: 'cut'; readonly at: number; readonly token: number }
  /** It may not be cut between here and the token, because that one continues what stands before. */
  | { readonly type: 'glued'; readonly at: number; readonly token: number }
  /** The item that begins at `item` is longer than any item may be. */
  | { readonly type: 'endless'; readonly at: number; readonly item: number }
  | { readonly type: 'unclosed-string'; readonly at: number }
  | { readonly type: 'unclosed-comment'; readonly at: number };

export interface Ending {
  /** Whether the text holds a block comment that nothing closes. */
  readonly openComment: boolean;
  /** How many characters behind its end may still close a string in it. */
  readonly reach: number;
}

const LINE_FEED = 0x0a;

const WORD = 0;
const BLANK = 1;
const LINE_END = 2;
const QUOTE = 3;
const OPENER = 4;
const CLOSER = 5;
const SEMICOLON = 6;
const COMMA = 7;
const COMMENT = 8;

/** Where the text may be cut behind an item: at the next token or its line's end, there only, nowhere before the next item has ended. */
type Due = 'at once' | 'with its line' | 'never';

/** A shorter item is not cut from what follows on its line: else a line of a million semicolons would be a million items. */
const SHORTEST = 2;

/** An item longer than this is no declaration that lost its `{`. It also bounds the time spent on looking. */
const LONGEST_DECLARATION = 4096;

function classesOf(syntax: LanguageSyntax): Uint8Array {
  const classes = new Uint8Array(128);
  const put = (characters: string, value: number) => {
    for (const character of characters) classes[character.charCodeAt(0)] = value;
  };
  put(' \t\r\v\f', BLANK);
  put('\n', LINE_END);
  put('"', QUOTE);
  put(syntax.isList ? '{[' : '{', OPENER);
  put(syntax.isList ? '}]' : '}', CLOSER);
  if (syntax.isList) put(',', COMMA);
  else put(';', SEMICOLON);
  for (const comment of syntax.lineComments) put(comment.charAt(0), COMMENT);
  if (syntax.blockComments) put('/', COMMENT);
  return classes;
}

/**
 * Where the line that holds an offset ends: at its line feed, or at the text's end. A loop, because V8 may take several searches from
 * one place together and do them at each step of the loop around them, whether they are needed or not.
 */
export function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== LINE_FEED) end++;
  return end;
}

/**
 * Reads brackets, strings, comments and the ends of items, and nothing else. Every token ends with its line, but for a block comment
 * that is closed and for strings within the language's reach: so a fault cannot run away, and a part of a text reads as it does in the whole.
 */
export class Scanner {
  readonly #syntax: LanguageSyntax;
  readonly #classes: Uint8Array;

  constructor(syntax: LanguageSyntax) {
    this.#syntax = syntax;
    this.#classes = classesOf(syntax);
  }

  /** Reads a text that begins between two items. */
  scan(text: string, emit: (mark: Mark) => void): Ending {
    const { isList, stringReach, longestItem } = this.#syntax;
    let item = -1; // where the current item begins
    let due: Due | undefined; // an item has ended, and nothing that ends it
    let tiny = false; // the last token opened a block with hardly a header
    let commented = false; // a comment has ended between two items, and its line goes on
    let stands = false; // in a list: an item stands before this place
    let plain = 0; // open brackets that belong to a value
    let waiting: number[] = []; // where it may be cut if the next token allows it
    let unclosed: number[] = []; // comments since the last token
    let openComment = false;
    let reach = 0;
    let solid = 0; // characters since it could last be cut
    let begin = 0; // where the first of them stands

    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let kind = code < 128 ? this.#classes[code] : WORD;
      if (kind === BLANK) continue;
      if (kind === LINE_END) {
        if (due !== 'never') {
          if (due !== undefined || commented) waiting.push(i + 1);
          due = undefined;
        }
        commented = false;
        continue;
      }
      if (kind === COMMENT) {
        const end = this.#commentEnd(text, i, openComment);
        if (end === undefined) {
          kind = WORD;
        } else {
          if (end.unclosed) {
            openComment = true;
            unclosed.push(i);
          }
          if (end.line) commented = item < 0 && !isList;
          i = end.at - 1;
          continue;
        }
      }

      const empty = kind === SEMICOLON && item < 0; // belongs to what stands before it
      if (due === 'at once' && !empty) waiting.push(i);
      commented = false;
      if (waiting.length > 0 || unclosed.length > 0) {
        if (this.#gap(text, i, waiting, unclosed, emit)) {
          // From a place where it may be cut on, nothing may depend on what stands before it.
          solid = 0;
          tiny = false;
        }
        waiting = [];
        unclosed = [];
      }
      if (empty) {
        due ??= 'with its line';
        continue;
      }
      if (kind === COMMA && stands) {
        emit({ type: 'cut', at: i, token: i });
        solid = 0;
      }
      if (solid === 0) begin = i;
      if (solid++ === longestItem) emit({ type: 'endless', at: i, item: begin });
      const afterTiny = tiny;
      tiny = false;
      due = undefined;

      if (kind === COMMA) {
        stands = false;
        item = -1;
        continue;
      }
      if (item < 0) item = i;
      if (kind === QUOTE) {
        stands = true;
        const string = this.#syntax.stringEnd(text, i);
        if (!string.closed) {
          emit({ type: 'unclosed-string', at: i });
          reach = Math.max(reach, i + stringReach + 1 - text.length);
        }
        i = Math.max(i, string.end - 1);
      } else if (kind === OPENER) {
        const label = plain > 0 ? undefined : this.#syntax.label(text.slice(item, i));
        if (label === undefined) {
          plain++;
          continue;
        }
        emit({ type: 'open', at: i, header: item, label, kind: code === 0x7b ? '{' : '[', missing: false });
        tiny = i + 1 - item < SHORTEST;
        if (!isList) due = tiny ? 'with its line' : 'at once';
        item = -1;
        stands = false;
      } else if (kind === CLOSER) {
        if (plain > 0) {
          plain--;
          continue;
        }
        emit({ type: 'close', at: i, kind: code === 0x7d ? '{' : '[' });
        item = -1;
        stands = true;
        if (!isList) due = afterTiny ? 'never' : 'at once';
      } else if (kind === SEMICOLON) {
        this.#missingOpeners(text, item, i + 1, emit);
        due = i + 1 - item < SHORTEST ? 'with its line' : 'at once';
        item = -1;
        plain = 0;
      } else {
        stands = true;
      }
    }
    this.#gap(text, text.length, waiting, unclosed, emit);
    return { openComment, reach };
  }

  /** Tells in order what there is between two tokens, the second at `token`; whether the text may be cut between them. */
  #gap(text: string, token: number, waiting: number[], unclosed: number[], emit: (mark: Mark) => void): boolean {
    const [first] = waiting;
    const apart = token === text.length || (this.#syntax.mayCutBefore?.(text.slice(token)) ?? true);
    if (!apart && first !== undefined) emit({ type: 'glued', at: first, token });
    let next = 0;
    for (const at of apart ? waiting : []) {
      for (let comment = unclosed[next]; comment !== undefined && comment < at; comment = unclosed[++next]) {
        emit({ type: 'unclosed-comment', at: comment });
      }
      emit({ type: 'cut', at, token });
    }
    for (const at of unclosed.slice(next)) emit({ type: 'unclosed-comment', at });
    return apart && first !== undefined;
  }

  /** Where the comment at `i` ends; undefined if none begins there. */
  #commentEnd(text: string, i: number, noneCloses: boolean) {
    if (this.#syntax.blockComments && text.startsWith('/*', i)) {
      const close = noneCloses ? -1 : text.indexOf('*/', i + 2);
      if (close >= 0) return { at: close + 2, line: false, unclosed: false };
      return { at: lineEnd(text, i), line: true, unclosed: true };
    }
    for (const comment of this.#syntax.lineComments) {
      if (text.startsWith(comment, i)) return { at: lineEnd(text, i), line: true, unclosed: false };
    }
    return undefined;
  }

  #missingOpeners(text: string, begin: number, end: number, emit: (mark: Mark) => void): void {
    if (this.#syntax.missingOpener === undefined) return;
    let header = begin;
    while (end - header <= LONGEST_DECLARATION) {
      const place = this.#syntax.missingOpener(text.slice(header, end));
      if (place === undefined || place <= 0 || header + place >= end) return;
      const at = header + place;
      const label = this.#syntax.label(text.slice(header, at));
      if (label === undefined) return;
      emit({ type: 'open', at, header, label, kind: '{', missing: true });
      header = at;
    }
  }
}
