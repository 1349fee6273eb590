import { describeType, type OptionType } from '../../model/option-type.ts';
import { addressBytes, addressOfName, readHostName, readIp4OrHostName, readIp6 } from './address.ts';
import { encodeDomainName, joinDomainNames } from './domain-name.ts';
import { hexByte } from './expression/literals.ts';
import { decodeString, type Token } from './lexer.ts';
import { bigEndian, readInteger } from './number.ts';
import { isName, type LocalMend, type Reader, Refusal, show } from './reader.ts';

type ValueRule = 'option-value-type' | 'parameter-value';

const ENCODER = new TextEncoder();
const SECONDS = { bits: 32, signed: false } as const;

/**
 * The bytes of a value of this type, read from the reader as dhcpd reads it (common/parse.c, parse_option_data); undefined where a host
 * name stands, whose address is looked up when a client asks. Throws a refusal where dhcpd refuses.
 */
export function readValue(reader: Reader, type: OptionType, rule: ValueRule): Uint8Array | undefined {
  const parts: Uint8Array[] = [];
  const known = readInto(reader, type, rule, parts);
  return known ? concat(parts) : undefined;
}

/** Reads one value, appends its bytes, and tells whether all of them are known. */
function readInto(reader: Reader, type: OptionType, rule: ValueRule, parts: Uint8Array[]): boolean {
  const put = (bytes: Uint8Array): true => {
    parts.push(bytes);
    return true;
  };
  switch (type.kind) {
    case 'array': {
      let known = true;
      do for (const member of type.of) known = readInto(reader, member, rule, parts) && known;
      while (reader.takeSign(','));
      return known;
    }
    case 'record': {
      let known = true;
      for (const field of type.fields) known = readInto(reader, field, rule, parts) && known;
      return known;
    }
    case 'optional':
      return reader.atEnd || readInto(reader, type.of, rule, parts);
    case 'integer':
      return put(bigEndian(readInteger(reader, type, rule).value, type.bits / 8));
    case 'lease-time':
      if (reader.takeWord('infinite')) return put(Uint8Array.of(255, 255, 255, 255));
      return put(bigEndian(readInteger(reader, SECONDS, rule).value, 4));
    case 'boolean':
    case 'flag':
      return put(Uint8Array.of(readSwitch(reader, rule)));
    case 'ip-address': {
      const found = readIp4OrHostName(reader, { rule, what: 'an IPv4 address' });
      const address = found.family === 4 ? found.address : addressOfName(found.name);
      return address !== undefined && put(addressBytes(4, address));
    }
    case 'ip6-address':
      return put(addressBytes(6, readIp6(reader, { rule, what: 'an IPv6 address' }).address));
    case 'text':
      return put(readText(reader, rule));
    case 'string':
    case 'encapsulate':
    case 'vendor-encapsulate':
      return put(readBytes(reader, rule));
    case 'domain-name':
      return put(readDomainName(reader, rule));
    case 'domain-list':
      return put(readDomainList(reader, type.compressed, rule));
    case 'empty':
      if (reader.atEnd) return put(Uint8Array.of());
      throw new Refusal(rule, reader.peek(), 'This option carries no value.', 'Take away what stands behind its name.');
    case 'enumeration':
      return put(bigEndian(readEnumerated(reader, type.values, rule), type.bits / 8));
    case 'option-space':
      return put(ENCODER.encode(readSpaceName(reader, rule).text));
    case 'key': {
      if (reader.peek().kind === 'string') return put(decodeString(reader.next().text).bytes);
      const name = readHostName(reader);
      if (name) return put(ENCODER.encode(name.name));
      throw new Refusal(
        rule,
        reader.peek(),
        `${show(reader.peek())} stands where the name of a key belongs.`,
        'Name a key.',
      );
    }
  }
}

const SWITCH: Readonly<Record<string, number>> = { true: 1, on: 1, false: 0, off: 0, ignore: 2 };

