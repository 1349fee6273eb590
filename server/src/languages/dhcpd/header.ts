import type { AddressRange } from '../../model/scope.ts';
import { maskOf, readHostName, readIp4, readIp6, showAddress } from './address.ts';
import { decodeString } from './lexer.ts';
import { isName, Reader, Refusal, show } from './reader.ts';
import type { Statement } from './statement.ts';
import { readHexList } from './value.ts';

/** What stands between a declaration's keyword and its block. */
export interface Header {
  readonly name: string | undefined;
  readonly nameAt: { readonly start: number; readonly end: number } | undefined;
  /** A subnet's addresses. */
  readonly network: AddressRange | undefined;
  /** A subclass's key. */
  readonly key: Uint8Array | undefined;
  readonly keyAt: { readonly start: number; readonly end: number } | undefined;
  /** Why dhcpd refuses it. */
  readonly refusal: Refusal | undefined;
}

type Parts = { -readonly [K in keyof Header]: Header[K] };

/** The header of a declaration, as far as it can be read. */
export function readHeader(statement: Statement): Header {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  const parts: Parts = {
    name: undefined,
    nameAt: undefined,
    network: undefined,
    key: undefined,
    keyAt: undefined,
    refusal: undefined,
  };
  try {
    read(statement, reader, parts);
    if (!reader.atEnd) throw unexpected(reader, statement.keyword);
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    parts.refusal = refusal;
  }
  return parts;
}

function unexpected(reader: Reader, keyword: string): Refusal {
  const found = reader.peek();
  return new Refusal(
    'syntax',
    reader.restFrom(found),
    `Behind the head of this ${keyword} dhcpd expects "{", but ${show(found)} follows.`,
    'Take away what does not belong here.',
  );
}

function read(statement: Statement, reader: Reader, parts: Parts): void {
  switch (statement.keyword) {
    case 'subnet':
      readSubnet(reader, parts);
      return;
    case 'subnet6':
      readSubnet6(reader, parts);
      return;
    case 'class':
    case 'vendor-class':
    case 'user-class':
      readQuotedName(statement, reader, parts, 'class');
      return;
    case 'subclass':
      readQuotedName(statement, reader, parts, 'class');
      readKey(statement, reader, parts);
      return;
    case 'host':
    case 'zone':
      readDottedName(statement, reader, parts);
      return;
    case 'key':
    case 'shared-network':
      if (reader.peek().kind === 'string') {
        readString(reader, parts);
        return;
      }
      readDottedName(statement, reader, parts);
      return;
    case 'group':
      if (reader.atEnd) return;
      readAnyName(statement, reader, parts);
      return;
    case 'failover':
      if (!reader.takeWord('peer')) {
        throw new Refusal(
          'syntax',
          reader.peek(),
          'The word "peer" belongs behind "failover".',
          'Write failover peer "NAME".',
        );
      }
      readAnyName(statement, reader, parts);
      reader.takeWord('state');
      return;
  }
}

function readSubnet(reader: Reader, parts: Parts): void {
  const address = readIp4(reader, { rule: 'address-range', what: 'the address of the network' });
  if (!reader.takeWord('netmask')) {
    const prefix = reader.isSign('/') ? Number(reader.peek(1).text) : undefined;
    const at = reader.atEnd ? address : reader.restFrom(reader.peek());
    const mask = prefix !== undefined && prefix >= 0 && prefix <= 32 ? maskOf(prefix) : undefined;
    throw new Refusal(
      'incomplete-declaration',
      at,
      prefix === undefined
        ? 'The netmask of this subnet is missing.'
        : 'dhcpd does not know the short form of a netmask in a subnet declaration.',
      'Write netmask and the mask behind the address.',
      mask === undefined
        ? []
        : [
            {
              title: `Write netmask ${showAddress(4, mask)}`,
              safe: true,
              edits: [{ start: address.end, end: at.end, newText: ` netmask ${showAddress(4, mask)}` }],
            },
          ],
    );
  }
  const mask = readIp4(reader, { rule: 'address-range', what: 'the netmask' });
  const size = 0xffffffffn - mask.address;
  const low = address.address & mask.address;
  parts.network = { family: 4, low, high: low | size };
  setName(parts, showAddress(4, address.address), address);
  if ((address.address & size) !== 0n) {
    // Only a mask without holes lets a mend be told: with holes nobody knows what was meant.
    const whole = (size & (size + 1n)) === 0n;
    throw new Refusal(
      'address-range',
      { start: address.start, end: mask.end },
      whole
        ? `${showAddress(4, address.address)} is an address inside the network, not the network's own: its host part is not zero.`
        : `The netmask ${showAddress(4, mask.address)} does not fit the address ${showAddress(4, address.address)}.`,
      whole
        ? `The network is ${showAddress(4, low)}.`
        : 'Write a mask of ones followed by zeros, such as 255.255.255.0.',
      whole
        ? [
            {
              title: `Write ${showAddress(4, low)}`,
              safe: true,
              edits: [{ start: address.start, end: address.end, newText: showAddress(4, low) }],
            },
          ]
        : [],
    );
  }
}

