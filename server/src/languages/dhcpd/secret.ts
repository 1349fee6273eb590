import { decodeString } from './lexer.ts';
import { Reader } from './reader.ts';
import type { Statement } from './statement.ts';

/** A key's secret, which dhcpd reads as it finds it, in quotes or not, over several tokens. */
export function readSecret(reader: Reader): string {
  let text = '';
  while (!reader.atEnd) {
    const token = reader.next();
    text += token.kind === 'string' ? new TextDecoder().decode(decodeString(token.text).bytes) : token.text;
  }
  return text;
}

/** Whether a key has a secret of no bytes: dhcpd reads such a key and forgets it. */
export function hasEmptySecret({ block }: Statement): boolean {
  const secret = block?.statements.find(({ keyword }) => keyword === 'secret');
  if (!secret) return false;
  const reader = new Reader(secret.anchor.text, secret.keywordEnd, secret.wordsEnd);
  return !reader.atEnd && /^=*$/.test(readSecret(reader));
}
