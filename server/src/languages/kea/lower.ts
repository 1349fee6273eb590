import type { Anchor } from '../../model/span.ts';
import type { LoweringInput } from '../../syntax/language-syntax.ts';
import type { Item, ItemKind, PlacedItem } from './item.ts';
import { decodeString, quoted, stringFault } from './json-string.ts';
import type { Fault } from './report.ts';
import {
  badValue,
  broken,
  byteOrderMark,
  commaBeforeAnything,
  foreignSpace,
  missingComma,
  missingValue,
  misspeltKey,
  semicolonForComma,
  strayColon,
  trailingComma,
  unclosedComment,
  wrongColon,
} from './text-faults.ts';

/** The items of one piece, each with the block that it stands in; those inside a block of this piece hang in that block. */
export function lower(input: LoweringInput): readonly PlacedItem[] {
  return new Lowering(input).run();
}

const COMMENTS: ReadonlySet<string> = new Set(['comment', 'missing_brace', 'missing_square_bracket']);

type Before =
  /** Nothing: the list or object has just been opened. */
  | { readonly kind: 'opening' }
  /** An item, whose text ends there. */
  | { readonly kind: 'item'; readonly end: number }
  | { readonly kind: 'comma'; readonly start: number }
  /** An include, or the border of the text: whatever follows may be right. */
  | { readonly kind: 'anything' };

class Lowering {
  readonly #input: LoweringInput;
  readonly #anchor: Anchor;
  readonly #cursor: ReturnType<LoweringInput['tree']['walk']>;
  readonly #placed: PlacedItem[] = [];
  #padding = 0;

  constructor(input: LoweringInput) {
    this.#input = input;
    this.#anchor = input.anchor;
    this.#cursor = input.tree.walk();
  }

  run(): readonly PlacedItem[] {
    try {
      const { text, prefix, around } = this.#input;
      const outermost = around[0] ?? -1;
      // The parser skips a byte-order mark at the very beginning without a word.
      if (text.startsWith('\ufeff', prefix)) {
        this.#placed.push({ parent: outermost, item: this.#stray(byteOrderMark(this.#at(prefix))) });
      }
      this.#members((item) => this.#placed.push({ parent: outermost, item }), { kind: 'anything' });
      return this.#placed;
    } finally {
      this.#cursor.delete();
    }
  }

