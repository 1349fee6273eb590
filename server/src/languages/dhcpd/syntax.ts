import type { LanguageSyntax } from '../../syntax/language-syntax.ts';
import { stringLineEnd } from '../../syntax/string-line.ts';
import { TOKEN_LIMIT } from './lexer.ts';

/** What opens each kind of block without any fault; a block of any other label opens like an unknown one. */
const OPENERS: Readonly<Record<string, string>> = {
  if: 'if known{',
  elsif: 'if known{',
  else: 'if known{',
  switch: 'switch(known){',
  on: 'on commit{',
  failover: 'failover peer{',
  define: 'define x(){',
  set: 'define x(){',
  ...Object.fromEntries(
    [
      'subnet',
      'subnet6',
      'shared-network',
      'pool',
      'pool6',
      'group',
      'host',
      'class',
      'vendor-class',
      'user-class',
      'subclass',
      'zone',
      'key',
    ].map((label) => [label, `${label}{`]),
  ),
};

const NETWORKS = ['subnet', 'subnet6', 'shared-network', 'pool', 'pool6', 'group', 'host', 'failover'];
const CLASSES = ['class', 'vendor-class', 'user-class', 'subclass'];
const ALL = [...NETWORKS, ...CLASSES, 'zone', 'key'];

/** The declarations that dhcpd refuses inside each kind of block: such a block has lost its brace before them. */
const IMPOSSIBLE: Readonly<Record<string, ReadonlySet<string>>> = {
  host: new Set(NETWORKS),
  ...Object.fromEntries(CLASSES.map((label) => [label, new Set([...NETWORKS, ...CLASSES])])),
  subnet: new Set(['subnet', 'subnet6', 'shared-network', 'failover']),
  subnet6: new Set(['subnet', 'subnet6', 'shared-network', 'failover']),
  'shared-network': new Set(['shared-network']),
  pool: new Set(['pool', 'pool6', 'failover']),
  pool6: new Set(['pool', 'pool6', 'failover']),
  zone: new Set(ALL),
  key: new Set(ALL),
  failover: new Set(ALL),
  ...Object.fromEntries(
    ['if', 'elsif', 'else', 'on', 'switch', 'define', 'set'].map((label) => [
      label,
      new Set([...NETWORKS, ...CLASSES]),
    ]),
  ),
};

const LABEL = /^[A-Za-z][A-Za-z-]*\d?/;
/** What stands before the brace of a record type. */
const RECORD = /(?:=|\barray\s+of)\s*$/i;
/** Lines that begin like a block of their own: a statement without its semicolon may stand before them. */
const LINE_OF_BLOCK = new RegExp(`\\n[^\\S\\n]*(${[...ALL, 'if', 'switch', 'on'].join('|')})(?![\\w-])`, 'gi');

/** The word that a block's header begins with, on its last line that can begin one. */
function labelOf(header: string): string | undefined {
  if (RECORD.test(header)) return undefined;
  const later = header.includes('\n') ? [...header.matchAll(LINE_OF_BLOCK)].at(-1)?.[1] : undefined;
  return (later ?? LABEL.exec(header)?.[0] ?? '').toLowerCase();
}

/** A declaration's whole header, and what may follow it only inside its block. */
const HEADER =
  /^(?:subnet\s+[\d.]+\s+netmask\s+[\d.]+|subnet6\s+[\da-f:.]+\/\d+|shared-network\s+(?:"[^"\n]*"|[\w.-]+)|pool6?|host\s+[\w.-]+|(?:vendor-|user-)?class\s+"[^"\n]*")(?=(?:\s|#[^\n]*\n)+[a-z])/i;

/** How dhcpd.conf is cut into pieces, and which of its blocks may stand in which. */
export const DHCPD_SYNTAX: LanguageSyntax = {
  grammar: 'dhcpd',
  isList: false,
  lineComments: ['#'],
  blockComments: false,
  // dhcpd itself does not survive a condition that is much longer.
  longestItem: 1_000_000,
  looksUp: 0,
  label: labelOf,
  opener: (label) => OPENERS[label] ?? 'x{',
  mayContain: (parent, child) => !IMPOSSIBLE[parent.label]?.has(child),
  mayCutBefore: (rest) => !/^els(?:e|if)\b/i.test(rest),
  stringEnd,
  stringReach: TOKEN_LIMIT + 100,
  missingOpener: (item) => HEADER.exec(item)?.[0].length,
};

/**
 * Where a string ends, exactly as the grammar's scanner has it: at its closing quote, on a later line too if what follows the quote may
 * follow a string; otherwise on its own line, before a semicolon that ends the line.
 */
function stringEnd(text: string, quote: number): { readonly end: number; readonly closed: boolean } {
  const stop = stringLineEnd(text, quote);
  if (text[stop] === '"') return { end: stop + 1, closed: true };
  const long = longStringEnd(text, quote);
  if (long !== undefined) return { end: long, closed: true };
  const rest = text.slice(quote, text.indexOf('\n', quote) < 0 ? text.length : text.indexOf('\n', quote));
  return { end: quote + unclosedLength(rest), closed: false };
}

/** The end of a string of several lines, if its closing quote is near and no opening one of another string. */
function longStringEnd(text: string, quote: number): number | undefined {
  let bytes = 0;
  let escaped = false;
  for (let i = quote + 1; i < text.length && bytes < TOKEN_LIMIT + 1; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x22 && !escaped) {
      const follows = /[ \t\r\v\f]*(?:$|:(?:$|\s)|[\n#;,){}=!~])|[ \t\r\v\f]+(?:and|or)(?![\w-])/iy;
      follows.lastIndex = i + 1;
      return follows.test(text) ? i + 1 : undefined;
    }
    escaped = c === 0x5c && !escaped;
    bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c < 0xe000 ? 2 : 3;
  }
  return undefined;
}

/** How much of its line an unclosed string takes: not the semicolon at the end, nor a comment behind that. */
function unclosedLength(rest: string): number {
  let marked: number | undefined;
  let comment = false;
  for (let i = 1; i < rest.length; i++) {
    const c = rest[i] ?? '';
    if (c === ';' && !comment) marked = i;
    else if (c === '#' && marked !== undefined) comment = true;
    else if (c === '\r' && marked === undefined) marked = i;
    else if (!/[ \t\v\f\r]/.test(c) && !comment) marked = undefined;
  }
  return marked ?? rest.length;
}
