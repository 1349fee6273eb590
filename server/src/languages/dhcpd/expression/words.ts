import type { Expression, Fact } from '../../../model/expression.ts';
import type { Span } from '../../../model/span.ts';
import { EXPRESSION_WORDS, type ExpressionWord } from '../vocabulary/expressions.ts';

/** The words of dhcpd's that an expression can be made of, by name in small letters. */
export const WORDS: ReadonlyMap<string, ExpressionWord> = new Map(EXPRESSION_WORDS.map((word) => [word.name, word]));

const FACTS: Readonly<Record<string, Fact>> = {
  hardware: 'hardware',
  'leased-address': 'leased-address',
  'host-decl-name': 'host-name',
  'client-state': 'client-state',
  'lease-time': 'lease-time',
  filename: 'boot-file',
  'server-name': 'server-name',
};

/** The numbers behind the names of DNS results and of client states, as a running server compares them. */
const NUMBERS: Readonly<Record<string, number>> = {
  formerr: 1,
  noerror: 0,
  notauth: 393237,
  notimp: 27,
  notzone: 393238,
  nxdomain: 393231,
  nxrrset: 393236,
  refused: 393233,
  servfail: 393230,
  yxdomain: 393234,
  yxrrset: 393235,
  reboot: 1,
  booting: 2,
  select: 3,
  request: 4,
  bound: 5,
  renew: 6,
  rebind: 7,
};

/** What a word means that stands alone. */
export function wordOf(word: string, at: Span): Expression {
  const fact = FACTS[word];
  if (fact !== undefined) return { at, kind: 'fact', fact };
  const value = NUMBERS[word];
  if (value !== undefined) return { at, kind: 'number', value };
  if (word === 'known' || word === 'static') return { at, kind: word };
  return { at, kind: 'null' };
}

/** A built-in function with its parts, the literal ones among them as expressions too. */
export function functionOf(word: string, at: Span, parts: readonly Expression[]): Expression {
  const part = (index: number): Expression => parts[index] ?? { at, kind: 'unreadable' };
  switch (word) {
    case 'packet':
      return { at, kind: 'packet', offset: part(0), length: part(1) };
    case 'substring':
      return { at, kind: 'substring', of: part(0), offset: part(1), length: part(2) };
    case 'suffix':
      return { at, kind: 'suffix', of: part(0), length: part(1) };
    case 'lcase':
      return { at, kind: 'lower-case', of: part(0) };
    case 'ucase':
      return { at, kind: 'upper-case', of: part(0) };
    case 'concat':
      return { at, kind: 'concat', parts };
    case 'pick':
    case 'pick-first-value':
      return { at, kind: 'first-present', parts };
    case 'binary-to-ascii':
      return { at, kind: 'binary-to-ascii', base: part(0), width: part(1), separator: part(2), of: part(3) };
    case 'reverse':
      return { at, kind: 'reverse', width: part(0), of: part(1) };
    case 'encode-int':
    case 'extract-int': {
      const bits = part(1);
      if (bits.kind !== 'number' || (bits.value !== 8 && bits.value !== 16 && bits.value !== 32)) break;
      return { at, kind: word, of: part(0), bits: bits.value };
    }
    case 'gethostname':
      return { at, kind: 'fact', fact: 'own-host-name' };
    case 'gethostbyname': {
      const name = part(0);
      if (name.kind !== 'bytes') break;
      return { at, kind: 'lookup', hostName: new TextDecoder().decode(name.bytes) };
    }
    case 'defined': {
      const variable = part(0);
      if (variable.kind !== 'variable') break;
      return { at, kind: 'defined', name: variable.name };
    }
    case 'v6relay':
      return { at, kind: 'relayed', relay: part(0), of: part(1) };
  }
  return { at, kind: 'unreadable' };
}
