import type { Expression } from '../../model/expression.ts';
import type { Anchor } from '../../model/span.ts';
import type { LoweringInput } from '../../syntax/language-syntax.ts';
import { DEEPEST } from '../../syntax/nesting.ts';
import { expressionFault } from './expression/fault.ts';
import { lowerExpression } from './expression/lower.ts';
import type { SyntaxNode } from './expression/node.ts';
import { type Token, tokenize } from './lexer.ts';
import { Refusal } from './reader.ts';
import type { PlacedStatement, Statement, StatementBlock } from './statement.ts';
import { STATEMENTS } from './vocabulary/statements.ts';
import { FIRST_WORDS } from './vocabulary/vocabulary.ts';

/** Fields of the grammar that hold an expression. */
const EXPRESSION_FIELDS: ReadonlySet<string> = new Set(['condition', 'value', 'expression']);

/** Nodes of the grammar that are no statements. */
const NO_STATEMENT: ReadonlySet<string> = new Set([
  '{',
  '}',
  'comment',
  'unmatched_brace',
  'missing_brace',
  'foreign_space',
  'ERROR',
]);

/** The characters of the grammar's `foreign_space`. */
const FOREIGN = /[\u00a0\u00ad\u0085\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/;

const KEYWORD = /[A-Za-z][A-Za-z0-9_-]*/y;

// A file may have a million statements: what they have in common is held once.
const NONE: readonly never[] = [];
const KEYWORDS = new Map(STATEMENTS.map(({ keyword }) => [keyword, keyword]));

const lowerCase = (keyword: string): string => {
  const lower = keyword.toLowerCase();
  return KEYWORDS.get(lower) ?? lower;
};

/** The statements of one piece, each with the block that it stands in; those inside a block of this piece hang in that block. */
export function lower(input: LoweringInput): readonly PlacedStatement[] {
  return new Lowering(input).run();
}

class Lowering {
  readonly #input: LoweringInput;
  readonly #anchor: Anchor;
  readonly #cursor: ReturnType<LoweringInput['tree']['walk']>;
  readonly #placed: PlacedStatement[] = [];
  #padding = 0;
  #depth = 0;

  constructor(input: LoweringInput) {
    this.#input = input;
    this.#anchor = input.anchor;
    this.#cursor = input.tree.walk();
  }

  run(): readonly PlacedStatement[] {
    try {
      const outermost = this.#input.around[0] ?? -1;
      if (this.#cursor.gotoFirstChild()) {
        do this.#top(outermost);
        while (this.#cursor.gotoNextSibling());
      }
      this.#foreignSpaces(outermost);
      return this.#placed;
    } finally {
      this.#cursor.delete();
    }
  }

  /** Blanks that look like any other and are none to dhcpd, such as the ones that come with a text from a web page. */
  #foreignSpaces(parent: number): void {
    const { text, prefix, end } = this.#input;
    const part = text.slice(prefix, end);
    if (!FOREIGN.test(part)) return;
    // The parser skips a byte-order mark at the very beginning without a word.
    if (part.startsWith('\ufeff')) this.#placed.push({ parent, statement: this.#foreignSpace(prefix, prefix + 1) });
    for (const node of this.#input.tree.rootNode.descendantsOfType('foreign_space')) {
      if (node.startIndex >= prefix && node.endIndex <= end) {
        this.#placed.push({ parent, statement: this.#foreignSpace(node.startIndex, node.endIndex) });
      }
    }
  }

  #foreignSpace(from: number, to: number): Statement {
    const start = this.#at(from);
    const end = this.#at(to);
    const mark = this.#input.text[from] === '\ufeff';
    return this.#faulty(
      start,
      end,
      new Refusal(
        'syntax',
        { start, end },
        mark
          ? 'An invisible byte-order mark stands here, which dhcpd cannot read.'
          : 'This looks like a blank and is another character, which dhcpd cannot read.',
        mark ? 'Save the file as UTF-8 without a byte-order mark.' : 'Replace it by a blank.',
        [
          {
            title: mark ? 'Take the byte-order mark away' : 'Replace it by a blank',
            safe: true,
            edits: [{ start, end, newText: mark ? '' : ' ' }],
          },
        ],
      ),
    );
  }

  /** A node that is padding opens a block of the piece's context; what stands in it belongs to the piece. */
  #top(parent: number): void {
    const cursor = this.#cursor;
    if (cursor.startIndex >= this.#input.end) return;
    if (cursor.startIndex >= this.#input.prefix) {
      const statement = this.#statement();
      if (statement) this.#placed.push({ parent, statement });
      return;
    }
    this.#padded(parent);
  }

  #padded(parent: number): void {
    const cursor = this.#cursor;
    if (!cursor.gotoFirstChild()) return;
    do {
      if (cursor.nodeType === 'block') {
        const id = this.#input.padded[this.#padding++] ?? -1;
        if (!cursor.gotoFirstChild()) continue;
        do if (!NO_STATEMENT.has(cursor.nodeType)) this.#top(id);
        while (cursor.gotoNextSibling());
        cursor.gotoParent();
      } else if (
        cursor.startIndex >= this.#input.prefix &&
        (cursor.nodeType === 'elsif_clause' || cursor.nodeType === 'else_clause')
      ) {
        const statement = this.#statement();
        if (statement) this.#placed.push({ parent, statement });
      }
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }

  #statement(): Statement | undefined {
    const { nodeType: kind, startIndex } = this.#cursor;
    if (kind === 'ERROR') return this.#unreadable();
    if (NO_STATEMENT.has(kind)) return undefined;
    return (kind === 'parameter' ? this.#plainParameter() : undefined) ?? this.#full(kind, startIndex);
  }

  /** The most common statement needs no look at its parts: a keyword, words, a semicolon. */
  #plainParameter(): Statement | undefined {
    const { startIndex, endIndex } = this.#cursor;
    const { text } = this.#input;
    if (text.charCodeAt(endIndex - 1) !== 0x3b) return undefined;
    KEYWORD.lastIndex = startIndex;
    const keyword = KEYWORD.exec(text)?.[0];
    if (keyword === undefined) return undefined;
    const assigned = text.indexOf('=', startIndex);
    if (assigned >= 0 && assigned < endIndex) return undefined;
    return {
      kind: 'parameter',
      anchor: this.#anchor,
      keyword: lowerCase(keyword),
      start: this.#at(startIndex),
      keywordEnd: this.#at(startIndex + keyword.length),
      wordsEnd: this.#at(endIndex - 1),
      end: this.#at(endIndex),
      expression: undefined,
      assigns: false,
      block: undefined,
      alternatives: NONE,
      faults: NONE,
    };
  }

  #full(kind: string, startIndex: number): Statement {
    const cursor = this.#cursor;
    const { text } = this.#input;
    const broken = !this.#input.clean && this.#node().hasError;
    const node = broken ? this.#node() : undefined;
    const end = cursor.endIndex;
    let keyword = '';
    let keywordEnd = startIndex;
    let wordsEnd: number | undefined;
    let assigns = false;
    let expression: Expression | undefined;
    let block: StatementBlock | undefined;
    const alternatives: Statement[] = [];
    const faults: Refusal[] = [];
    if (cursor.gotoFirstChild()) {
      do {
        const type = cursor.nodeType;
        const field = cursor.currentFieldName ?? '';
        if ((field === 'keyword' || field === 'operator') && keyword === '') {
          keyword = lowerCase(text.slice(cursor.startIndex, cursor.endIndex));
          keywordEnd = cursor.endIndex;
        } else if (type === 'block') {
          wordsEnd ??= cursor.startIndex;
          block = this.#block();
        } else if (EXPRESSION_FIELDS.has(field)) {
          if (kind !== 'case_label') wordsEnd ??= cursor.startIndex;
          expression = lowerExpression(this.#node(), this.#anchor, (index) => this.#at(index));
        } else if (type === '=' && kind !== 'option_definition') {
          wordsEnd ??= cursor.startIndex;
          assigns = true;
        } else if (type === ';') {
          wordsEnd ??= cursor.startIndex;
        } else if (type === 'missing_semicolon') {
          wordsEnd ??= cursor.startIndex;
          // Where no statement begins, it is no help to say how one ends.
          if (kind !== 'unknown_statement') {
            const words = text.slice(keywordEnd, cursor.startIndex).trim();
            const mendable =
              mayEnd(keyword, words) && !BLOCK_FOLLOWS.test(text.slice(cursor.endIndex, cursor.endIndex + 100));
            faults.push(missingSemicolon(this.#at(cursor.startIndex), mendable));
          }
        } else if (type === 'missing_colon') {
          const inQuote = tokenize(text, startIndex, cursor.startIndex).some(isOpen);
          faults.push(missingColon(this.#at(cursor.startIndex), expression !== undefined, inQuote));
        } else if (type === 'elsif_clause' || type === 'else_clause') {
          const part = this.#statement();
          if (part) alternatives.push(part);
        }
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
    }
    if (node) {
      const fault = expressionFault(node, text, (index) => this.#at(index));
      if (fault) faults.push(fault);
    }
    return {
      kind,
      anchor: this.#anchor,
      keyword,
      start: this.#at(startIndex),
      keywordEnd: this.#at(keywordEnd),
      wordsEnd: this.#at(wordsEnd ?? end),
      end: this.#at(end),
      expression,
      assigns,
      block,
      alternatives: alternatives.length > 0 ? alternatives : NONE,
      faults: faults.length > 0 ? faults : NONE,
    };
  }

  #block(): StatementBlock {
    const cursor = this.#cursor;
    const open = this.#at(cursor.startIndex);
    const closed = cursor.endIndex <= this.#input.end;
    const close = closed ? this.#at(cursor.endIndex) : undefined;
    const statements: Statement[] = [];
    // Blocks behind an equals sign are no scopes to whoever cuts the text, and may be nested without end.
    if (this.#depth < DEEPEST && cursor.gotoFirstChild()) {
      this.#depth++;
      do {
        if (cursor.startIndex >= this.#input.end) break;
        const statement = this.#statement();
        if (statement) statements.push(statement);
      } while (cursor.gotoNextSibling());
      cursor.gotoParent();
      this.#depth--;
    }
    return { open, close, statements };
  }

  /** What the parser could not fit into any statement. */
  #unreadable(): Statement {
    const node = this.#node();
    const { startIndex, endIndex } = node;
    const start = this.#at(startIndex);
    const end = this.#at(Math.min(endIndex, this.#input.end));
    const found = this.#input.text.slice(startIndex, endIndex).trim().slice(0, 40);
    const fault =
      expressionFault(node, this.#input.text, (index) => this.#at(index)) ??
      new Refusal(
        'syntax',
        { start, end },
        `dhcpd cannot read "${found}" here.`,
        'Take it away, or complete the statement.',
      );
    return this.#faulty(start, end, fault);
  }

  /** Text that is no statement. */
  #faulty(start: number, end: number, fault: Refusal): Statement {
    return {
      kind: 'ERROR',
      anchor: this.#anchor,
      keyword: '',
      start,
      keywordEnd: start,
      wordsEnd: end,
      end,
      expression: undefined,
      assigns: false,
      block: undefined,
      alternatives: [],
      faults: [fault],
    };
  }

  #node(): SyntaxNode {
    return this.#cursor.currentNode;
  }

  #at(index: number): number {
    return this.#input.at(index);
  }
}

const missingSemicolon = (at: number, mendable: boolean): Refusal =>
  new Refusal(
    'syntax',
    { start: Math.max(0, at - 1), end: at },
    'The semicolon at the end of this statement is missing.',
    'Add it.',
    mendable ? [{ title: 'Add the missing ";"', safe: true, edits: [{ start: at, end: at, newText: ';' }] }] : [],
  );

/** A block that stands here belongs to the statement, or to one of which nothing is left. */
const BLOCK_FOLLOWS = /^\s*\{/;

/** Statements that may be their first word alone. */
const ALONE: ReadonlySet<string> = new Set(
  STATEMENTS.filter((entry) => entry.arguments === '').map(({ keyword }) => keyword.split(' ')[0] ?? ''),
);

/** Whether a statement could end here. One that begins with a word that dhcpd does not know is mended there first. */
function mayEnd(keyword: string, words: string): boolean {
  return FIRST_WORDS.has(keyword.split(' ')[0] ?? '') && (words !== '' || ALONE.has(keyword));
}

/** Inside a quote that is never closed a colon would be a part of the text. */
const missingColon = (at: number, hasValue: boolean, inQuote: boolean): Refusal =>
  new Refusal(
    'syntax',
    { start: Math.max(0, at - 1), end: at },
    'The colon behind the value of "case" is missing.',
    inQuote ? 'Close the quote, and add the colon.' : 'Add it.',
    inQuote || !hasValue
      ? []
      : [{ title: 'Add the missing ":"', safe: true, edits: [{ start: at, end: at, newText: ':' }] }],
  );

const isOpen = ({ kind }: Token): boolean => kind === 'unclosed-string';