  /** What stands in the node under the cursor. */
  #members(add: (item: Item) => void, first: Before): void {
    const cursor = this.#cursor;
    const { prefix, end } = this.#input;
    let before = first;
    let comma: { readonly start: number } | undefined;
    if (!cursor.gotoFirstChild()) return;
    do {
      const { nodeType, startIndex, endIndex } = cursor;
      if (startIndex >= end) {
        // The bracket that closes the block stands in another piece, and so does what follows a comma.
        break;
      }
      if (startIndex < prefix) {
        this.#padded(nodeType);
        continue;
      }
      if (COMMENTS.has(nodeType)) continue;
      switch (nodeType) {
        case '{':
        case '[':
          continue;
        case '}':
        case ']':
          if (comma && before.kind === 'comma') add(this.#stray(trailingComma(this.#at(comma.start))));
          continue;
        case 'unmatched_bracket':
          continue;
        case ',':
          if (before.kind === 'opening') add(this.#stray(commaBeforeAnything(this.#at(startIndex))));
          comma = { start: startIndex };
          before = { kind: 'comma', start: startIndex };
          continue;
        case ';':
          add(this.#stray(semicolonForComma(this.#at(startIndex))));
          before = { kind: 'anything' };
          continue;
        case ':':
        case '=':
          add(this.#stray(strayColon(this.#at(startIndex), nodeType)));
          before = { kind: 'anything' };
          continue;
        case 'foreign_space':
          add(this.#stray(foreignSpace(this.#at(startIndex), this.#at(endIndex), this.#textOf(startIndex, endIndex))));
          continue;
        case 'unclosed_comment':
          add(this.#stray(unclosedComment(this.#at(startIndex), this.#at(endIndex))));
          continue;
        case 'ERROR':
          add(this.#stray(broken(this.#at(startIndex), this.#at(endIndex), this.#textOf(startIndex, endIndex))));
          continue;
      }
      const faults: Fault[] = [];
      if (before.kind === 'item') faults.push(missingComma(this.#at(before.end)));
      else if (before === first && first.kind === 'anything') this.#lookBack(startIndex, faults);
      const lastEnd = this.#solidEnd(endIndex);
      const item = nodeType === 'member' ? this.#member(faults) : this.#element(faults);
      add(item);
      before = item.kind === 'include' ? { kind: 'anything' } : { kind: 'item', end: lastEnd };
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }

  /** The text may begin with an item because brackets are missing: what stands before it in the piece tells whether a comma is, too. */
  #lookBack(startIndex: number, faults: Fault[]): void {
    const at = this.#at(startIndex);
    if (at > FARTHEST) return;
    const end = endOfSolid(this.#anchor.text.slice(0, at));
    const behind = this.#anchor.text.slice(0, end);
    if (ENDS_ITEM.test(behind) && !ENDS_INCLUDE.test(behind)) faults.push(missingComma(end));
  }

  /** A node that is padding opens a block of the piece's context; what stands in it belongs to the piece. */
  #padded(nodeType: string): void {
    const cursor = this.#cursor;
    if (nodeType === 'object' || nodeType === 'array') {
      const id = this.#input.padded[this.#padding++] ?? -1;
      this.#members((item) => this.#placed.push({ parent: id, item }), { kind: 'anything' });
    } else if (nodeType === 'member' && cursor.gotoFirstChild()) {
      do this.#padded(cursor.nodeType);
      while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
  }

  #member(faults: Fault[]): Item {
    const cursor = this.#cursor;
    const { end } = this.#input;
    let key = '';
    let keyStart = 0;
    let keyEnd = 0;
    let separators = 0;
    let behind = 0;
    let value: Omit<Item, 'key' | 'keyStart' | 'keyEnd'> | undefined;
    cursor.gotoFirstChild();
    do {
      const { nodeType, startIndex, endIndex, currentFieldName } = cursor;
      if (currentFieldName === 'key') {
        keyStart = this.#at(startIndex);
        keyEnd = this.#at(endIndex);
        const written = this.#textOf(startIndex, endIndex);
        key = nodeType === 'string' ? decodeString(written).text : bare(written);
        const fault = nodeType === 'string' ? stringFault(written, keyStart) : misspeltKey(nodeType, written, keyStart);
        if (fault) faults.push(fault);
        behind = keyEnd;
      } else if (nodeType === ':' || nodeType === '=') {
        const at = this.#at(startIndex);
        separators++;
        if (nodeType === '=' || separators > 1) faults.push(wrongColon(at, nodeType, separators));
        behind = at + 1;
      } else if (currentFieldName === 'value' && startIndex < end) {
        value = this.#value(faults);
      } else if (nodeType === 'foreign_space') {
        faults.push(foreignSpace(this.#at(startIndex), this.#at(endIndex), this.#textOf(startIndex, endIndex)));
      } else if (nodeType === 'unclosed_comment') {
        faults.push(unclosedComment(this.#at(startIndex), this.#at(endIndex)));
      }
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
    if (value) return { ...value, key, keyStart, keyEnd };
    faults.push(missingValue(key, keyStart, behind));
    return this.#item('broken', behind, behind, faults, { key, keyStart, keyEnd });
  }

  #element(faults: Fault[]): Item {
    return { ...this.#value(faults), key: undefined, keyStart: 0, keyEnd: 0 };
  }

  #value(faults: Fault[]): Item {
    const { nodeType, startIndex, endIndex } = this.#cursor;
    const start = this.#at(startIndex);
    switch (nodeType) {
      case 'object':
      case 'array':
        return this.#container(nodeType, start, faults);
      case 'number':
      case 'boolean':
      case 'null':
        return this.#item(nodeType, start, this.#at(endIndex), faults);
      case 'include': {
        const written = this.#textOf(startIndex, endIndex);
        if (!written.endsWith('?>')) {
          faults.push({
            severity: 'error',
            start,
            end: this.#at(endIndex),
            what: 'The "?>" that ends this include is missing.',
            remedy: 'Add it.',
            mend: {
              title: 'Add the missing "?>"',
              edits: [{ start: this.#at(endIndex), end: this.#at(endIndex), newText: '?>' }],
            },
          });
        }
        return { ...this.#item('include', start, this.#at(endIndex), faults), includes: true };
      }
      case 'string': {
        const fault = stringFault(this.#textOf(startIndex, endIndex), start);
        if (fault) faults.push(fault);
        return this.#item('string', start, this.#at(endIndex), faults);
      }
      default: {
        const written = this.#textOf(startIndex, endIndex);
        faults.push(badValue(nodeType, written, start));
        return this.#item('broken', start, start + written.length, faults);
      }
    }
  }

  #container(kind: 'object' | 'array', start: number, faults: Fault[]): Item {
    const { endIndex } = this.#cursor;
    const items: Item[] = [];
    let includes = false;
    this.#members(
      (item) => {
        items.push(item);
        includes ||= item.includes;
      },
      { kind: 'opening' },
    );
    const closed = endIndex <= this.#input.end;
    const end = closed ? this.#at(endIndex) : start + 1;
    return { ...this.#item(kind, start, end, faults), items, close: closed ? end : undefined, includes };
  }

  #item(
    kind: ItemKind,
    start: number,
    end: number,
    faults: readonly Fault[],
    name: { readonly key: string | undefined; readonly keyStart: number; readonly keyEnd: number } = NO_KEY,
  ): Item {
    return {
      anchor: this.#anchor,
      kind,
      ...name,
      start,
      end,
      items: undefined,
      close: undefined,
      includes: false,
      faults: faults.length > 0 ? faults : NO_FAULTS,
    };
  }

  #stray(fault: Fault): Item {
    return this.#item('stray', fault.start, fault.end, [fault]);
  }

  /** Behind the text of a node, without blanks at its end. */
  #solidEnd(endIndex: number): number {
    let end = endIndex;
    while (/\s/.test(this.#input.text.charAt(end - 1))) end--;
    return end;
  }

  #textOf(startIndex: number, endIndex: number): string {
    return this.#input.text.slice(startIndex, endIndex).trimEnd();
  }

  #at(index: number): number {
    return this.#input.at(index);
  }
}

/** So far into a piece it is looked back: a piece begins between two items. */
const FARTHEST = 100_000;

/** Blanks, a comment, or what is neither (the group): a text or a character. */
const TOKEN = /\s+|\/\*[\s\S]*?\*\/|(?:#|\/\/)[^\n]*(?=\n)|("(?:[^"\\\n]|\\.)*"|[\s\S])/g;
/** What begins or ends a text or a comment. */
const MARK = /["#/*]/;

/** Where the last token of a text ends that is no blank and no comment. */
function endOfSolid(text: string): number {
  const line = text.lastIndexOf('\n') + 1;
  const lastLine = text.slice(line).trimEnd();
  if (lastLine !== '' && !MARK.test(lastLine)) return line + lastLine.length;
  let end = 0;
  for (const { 1: solid, index } of text.matchAll(TOKEN)) if (solid !== undefined) end = index + solid.length;
  return end;
}

const ENDS_ITEM = /[^,;:=[{]$/;
const ENDS_INCLUDE = /<\?include\s+"[^"\n]*"\s*\?>$/;

const NO_KEY = { key: undefined, keyStart: 0, keyEnd: 0 };
const NO_FAULTS: readonly Fault[] = [];

/** A name without the quotes that it has or lacks. */
const bare = (written: string): string =>
  decodeString(quoted(written.replace(/^["'‘’`“”«»´]+|["'‘’`“”«»´]+$/g, ''))).text;
