import type { Expression } from '../../../model/expression.ts';
import { type Anchor, type Span, span } from '../../../model/span.ts';
import type { Token } from '../lexer.ts';
import { type LocalEdit, type LocalMend, Reader, Refusal } from '../reader.ts';
import type { Complaint, Fix } from './complaint.ts';
import { missingParenthesis } from './part-complaints.ts';

/** Expressions nested deeper, or joined of more parts, are not looked into, though dhcpd reads them: whatever walks them recurses. */
const DEEPEST = 250;
const MOST_JOINS = 1000;

/**
 * The tokens of an expression, up to the first that dhcpd cannot get past: behind it there is only the end, so that whoever reads on
 * gets unreadable parts and no further complaints. Of the faults that do not stop dhcpd, only the first is told.
 */
export abstract class GuardedReader {
  readonly refusals: Refusal[] = [];
  protected readonly anchor: Anchor;
  protected readonly from: number;
  protected readonly to: number;
  protected readonly reader: Reader;
  /** Parentheses that are open. */
  protected depth = 0;
  /** Set where dhcpd keeps silent whatever follows. */
  protected silent = false;
  #stopped = false;
  #level = 0;
  #joins = 0;
  /** Whether the text is only tried: then no fixes are looked for. */
  readonly #trying: boolean;

  constructor(anchor: Anchor, from: number, to: number, trying: boolean) {
    this.anchor = anchor;
    this.from = from;
    this.to = to;
    this.reader = new Reader(anchor.text, from, to);
    this.#trying = trying;
  }

  /** Whether dhcpd accepts another text at the same place. */
  protected abstract accepts(text: string): boolean;

  protected get stopped(): boolean {
    return this.#stopped;
  }

  protected peek(): Token {
    const token = this.reader.peek();
    return this.#stopped ? { ...token, kind: 'end', text: '' } : token;
  }

  protected next(): Token {
    try {
      if (!this.#stopped) return this.reader.next();
    } catch (refusal) {
      this.halt(refusal);
    }
    return this.peek();
  }

  protected takeSign(sign: string): boolean {
    return !this.#stopped && this.reader.takeSign(sign);
  }

  protected open(): boolean {
    const taken = this.takeSign('(');
    if (taken) this.depth++;
    return taken;
  }

  protected close(): void {
    if (this.takeSign(')')) this.depth--;
    else this.stop(missingParenthesis(this.reader.last, this.peek(), this.depth));
  }

  /** From a token to the one just read. */
  protected since(token: Token): Span {
    return span(this.anchor, token.start, Math.max(token.start, this.reader.last?.end ?? token.start));
  }

  /** Ends with a refusal that another reader has thrown. */
  protected halt(refusal: unknown): void {
    if (!(refusal instanceof Refusal)) throw refusal;
    this.#tell(refusal);
    this.#stopped = true;
  }

  /** Complains of something that dhcpd cannot get past. */
  protected stop(complaint: Complaint): Expression {
    this.complain(complaint);
    this.#stopped = true;
    return this.#unreadable();
  }

  /** Reads one level deeper in an expression. */
  protected deeper(read: () => Expression): Expression {
    if (this.#level >= DEEPEST) return this.#giveUp();
    this.#level++;
    const expression = read();
    this.#level--;
    return expression;
  }

  /** Counts an operator between two parts. */
  protected countJoin(): void {
    if (++this.#joins > MOST_JOINS) this.#giveUp();
  }

  /** Ends without a word. */
  #giveUp(): Expression {
    this.#stopped = true;
    return this.#unreadable();
  }

  #unreadable(): Expression {
    const at = this.reader.peek().start;
    return { at: span(this.anchor, at, at), kind: 'unreadable' };
  }

  protected complain(complaint: Complaint | undefined): void {
    if (!complaint || this.#stopped || this.silent) return;
    const { at, what, remedy, fix } = complaint;
    this.#tell(new Refusal('syntax', at, what, remedy, this.#mends(fix)));
  }

  #tell(refusal: Refusal): void {
    if (this.#stopped || this.silent) return;
    this.silent = true;
    this.refusals.push(refusal);
  }

  /** A fix is safe where nothing else can be meant and dhcpd then accepts the expression. */
  #mends(fix: Fix | undefined): LocalMend[] {
    if (!fix || this.#trying) return [];
    return [{ title: fix.title, safe: fix.evident && this.accepts(this.#textWith(fix.edits)), edits: fix.edits }];
  }

  #textWith(edits: readonly LocalEdit[]): string {
    let text = '';
    let at = this.from;
    for (const { start, end, newText } of edits) {
      text += this.anchor.text.slice(at, start) + newText;
      at = end;
    }
    return text + this.anchor.text.slice(at, this.to);
  }
}
