import type { HostIdentifier } from '../../../model/host.ts';
import { type HostName, type Ip4, type Ip6, readIp4OrHostName, readIp6 } from '../address.ts';
import { decodeString } from '../lexer.ts';
import { MAIN_SPACE, readOptionName } from '../option-name.ts';
import { isName, Reader, Refusal, show } from '../reader.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd, readHexList, readValue } from '../value.ts';
import { type Judgement, spanIn } from './judgement.ts';

const HARDWARE_TYPES: Readonly<Record<string, number>> = { ethernet: 1, 'token-ring': 6, fddi: 8, infiniband: 32 };

/** The longest hardware address that dhcpd keeps. */
const HARDWARE_LIMIT = 20;

/** `hardware TYPE ADDRESS;` of a host. */
export function readHardware(judgement: Judgement, statement: Statement): HostIdentifier | undefined {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  return judgement.reading(statement, reader, () => {
    const word = reader.next();
    const type = isName(word) ? (HARDWARE_TYPES[word.text.toLowerCase()] ?? unknownType(word.text)) : undefined;
    if (type === undefined) {
      const forgotten = word.kind === 'number' || word.kind === 'hex-word';
      throw new Refusal(
        'parameter-value',
        word.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : word,
        forgotten || word.kind === 'end'
          ? 'The kind of the network card is missing.'
          : `dhcpd knows no kind of network card ${show(word)}.`,
        'Write ethernet before the address.',
        forgotten
          ? [
              {
                title: 'Add "ethernet"',
                safe: true,
                edits: [{ start: word.start, end: word.start, newText: 'ethernet ' }],
              },
            ]
          : [],
      );
    }
    if (reader.atEnd) {
      judgement.warn(
        'parameter-value',
        headSpan(statement),
        'The hardware address is missing.',
        'dhcpd accepts it, and this host matches no client.',
        'Write the address of the network card.',
      );
      return undefined;
    }
    const first = reader.peek();
    const dashed = dashedAddress(reader);
    if (dashed) throw dashed;
    const bytes = readHexList(reader, 'parameter-value');
    const at = { start: first.start, end: reader.last?.end ?? first.end };
    if (bytes.length > HARDWARE_LIMIT) {
      throw new Refusal(
        'parameter-value',
        at,
        `A hardware address of ${bytes.length} bytes is too long.`,
        'Ethernet cards have six bytes.',
      );
    }
    expectEnd(reader);
    if (type === 1 && bytes.length !== 6) {
      judgement.warn(
        'parameter-value',
        spanIn(statement, at),
        `This hardware address has ${bytes.length} ${bytes.length === 1 ? 'byte' : 'bytes'}; network cards have six.`,
        'dhcpd accepts it, and this host matches no client.',
        'Copy the address once more.',
      );
    }
    return { kind: 'hardware', type, address: Uint8Array.from(bytes), at: spanIn(statement, at) };
  });
}

/** `unknown-N` is the kind of number N, and 0 where no number follows (common/parse.c, parse_hardware_param: atoi). */
function unknownType(word: string): number | undefined {
  const number = /^unknown-(-?\d+)?/.exec(word);
  return number ? Number(number[1] ?? 0) : undefined;
}

/** `00-11-22-33-44-55`, `0011.2233.4455` or `001122334455`: right elsewhere, not here. */
function dashedAddress(reader: Reader): Refusal | undefined {
  const at = reader.restFrom(reader.peek());
  const written = reader.text.slice(at.start, at.end);
  const digits = written.replace(/[-.]/g, '');
  if (!/^[0-9a-f]{12}$/i.test(digits)) return undefined;
  const mended = digits.match(/../g)?.join(':') ?? '';
  return new Refusal(
    'parameter-value',
    at,
    `dhcpd wants colons between the bytes of a hardware address, not "${written}".`,
    `Write ${mended}.`,
    [{ title: `Write ${mended}`, safe: true, edits: [{ ...at, newText: mended }] }],
  );
}

