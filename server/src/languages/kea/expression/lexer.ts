/** A token of a class test, with its place in the decoded text. */
export interface Token {
  readonly kind: 'word' | 'string' | 'hex' | 'integer' | 'address' | 'option-name' | 'sign' | 'bad' | 'end';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words that no other meaning is left for; longer ones first, because the longest match counts (lib/eval/lexer.ll). */
export const EXPRESSION_WORDS = [
  'vendor-class',
  'uint32totext',
  'uint16totext',
  'uint8totext',
  'int32totext',
  'int16totext',
  'int8totext',
  'enterprise',
  'addrtotext',
  'hexstring',
  'substring',
  'peeraddr',
  'linkaddr',
  'sifelse',
  'msgtype',
  'transid',
  'concat',
  'ifelse',
  'member',
  'option',
  'relay4',
  'relay6',
  'exists',
  'vendor',
  'ciaddr',
  'giaddr',
  'yiaddr',
  'siaddr',
  'iface',
  'htype',
  'split',
  'lcase',
  'ucase',
  'match',
  'pkt4',
  'pkt6',
  'data',
  'hlen',
  'sand',
  'text',
  'hex',
  'pkt',
  'src',
  'dst',
  'len',
  'mac',
  'all',
  'not',
  'and',
  'sor',
  'or',
] as const;

/** The release that brought a word; others have been there since before 2.0. */
export const WORDS_SINCE: Readonly<Record<string, string>> = {
  split: '2.1.5',
  lcase: '2.5.2',
  ucase: '2.5.2',
  match: '2.7.0',
  sand: '2.7.2',
  sor: '2.7.2',
  sifelse: '2.7.2',
};

const BLANKS = /[ \t\n]*/y;
const RULES: readonly (readonly [kind: Token['kind'], pattern: RegExp])[] = [
  ['string', /'[^'\n]*'/y],
  ['hex', /0x[0-9a-f]+/iy],
  ['address', /\d+\.\d+\.\d+\.\d+|[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*/iy],
  ['integer', /-?\d+/y],
  ['option-name', /[A-Za-z](?:[-_A-Za-z0-9]*[A-Za-z0-9])?(?=[ \t\n]*\])/y],
  ['word', new RegExp(EXPRESSION_WORDS.join('|'), 'y')],
  ['sign', /==|[.()[\],*+]/y],
];

/** The tokens of a test, the longest match first, as Kea's lexer has it; an end token is the last. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; ; ) {
    BLANKS.lastIndex = at;
    BLANKS.exec(text);
    at = BLANKS.lastIndex;
    if (at >= text.length) break;
    let best: Token | undefined;
    for (const [kind, pattern] of RULES) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0];
      if (found !== undefined && found.length > (best ? best.end - best.start : 0)) {
        best = { kind, text: found, start: at, end: at + found.length };
      }
    }
    const token = best ?? badToken(text, at);
    tokens.push(token);
    at = token.end;
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

/** What Kea's lexer stops at: the whole word or sign, so that a message can name it. */
function badToken(text: string, at: number): Token {
  const word = /[\w-]+|"[^"]*"?|[=!<>&|]+|[\s\S]/y;
  word.lastIndex = at;
  const found = word.exec(text)?.[0] ?? text.charAt(at);
  return { kind: 'bad', text: found, start: at, end: at + found.length };
}
