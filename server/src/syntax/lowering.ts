import type { TextAnchor } from './anchor.ts';
import type { BlockHead, Bracket, LanguageSyntax, Lower } from './language-syntax.ts';
import { type Level, Nesting, type Surplus } from './nesting.ts';
import type { Outline, Step } from './outline.ts';
import type { Parser } from './parser.ts';
import type { Scanner } from './scanner.ts';

/** All that the facts of a piece depend on. */
export interface Surroundings {
  /** The innermost blocks of the piece's context, outermost first: those that it ends and those that its statements look up to. */
  readonly window: readonly BlockHead[];
  /** How many blocks are open at its start, and how many more beyond the deepest level. */
  readonly height: number;
  readonly beyond: number;
  readonly surplus: Surplus;
  /** Whether all its brackets have their partners, and none is too deep. */
  readonly regular: boolean;
}

interface Cell extends Level<Cell> {
  readonly id: number;
}

/** A stretch of text between two places where it may be cut: well nested in itself. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** The blocks open at its start and at its end. */
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
  /** The fewest blocks open inside it. */
  readonly low: number;
  /** A bracket was forgotten behind it. */
  readonly opener: string;
  /** Whether it reads well together with the part behind it. */
  joins: boolean;
}

/** One piece being lowered. */
interface Reading<F> {
  readonly anchor: TextAnchor;
  /** The id of the outermost block in its window. */
  readonly outermost: number;
  readonly facts: F[];
}

const CLOSER: Readonly<Record<Bracket, string>> = { '{': '}', '[': ']' };

/** Into how many groups a faulty stretch is divided: few faults then cost two parses of the piece, and many hardly more. */
const GROUPS = 16;

export class Lowering<F> {
  readonly #syntax: LanguageSyntax;
  readonly #scanner: Scanner;
  readonly #parser: Pick<Parser, 'parse'>;
  readonly #lower: Lower<F>;

  constructor(syntax: LanguageSyntax, scanner: Scanner, parser: Pick<Parser, 'parse'>, lower: Lower<F>) {
    this.#syntax = syntax;
    this.#scanner = scanner;
    this.#parser = parser;
    this.#lower = lower;
  }

  /** The facts of a piece: a pure function of its text and its surroundings. */
  facts(anchor: TextAnchor, outline: Outline, surroundings: Surroundings): readonly F[] {
    const reading: Reading<F> = { anchor, outermost: -surroundings.window.length, facts: [] };
    const base = cellsOf(surroundings);
    const { regular, height } = surroundings;
    const whole = regular && outline.steps ? wholePart(anchor.text, outline.steps, base, height) : undefined;
    if (whole !== undefined && this.#read(reading, [whole], outline.single)) return reading.facts;
    // Something is wrong: divide, until each fault stands alone in its item. So it never touches its neighbours, and it does not
    // matter with which neighbours an item shares a piece.
    const parts = this.#parts(anchor.text, base, surroundings);
    this.#divide(reading, parts, whole !== undefined);
    return reading.facts;
  }

  #divide(reading: Reading<F>, parts: readonly Part[], triedTogether: boolean): void {
    const [first] = parts;
    if (first === undefined) return;
    if (parts.length === 1) {
      this.#read(reading, parts, true);
      return;
    }
    if (!triedTogether && joined(parts) && this.#read(reading, parts, false)) return;
    const group = Math.ceil(parts.length / GROUPS);
    for (let i = 0; i < parts.length; i += group) this.#divide(reading, parts.slice(i, i + group), false);
  }

  /** Lowers the parts together; whether it did. They must read without fault, but for a single item: that is `alone`. */
  #read(reading: Reading<F>, parts: readonly Part[], alone: boolean): boolean {
    const first = parts[0];
    const last = parts.at(-1);
    if (first === undefined || last === undefined) return true;
    // How a parser recovers depends on all that it has read: an item gets the same padding in whatever piece it is.
    let low = first.low;
    for (const part of parts) low = Math.min(low, part.low);
    const bottom = Math.max(0, low - this.#syntax.looksUp);
    const { from } = first;
    const { to } = last;

    const opened: Cell[] = [];
    let cell = first.before;
    for (; cell !== undefined && cell.height > bottom; cell = cell.parent) opened.push(cell);
    opened.reverse();
    const around: number[] = [];
    for (let id = reading.outermost; around.length <= this.#syntax.looksUp; cell = cell?.parent) {
      around.push(cell === undefined ? --id : cell.id);
    }

    const prefix = opened.map(({ label, kind }) => this.#syntax.opener(label, kind)).join('');
    let suffix = '';
    for (let open = last.after; open !== undefined && open.height > bottom; open = open.parent)
      suffix += CLOSER[open.kind];
    const text = `${prefix}${reading.anchor.text.slice(from, to)}${last.opener}\n${suffix}`;
    const tree = this.#parser.parse(text);
    if (tree === null) throw new Error(`The parser of ${this.#syntax.grammar} has no language.`);
    try {
      const clean = !tree.rootNode.hasError;
      if (!clean && !alone) return false;
      const shift = from - prefix.length;
      const facts = this.#lower({
        tree,
        text,
        prefix: prefix.length,
        end: prefix.length + to - from,
        at: (index) => Math.min(Math.max(index + shift, from), to),
        padded: opened.map(({ id }) => id),
        around,
        clean,
        anchor: reading.anchor,
      });
      for (const fact of facts) reading.facts.push(fact);
      return true;
    } finally {
      tree.delete(); // it lives in the parser's own memory, where nothing collects it
    }
  }