function readSubnet6(reader: Reader, parts: Parts): void {
  const address = readIp6(reader, { rule: 'address-range', what: 'the prefix of the network' });
  if (!reader.takeSign('/')) {
    throw new Refusal(
      'incomplete-declaration',
      reader.atEnd ? address : reader.peek(),
      'The length of the prefix is missing.',
      'Write "/" and the number of bits behind the address, such as /64.',
    );
  }
  const bits = readPrefixLength(reader, 0, 128);
  const size = (1n << BigInt(128 - bits.value)) - 1n;
  const low = address.address & ~size;
  parts.network = { family: 6, low, high: low | size };
  setName(parts, `${showAddress(6, address.address)}/${bits.value}`, { start: address.start, end: bits.end });
  if ((address.address & size) !== 0n) {
    throw new Refusal(
      'address-range',
      { start: address.start, end: bits.end },
      `${showAddress(6, address.address)} has bits beyond the first ${bits.value}.`,
      `The network is ${showAddress(6, low)}/${bits.value}.`,
      [
        {
          title: `Write ${showAddress(6, low)}`,
          safe: true,
          edits: [{ start: address.start, end: address.end, newText: showAddress(6, low) }],
        },
      ],
    );
  }
}

/** The number behind a "/". */
export function readPrefixLength(
  reader: Reader,
  least: number,
  most: number,
): { readonly value: number; readonly start: number; readonly end: number } {
  const token = reader.next();
  const value = token.kind === 'number' ? Number(token.text) : Number.NaN;
  if (value >= least && value <= most) return { value, start: token.start, end: token.end };
  throw new Refusal(
    'address-range',
    token.kind === 'end' ? { start: reader.last?.start ?? token.start, end: token.end } : token,
    token.kind === 'end'
      ? 'The length of the prefix is missing.'
      : `${show(token)} is no length of an IPv6 prefix here.`,
    `Write a number from ${least} to ${most}.`,
  );
}

function readQuotedName(statement: Statement, reader: Reader, parts: Parts, kind: string): void {
  if (reader.peek().kind === 'string') {
    readString(reader, parts);
    return;
  }
  const token = reader.next();
  const quotable = isName(token) && reader.atEnd;
  if (isName(token)) setName(parts, token.text, token);
  throw new Refusal(
    'syntax',
    token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
    token.kind === 'end' ? `The name of the ${kind} is missing.` : `The name of a ${kind} stands in quotes.`,
    `Write the name in quotes.`,
    quotable
      ? [
          {
            title: 'Put the name into quotes',
            safe: true,
            edits: [{ start: token.start, end: token.end, newText: `"${token.text}"` }],
          },
        ]
      : [],
  );
}

function readKey(statement: Statement, reader: Reader, parts: Parts): void {
  const token = reader.peek();
  if (token.kind === 'string') {
    parts.key = decodeString(reader.next().text).bytes;
    parts.keyAt = token;
    return;
  }
  if (token.kind === 'number' || token.kind === 'hex-word') {
    parts.key = Uint8Array.from(readHexList(reader, 'syntax'));
    parts.keyAt = { start: token.start, end: reader.last?.end ?? token.end };
    return;
  }
  throw new Refusal(
    'syntax',
    token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
    token.kind === 'end' ? 'The key of this subclass is missing.' : `${show(token)} is no key of a subclass.`,
    'Write the value that the class matches: a text in quotes, or bytes such as 1:0a:1b:2c:3d:4e:5f.',
    isName(token) && reader.peek(1).kind === 'end'
      ? [
          {
            title: 'Put the key into quotes',
            safe: true,
            edits: [{ start: token.start, end: token.end, newText: `"${token.text}"` }],
          },
        ]
      : [],
  );
}

function readDottedName(statement: Statement, reader: Reader, parts: Parts): void {
  const found = reader.peek();
  const name = readHostName(reader);
  if (name) {
    setName(parts, name.name, name);
    return;
  }
  const inner = /^"([A-Za-z0-9][\w.-]*)"$/.exec(found.text)?.[1];
  if (inner !== undefined) setName(parts, inner, found);
  throw new Refusal(
    'syntax',
    found.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : found,
    found.kind === 'end'
      ? `The name of this ${statement.keyword} is missing.`
      : found.kind === 'string'
        ? `The name of a ${statement.keyword} stands without quotes.`
        : `${show(found)} stands where the name of this ${statement.keyword} belongs.`,
    'Write a name of letters, digits, dashes and dots.',
    inner === undefined
      ? []
      : [
          {
            title: 'Take the quotes away',
            safe: true,
            edits: [{ start: found.start, end: found.end, newText: inner }],
          },
        ],
  );
}

function readAnyName(statement: Statement, reader: Reader, parts: Parts): void {
  if (reader.peek().kind === 'string') {
    readString(reader, parts);
    return;
  }
  const token = reader.next();
  if (isName(token)) {
    setName(parts, token.text, token);
    return;
  }
  throw new Refusal(
    'syntax',
    token.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : token,
    token.kind === 'end' ? 'The name is missing.' : `${show(token)} stands where a name belongs.`,
    'Write a name, in quotes or as one word.',
  );
}

function readString(reader: Reader, parts: Parts): void {
  const token = reader.next();
  setName(parts, new TextDecoder().decode(decodeString(token.text).bytes), token);
}

function setName(parts: Parts, name: string, at: { readonly start: number; readonly end: number }): void {
  parts.name = name;
  parts.nameAt = at;
}