function readSwitch(reader: Reader, rule: ValueRule): number {
  const token = reader.next();
  const value = isName(token) ? SWITCH[token.text.toLowerCase()] : undefined;
  if (value !== undefined) return value;
  const meant = {
    yes: 'on',
    '1': 'on',
    enabled: 'on',
    enable: 'on',
    no: 'off',
    '0': 'off',
    disabled: 'off',
    disable: 'off',
  }[token.text.toLowerCase()];
  throw new Refusal(
    rule,
    token,
    `dhcpd knows on, off, true and false here, not ${show(token)}.`,
    'Write one of them.',
    meant === undefined ? [] : [replaced(token, meant, `Write ${meant}`)],
  );
}

/** Quoted text, or one bare word. */
function readText(reader: Reader, rule: ValueRule): Uint8Array {
  const first = reader.peek();
  if (first.kind === 'string') return decodeString(reader.next().text).bytes;
  const run = unspacedRun(reader);
  if (isName(first) && run.length === 1) return ENCODER.encode(reader.next().text);
  throw unquotedText(reader, run, rule);
}

/** Quoted text, or hexadecimal bytes with colons between them. */
function readBytes(reader: Reader, rule: ValueRule): Uint8Array {
  const first = reader.peek();
  if (first.kind === 'string') return decodeString(reader.next().text).bytes;
  const run = unspacedRun(reader);
  if (first.kind !== 'number' && first.kind !== 'hex-word') throw unquotedText(reader, run, rule);
  if (run.some((token) => token.kind === 'sign' && token.text !== ':')) throw unquotedText(reader, run, rule);
  return Uint8Array.from(readHexList(reader, rule));
}

/** Bytes in one or two hexadecimal digits each, joined by colons (common/parse.c, parse_cshl). */
export function readHexList(reader: Reader, rule: ValueRule | 'syntax'): number[] {
  const first = reader.peek();
  const bytes: number[] = [];
  do {
    const token = reader.next();
    if (token.kind !== 'number' && token.kind !== 'hex-word') {
      throw new Refusal(
        rule,
        token.kind === 'end' ? (reader.last ?? token) : token,
        token.kind === 'end'
          ? 'The list of bytes ends with a colon.'
          : `${show(token)} is no byte: one or two hexadecimal digits belong between the colons.`,
        'Write bytes such as 0a:1f:ff.',
        token.kind === 'end' ? [withoutLastColon(reader)].filter((mend) => mend !== undefined) : [],
      );
    }
    const byte = hexByte(token.text);
    if (byte === undefined) {
      throw new Refusal(
        rule,
        token,
        `"${token.text}" is no byte: one or two hexadecimal digits belong between the colons.`,
        'Write bytes such as 0a:1f:ff.',
      );
    }
    bytes.push(byte);
  } while (reader.takeSign(':'));
  const next = reader.peek();
  if (next.kind === 'number' || next.kind === 'hex-word' || reader.isSign(',')) {
    throw new Refusal(
      'syntax',
      next,
      `The bytes are not joined: a colon belongs before ${show(next)}.`,
      'Put a colon between all bytes.',
      joinedWithColons(reader, first),
    );
  }
  return bytes;
}

function withoutLastColon(reader: Reader): LocalMend | undefined {
  const colon = reader.last;
  if (!colon) return undefined;
  return {
    title: 'Take the last colon away',
    safe: true,
    edits: [{ start: colon.start, end: colon.end, newText: '' }],
  };
}

/** Where all that follows is hex digits with blanks, commas or dashes between them: the same bytes with colons. */
function joinedWithColons(reader: Reader, first: Token): LocalMend[] {
  const rest = reader.restFrom(first);
  const bytes = reader.text.slice(rest.start, rest.end).split(/[\s,:-]+/);
  if (!bytes.every((byte) => /^[0-9a-f]{1,2}$/i.test(byte))) return [];
  return [{ title: 'Join the bytes with colons', safe: true, edits: [{ ...rest, newText: bytes.join(':') }] }];
}

function readDomainName(reader: Reader, rule: ValueRule): Uint8Array {
  const found = reader.peek();
  const name = readHostName(reader);
  if (name) return encodeDomainName(name.name, name);
  const inner = /^"([\w.-]+)"$/.exec(found.text)?.[1];
  throw new Refusal(
    rule,
    found.kind === 'end' ? { start: reader.last?.start ?? found.start, end: found.end } : found,
    `A domain name without quotes belongs here, not ${show(found)}.`,
    'Write the bare name.',
    inner === undefined ? [] : [replaced(found, inner, 'Take the quotes away')],
  );
}

