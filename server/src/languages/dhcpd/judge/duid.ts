import { type Reader, Refusal, show } from '../reader.ts';
import { keywordSpan, type Statement } from '../statement.ts';
import { expectEnd, readHexList } from '../value.ts';
import type { Judgement } from './judgement.ts';

/** `server-duid ll|llt|en …;`, the DHCPv6 server's own identifier (RFC 8415 §11). */
export function judgeDuid(judgement: Judgement, statement: Statement, reader: Reader): void {
  judgement.reading(statement, reader, () => {
    const kind = reader.next();
    const word = kind.text.toLowerCase();
    if (word === 'en' || kind.kind === 'number') {
      if (word === 'en') readNumber(reader, 'the enterprise number', statement);
      const text = reader.next();
      if (text.kind !== 'string')
        throw new Refusal(
          'parameter-value',
          text.kind === 'end' ? kind : text,
          'The identifier belongs here, in quotes.',
          'Write it in quotes.',
        );
    } else if (word === 'll' || word === 'llt') {
      if (!reader.atEnd) {
        const type = reader.next();
        if (!['ethernet', 'token-ring', 'fddi'].includes(type.text.toLowerCase())) {
          throw new Refusal(
            'parameter-value',
            type,
            `dhcpd knows no kind of network card ${show(type)} here.`,
            'Write ethernet.',
          );
        }
        if (word === 'llt') readNumber(reader, 'the time in seconds', statement);
        readHexList(reader, 'parameter-value');
      }
    } else {
      throw new Refusal(
        'parameter-value',
        kind.kind === 'end' ? keywordSpan(statement) : kind,
        `${show(kind)} is no kind of DUID.`,
        'Write ll, llt or en.',
      );
    }
    expectEnd(reader);
  });
}

function readNumber(reader: Reader, what: string, statement: Statement): void {
  const token = reader.next();
  if (token.kind === 'number') return;
  throw new Refusal(
    'parameter-value',
    token.kind === 'end' ? keywordSpan(statement) : token,
    `A number belongs here: ${what}.`,
    'Write it.',
  );
}