export interface FixedAddresses {
  readonly addresses: readonly (Ip4 | Ip6)[];
  readonly names: readonly HostName[];
}

/** `fixed-address A, B;` and `fixed-address6 A, B;` of a host. */
export function readFixedAddresses(judgement: Judgement, statement: Statement): FixedAddresses {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  const addresses: (Ip4 | Ip6)[] = [];
  const names: HostName[] = [];
  judgement.reading(statement, reader, () => {
    do {
      if (statement.keyword === 'fixed-address6') {
        addresses.push(readIp6(reader, { rule: 'parameter-value', what: 'an IPv6 address' }));
        continue;
      }
      const found = readIp4OrHostName(reader, { rule: 'parameter-value', what: 'an IPv4 address' });
      if (found.family === 4) addresses.push(found);
      else names.push(found);
    } while (reader.takeSign(','));
    expectEnd(reader);
  });
  return { addresses, names };
}

/** `uid TEXT|HEX;` of a host: its client identifier. */
export function readUid(judgement: Judgement, statement: Statement): HostIdentifier | undefined {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  return judgement.reading(statement, reader, () => {
    const first = reader.peek();
    const bytes =
      first.kind === 'string'
        ? decodeString(reader.next().text).bytes
        : Uint8Array.from(readHexList(reader, 'parameter-value'));
    const at = spanIn(statement, { start: first.start, end: reader.last?.end ?? first.end });
    expectEnd(reader);
    return { kind: 'client-id', bytes, at };
  });
}

/** `host-identifier option NAME VALUE;` or `host-identifier v6relopt N NAME VALUE;` */
export function readHostIdentifier(judgement: Judgement, statement: Statement): HostIdentifier | undefined {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  return judgement.reading(statement, reader, () => {
    const kind = reader.next();
    const word = kind.text.toLowerCase();
    if (word === 'v6relopt') {
      const hops = reader.next();
      if (hops.kind !== 'number' || Number(hops.text) < 0) {
        throw new Refusal(
          'parameter-value',
          hops.kind === 'end' ? kind : hops,
          'The number of relay agents is missing.',
          'Write a number behind v6relopt.',
        );
      }
    } else if (word !== 'option') {
      throw new Refusal(
        'parameter-value',
        kind.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : kind,
        'A host is told apart by an option: "option" and its name belong here.',
        'Write host-identifier option NAME VALUE.',
      );
    }
    const name = readOptionName(reader);
    const definition = judgement.declarations.option(name.spaceKey, name.nameKey, headSpan(statement));
    if (!definition?.type) {
      if (judgement.declarations.incomplete || definition) return undefined;
      throw new Refusal(
        'unknown-option',
        name,
        `There is no option "${name.name.text}"${name.spaceKey === MAIN_SPACE ? '' : ` in the space ${name.spaceKey}`}.`,
        'Define it first.',
      );
    }
    const first = reader.peek();
    const bytes = readValue(reader, definition.type, 'option-value-type');
    expectEnd(reader, definition.type);
    if (!bytes) return undefined;
    const at = spanIn(statement, { start: first.start, end: reader.last?.end ?? first.end });
    return { kind: 'option', space: definition.space, code: definition.code, bytes, at };
  });
}

/** `group NAME;` of a host: the named group whose statements it takes. */
export function readHostGroup(judgement: Judgement, statement: Statement): string | undefined {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  return judgement.reading(statement, reader, () => {
    const token = reader.next();
    if (token.kind !== 'string' && !isName(token)) {
      throw new Refusal(
        'syntax',
        token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
        'The name of a group belongs here.',
        'Name the group.',
      );
    }
    expectEnd(reader);
    const name = token.kind === 'string' ? new TextDecoder().decode(decodeString(token.text).bytes) : token.text;
    if (!judgement.declarations.groups.before(name, headSpan(statement)) && !judgement.declarations.incomplete) {
      throw new Refusal(
        'unknown-reference',
        token,
        `There is no group "${name}" above this host.`,
        'Declare the group first.',
      );
    }
    return name;
  });
}