function readDomainList(reader: Reader, compressed: boolean, rule: ValueRule): Uint8Array {
  const names: Uint8Array[] = [];
  do {
    const token = reader.peek();
    if (token.kind === 'unclosed-string') reader.next();
    if (token.kind !== 'string') {
      const run = unspacedRun(reader);
      const text = run.map(({ text: part }) => part).join('');
      throw new Refusal(
        rule,
        spanOf(run, token),
        `A domain name in quotes belongs here, not ${show(token)}.`,
        'Put each domain into quotes of its own, with commas between them.',
        /^[\w.-]+$/.test(text) ? [quoted(run, 'Put the domain into quotes')] : [],
      );
    }
    reader.next();
    const text = token.text.slice(1, -1);
    names.push(encodeDomainName(text, token));
    const words = text.trim().split(/[\s,]+/);
    if (words.length > 1) {
      reader.doubt({
        rule,
        severity: 'warning',
        start: token.start,
        end: token.end,
        what: `${token.text} is one name with ${text.includes(',') ? 'a comma' : 'a blank'} in it, not a list: dhcpd does not split it.`,
        hurts: 'Clients search a domain that does not exist.',
        remedy: 'Give each domain quotes of its own, with commas between them.',
        mends: [replaced(token, words.map((word) => `"${word}"`).join(', '), 'Quote each domain by itself')],
      });
    }
  } while (reader.takeSign(','));
  return joinDomainNames(names, compressed);
}

function readEnumerated(reader: Reader, values: Readonly<Record<string, number>>, rule: ValueRule): number {
  const token = reader.next();
  const value = isName(token) && Object.hasOwn(values, token.text) ? values[token.text] : undefined;
  if (value !== undefined) return value;
  const words = Object.keys(values);
  const meant = words.find((word) => word.toLowerCase() === token.text.replaceAll('"', '').toLowerCase());
  throw new Refusal(
    rule,
    token,
    `${show(token)} is not one of the words that dhcpd knows here.`,
    `Write one of ${words.join(', ')}.`,
    meant === undefined ? [] : [replaced(token, meant, `Write ${meant}`)],
  );
}

/** The name of an option space: one bare word. Whether the space exists is asked only when a client comes. */
function readSpaceName(reader: Reader, rule: ValueRule): Token {
  const token = reader.next();
  if (isName(token)) return token;
  const inner = /^"([A-Za-z][\w-]*)"$/.exec(token.text)?.[1];
  throw new Refusal(
    rule,
    token,
    `The name of an option space stands here without quotes, not ${show(token)}.`,
    'Write the bare name.',
    inner === undefined ? [] : [replaced(token, inner, 'Take the quotes away')],
  );
}

/** The next token and those that follow without white space, up to a comma or the end. */
function unspacedRun(reader: Reader): Token[] {
  const run: Token[] = [];
  for (let i = 0; ; i++) {
    const token = reader.peek(i);
    if (token.kind === 'end' || token.kind === 'string' || (token.kind === 'sign' && /[,(){}]/.test(token.text))) break;
    if (i > 0 && token.spaced) break;
    run.push(token);
  }
  return run;
}

