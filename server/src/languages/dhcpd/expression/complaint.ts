import type { LocalEdit } from '../reader.ts';

/** Why dhcpd would refuse an expression, before it is known whether the fix leads to one that it accepts. */
export interface Complaint {
  readonly at: { readonly start: number; readonly end: number };
  readonly what: string;
  readonly remedy: string;
  readonly fix?: Fix | undefined;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly LocalEdit[];
  /** Whether nothing else can have been meant. */
  readonly evident: boolean;
}

export const replaced = (
  at: { readonly start: number; readonly end: number },
  newText: string,
  title: string,
  evident = true,
): Fix => ({ title, edits: [{ start: at.start, end: at.end, newText }], evident });

export const inserted = (at: number, newText: string, title: string, evident = true): Fix =>
  replaced({ start: at, end: at }, newText, title, evident);

export const wrapped = (
  at: { readonly start: number; readonly end: number },
  before: string,
  behind: string,
  title: string,
  evident = true,
): Fix => ({
  title,
  edits: [
    { start: at.start, end: at.start, newText: before },
    { start: at.end, end: at.end, newText: behind },
  ],
  evident,
});
