import type { Token } from '../lexer.ts';

/** The type of an option definition, or the rest of its words. */
export interface ExpectedType {
  readonly kind: 'type' | 'space';
  /** The words of the type that stand already. */
  readonly begun: readonly string[];
  /** What it is to be a part of. */
  readonly inside: 'nothing' | 'array' | 'record';
}

/** What may come next in a type, behind the equals sign of a definition. */
export function expectedType(tokens: readonly Token[]): readonly ExpectedType[] {
  const words = tokens.map(({ text }) => text.toLowerCase());
  const open = words.lastIndexOf('{');
  const comma = words.lastIndexOf(',');
  const array = words.indexOf('array');
  if (open >= 0 && words.includes('}')) return [];
  const start = open >= 0 ? Math.max(open, comma) + 1 : array >= 0 ? array + 2 : 0;
  const begun = words.slice(start);
  if (words.at(-1) === 'array') return [{ kind: 'type', begun: ['array'], inside: 'nothing' }];
  if (begun[0] === 'encapsulate') return begun.length === 1 ? [{ kind: 'space', begun, inside: 'nothing' }] : [];
  const inside = open >= 0 ? 'record' : array >= 0 ? 'array' : 'nothing';
  return [{ kind: 'type', begun, inside }];
}