  /** Every stretch between two places where the text may be cut, and brackets without a partner apart from all others. */
  #parts(text: string, base: Cell | undefined, { surplus, height, beyond }: Surroundings): readonly Part[] {
    const parts: Part[] = [];
    const nesting = new Nesting<Cell>(this.#syntax, surplus);
    nesting.enter(base, height, beyond);
    let from = 0;
    let before = base;
    let tooDeep = beyond > 0;
    let tooLong = false;
    const begin = () => {
      before = nesting.top;
      nesting.low = nesting.height;
      tooDeep = nesting.beyond > 0;
    };
    const end = (to: number, { joins = true, odd = false, opener = '' }) => {
      const skipped = odd || tooDeep || tooLong; // nothing to understand
      if (to > from && !skipped) {
        parts.push({ from, to, before, after: nesting.top, low: nesting.low, opener, joins });
      } else if (skipped || !joins) {
        const last = parts.at(-1);
        if (last !== undefined) last.joins = false;
      }
      from = to;
      begin();
    };
    this.#scanner.scan(text, (mark) => {
      switch (mark.type) {
        case 'cut':
          end(mark.at, {});
          tooLong = false;
          break;
        case 'endless':
          tooLong = true;
          break;
        case 'open':
          if (nesting.ends(mark.label)) {
            end(mark.header, { joins: false });
            nesting.meet(mark.label, ignore);
            begin();
          }
          if (!nesting.open({ label: mark.label, kind: mark.kind, id: mark.at, parent: undefined, height: 0 }))
            tooDeep = true;
          if (mark.missing) end(mark.at, { joins: false, opener: '{' });
          break;
        case 'close':
          switch (nesting.closes(mark.kind)) {
            case 'nothing':
              end(mark.at, { joins: false });
              end(mark.at + 1, { joins: false, odd: true });
              break;
            case 'outer':
              end(mark.at, { joins: false });
              nesting.closeInner(mark.kind, ignore);
              begin();
              nesting.close();
              break;
            case 'innermost':
              nesting.close();
          }
          break;
        case 'glued':
        case 'unclosed-string':
        case 'unclosed-comment':
          break;
      }
    });
    end(text.length, {});
    return parts;
  }
}

function ignore(): void {}

function joined(parts: readonly Part[]): boolean {
  return parts.every((part, i) => part.joins || i === parts.length - 1);
}

function cellsOf({ window, height }: Surroundings): Cell | undefined {
  let parent: Cell | undefined;
  for (const [i, { label, kind }] of window.entries()) {
    parent = { label, kind, id: i - window.length, parent, height: height - window.length + i + 1 };
  }
  return parent;
}

/** All of a piece whose brackets have their partners. */
function wholePart(text: string, steps: readonly Step[], base: Cell | undefined, baseHeight: number): Part {
  let after = base;
  let height = baseHeight;
  let low = height;
  for (const step of steps) {
    if (step.type === 'open') {
      after = {
        label: step.opening.label,
        kind: step.opening.kind,
        id: step.opening.at,
        parent: after,
        height: ++height,
      };
    } else if (step.type === 'close') {
      after = after?.parent;
      low = Math.min(low, --height);
    }
  }
  return { from: 0, to: text.length, before: base, after, low, opener: '', joins: true };
}