function unquotedText(reader: Reader, run: readonly Token[], rule: ValueRule): Refusal {
  const found = reader.peek();
  // The reader refuses a quote that is never closed.
  if (found.kind === 'unclosed-string') reader.next();
  const at = spanOf(run, found);
  if (reader.isSign(':') || reader.isSign('=')) {
    return new Refusal(
      'syntax',
      found,
      `No ${show(found)} stands between a name and its value here.`,
      'Take it away.',
      [
        {
          title: `Take ${show(found)} away`,
          safe: true,
          edits: [{ start: found.start, end: found.end, newText: '' }],
        },
      ],
    );
  }
  if (found.kind === 'end') {
    const last = reader.last;
    return new Refusal(
      rule,
      { start: last?.start ?? found.start, end: found.end },
      'The value is missing.',
      'Write it in quotes behind the name.',
    );
  }
  const typographic = typographicQuotes(reader, found);
  if (typographic) return typographic;
  const text = reader.text.slice(at.start, at.end);
  const isAddress = /^\d+(\.\d+){3}$/.test(text);
  const hex = joinedWithColons(reader, found);
  if (hex.length > 0 && /^[0-9a-f]{1,2}([-][0-9a-f]{1,2}){2,}$/i.test(text)) {
    return new Refusal(rule, at, 'The bytes are joined by dashes; dhcpd wants colons.', 'Join them with colons.', hex);
  }
  const quotable = run.length > 0 && /^[\w.:/-]+$/.test(text) && reader.restFrom(found).end === at.end;
  return new Refusal(
    rule,
    at,
    `${isAddress ? 'The address' : `"${text || found.text}"`} stands without quotes where dhcpd expects a text.`,
    'Put it into quotes.',
    quotable ? [quoted(run, isAddress ? 'Quote the address' : 'Put the text into quotes')] : [],
  );
}

function typographicQuotes(reader: Reader, found: Token): Refusal | undefined {
  if (!/^[“”„‟«»‘’‚`´']$/u.test(found.text)) return undefined;
  const rest = reader.restFrom(found);
  const text = reader.text.slice(rest.start, rest.end);
  const inner = /^.([^"“”„‟«»‘’‚`´']*).$/u.exec(text)?.[1];
  return new Refusal(
    'syntax',
    found,
    `${found.text} is not the quote that dhcpd knows.`,
    'Use the plain double quote, ".',
    inner === undefined ? [] : [{ title: 'Use plain quotes', safe: true, edits: [{ ...rest, newText: `"${inner}"` }] }],
  );
}

function spanOf(run: readonly Token[], otherwise: Token): { readonly start: number; readonly end: number } {
  const first = run[0];
  const last = run.at(-1);
  return first && last ? { start: first.start, end: last.end } : otherwise;
}

function quoted(run: readonly Token[], title: string): LocalMend {
  const start = run[0]?.start ?? 0;
  const end = run.at(-1)?.end ?? start;
  return {
    title,
    safe: true,
    edits: [
      { start, end: start, newText: '"' },
      { start: end, end, newText: '"' },
    ],
  };
}

const replaced = (token: Token, newText: string, title: string): LocalMend => ({
  title,
  safe: true,
  edits: [{ start: token.start, end: token.end, newText }],
});

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Refuses what stands behind a complete value: dhcpd expects the semicolon there. */
export function expectEnd(reader: Reader, type?: OptionType): void {
  if (reader.atEnd) return;
  const found = reader.peek();
  const last = reader.last;
  const behind = last?.end ?? found.start;
  if (reader.onNewLine) {
    throw new Refusal(
      'syntax',
      { start: last?.start ?? behind, end: behind },
      'The semicolon at the end of this line is missing.',
      'Add it.',
      [{ title: 'Add the missing ";"', safe: true, edits: [{ start: behind, end: behind, newText: ';' }] }],
    );
  }
  const listed =
    type?.kind === 'array' && last !== undefined && (found.kind === last.kind || (isName(found) && isName(last)));
  if (listed) {
    throw new Refusal(
      'syntax',
      found,
      `A comma is missing before ${show(found)}.`,
      'Put commas between the values of a list.',
      [{ title: 'Add the missing ","', safe: true, edits: [{ start: behind, end: behind, newText: ',' }] }],
    );
  }
  if (reader.isSign(',') && (type?.kind === 'text' || type?.kind === 'string')) {
    const rest = reader.restFrom(found);
    throw new Refusal('syntax', found, 'This option takes one text, not a list.', 'Keep one of the values.', [
      { title: 'Keep the first value', safe: false, edits: [{ ...rest, newText: '' }] },
    ]);
  }
  throw new Refusal(
    'syntax',
    found,
    `dhcpd expects the semicolon here, but ${show(found)} follows.`,
    type === undefined
      ? 'Take away what does not belong here, or end the statement before it.'
      : `One value of the type "${describeType(type)}" stands here: take away what does not belong to it.`,
  );
}
