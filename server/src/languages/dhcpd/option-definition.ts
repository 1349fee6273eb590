import type { OptionType } from '../../model/option-type.ts';
import type { Token } from './lexer.ts';
import { isName, type LocalMend, type Reader, Refusal, show } from './reader.ts';

/** A definition as written: `code N = TYPE` behind an option's name. */
export interface WrittenDefinition {
  readonly code: number;
  readonly codeAt: Token;
  readonly type: OptionType;
  readonly typeAt: { readonly start: number; readonly end: number };
  /** The space of an `encapsulate`, which must have been declared before. */
  readonly encapsulated: Token | undefined;
}

/** The type words that people write and dhcpd does not know, with what they mean. */
const MEANT: Readonly<Record<string, string>> = {
  txt: 'text',
  str: 'string',
  strings: 'string',
  integer32: 'integer 32',
  integer16: 'integer 16',
  integer8: 'integer 8',
  uint8: 'unsigned integer 8',
  uint16: 'unsigned integer 16',
  uint32: 'unsigned integer 32',
  int8: 'signed integer 8',
  int16: 'signed integer 16',
  int32: 'signed integer 32',
  byte: 'unsigned integer 8',
  dword: 'unsigned integer 32',
  bool: 'boolean',
  ip: 'ip-address',
  ipaddress: 'ip-address',
  'ipv4-address': 'ip-address',
  'ipv6-address': 'ip6-address',
  fqdn: 'domain-name',
};

/** Reads from the word `code` on (common/parse.c, parse_option_code_definition). Throws a refusal where dhcpd refuses. */
export function readDefinition(reader: Reader): WrittenDefinition {
  const keyword = reader.next();
  const code = reader.next();
  if (code.kind !== 'number') {
    const hex = /^0x([0-9a-f]{1,2})$/i.exec(code.text)?.[1];
    const decimal = hex === undefined ? undefined : String(Number.parseInt(hex, 16));
    throw definitionFault(
      code.kind === 'end' || code.text === '=' ? keyword : code,
      `The code of an option is a whole number, not ${show(code)}.`,
      'Write the code in decimal digits.',
      decimal === undefined ? [] : [replace(code, decimal, `Write ${decimal}`)],
    );
  }
  if (!reader.takeSign('=')) throw noEqualsSign(reader, code);
  const start = reader.peek().start;
  const encapsulated: Token[] = [];
  const type = readType(reader, encapsulated);
  return {
    code: Number(code.text) | 0,
    codeAt: code,
    type,
    typeAt: { start, end: reader.last?.end ?? start },
    encapsulated: encapsulated[0],
  };
}

/** What stands behind the code in the place of the equals sign: nothing, too much before it, or the type at once. */
function noEqualsSign(reader: Reader, code: Token): Refusal {
  const found = reader.peek();
  const remedy = 'Write code, equals sign and type, such as "code 224 = text".';
  if (found.kind === 'end') return definitionFault(code, 'The type of the option is missing.', remedy);
  for (let i = 1; reader.peek(i).kind !== 'end'; i++) {
    if (reader.peek(i).text !== '=') continue;
    return definitionFault(
      { start: found.start, end: reader.peek(i - 1).end },
      'The equals sign belongs right behind the code.',
      'Take away what stands between the two.',
      beginsType(found)
        ? []
        : [
            {
              title: 'Take away what stands before the "="',
              safe: true,
              edits: [{ start: code.end, end: reader.peek(i).start, newText: ' ' }],
            },
          ],
    );
  }
  return definitionFault(
    found,
    'An equals sign is missing between the code and the type.',
    remedy,
    beginsType(found)
      ? [{ title: 'Add the missing "="', safe: true, edits: [{ start: code.end, end: code.end, newText: ' =' }] }]
      : [],
  );
}

const COMPOUND: ReadonlySet<string> = new Set([
  'array',
  '{',
  'domain-list',
  'integer',
  'signed',
  'unsigned',
  'encapsulate',
]);

/** Whether a token begins a type, or what others call one. */
function beginsType({ text }: Token): boolean {
  const word = text.toLowerCase();
  return COMPOUND.has(word) || SIMPLE[word] !== undefined || MEANT[word.replaceAll('"', '')] !== undefined;
}

function readType(reader: Reader, encapsulated: Token[]): OptionType {
  if (reader.isWord('array')) {
    const array = reader.next();
    readOf(reader);
    if (reader.isSign('{')) return { kind: 'array', of: readFields(reader, encapsulated, true) };
    const member = readScalar(reader, encapsulated);
    refuseInArray(member, array, encapsulated, reader);
    return { kind: 'array', of: [member] };
  }
  if (reader.isSign('{')) return { kind: 'record', fields: readFields(reader, encapsulated, false) };
  return readScalar(reader, encapsulated);
}

function readOf(reader: Reader): void {
  if (reader.takeWord('of')) return;
  const found = reader.peek();
  const behind = reader.last?.end ?? found.start;
  throw definitionFault(found, `"of" belongs behind "array", not ${show(found)}.`, 'Write "array of" and the type.', [
    { title: 'Add the missing "of"', safe: true, edits: [{ start: behind, end: behind, newText: ' of' }] },
  ]);
}

/** `{ TYPE, TYPE }`: what has no fixed length may only come last. */
function readFields(reader: Reader, encapsulated: Token[], repeated: boolean): OptionType[] {
  reader.next();
  const fields: OptionType[] = [];
  for (;;) {
    const begin = reader.peek();
    let field: OptionType;
    if (reader.isWord('array')) {
      if (repeated) throw definitionFault(begin, 'An array cannot hold another array.', 'Use "array of" once.');
      reader.next();
      readOf(reader);
      if (reader.isSign('{')) {
        throw definitionFault(
          reader.peek(),
          'Inside a record an array holds one simple type only.',
          'Name one type behind "array of".',
        );
      }
      const member = readScalar(reader, encapsulated);
      refuseInArray(member, begin, encapsulated, reader);
      field = { kind: 'array', of: [member] };
    } else {
      field = readScalar(reader, encapsulated);
      if (repeated) refuseInArray(field, begin, encapsulated, reader);
    }
    fields.push(field);
    if (reader.takeSign('}')) return fields;
    const found = reader.peek();
    if (!reader.takeSign(',')) {
      throw definitionFault(
        found.kind === 'end' ? begin : found,
        'The record is not closed: a comma and the next type, or "}", belongs here.',
        'Close the record with "}".',
      );
    }
    if (
      field.kind === 'text' ||
      field.kind === 'string' ||
      field.kind === 'domain-name' ||
      field.kind === 'domain-list' ||
      field.kind === 'empty'
    ) {
      throw definitionFault(
        begin,
        `"${begin.text}" has no fixed length, so nothing can follow it in a record.`,
        'Put it last in the record.',
      );
    }
    if (encapsulated.length > 0) {
      throw definitionFault(
        begin,
        'Nothing can follow an encapsulated space in a record.',
        'Put it last in the record.',
      );
    }
  }
}

function refuseInArray(member: OptionType, at: Token, encapsulated: readonly Token[], reader: Reader): void {
  if (
    member.kind === 'text' ||
    member.kind === 'string' ||
    member.kind === 'domain-name' ||
    member.kind === 'domain-list'
  ) {
    throw definitionFault(
      at,
      'dhcpd has no arrays of texts: where one ends and the next begins could not be told.',
      'Declare a single value.',
      singleValue(at, reader),
    );
  }
  if (member.kind === 'empty' || encapsulated.length > 0) {
    throw definitionFault(at, 'An array of this type makes no sense to dhcpd.', 'Leave out "array of".');
  }
}

/** The same definition without `array of`, where that stands right before the type. */
function singleValue(array: Token, reader: Reader): LocalMend[] {
  const words = /^array\s+of\s+/i.exec(reader.text.slice(array.start));
  if (!words) return [];
  return [
    {
      title: 'Declare a single value',
      safe: true,
      edits: [{ start: array.start, end: array.start + words[0].length, newText: '' }],
    },
  ];
}

const SIMPLE: Readonly<Record<string, OptionType>> = {
  boolean: { kind: 'boolean' },
  'ip-address': { kind: 'ip-address' },
  'ip6-address': { kind: 'ip6-address' },
  'domain-name': { kind: 'domain-name' },
  text: { kind: 'text' },
  string: { kind: 'string' },
  zerolen: { kind: 'empty' },
};

function readScalar(reader: Reader, encapsulated: Token[]): OptionType {
  const token = reader.next();
  const word = token.text.toLowerCase();
  const simple = isName(token) ? SIMPLE[word] : undefined;
  if (simple) return simple;
  switch (word) {
    case 'domain-list':
      return { kind: 'domain-list', compressed: reader.takeWord('compressed') };
    case 'integer':
      return { kind: 'integer', bits: readWidth(reader), signed: true };
    case 'signed':
    case 'unsigned':
      if (!reader.takeWord('integer')) {
        const found = reader.peek();
        throw definitionFault(
          found.kind === 'end' ? token : found,
          `"integer" belongs behind "${token.text}".`,
          `Write "${word} integer" and 8, 16 or 32.`,
          // A width may follow, or another word stands in its place.
          isName(found)
            ? reader.peek(1).kind === 'number'
              ? [replace(found, 'integer', 'Write integer')]
              : []
            : [
                {
                  title: 'Add the missing "integer"',
                  safe: true,
                  edits: [{ start: token.end, end: token.end, newText: ' integer' }],
                },
              ],
        );
      }
      return { kind: 'integer', bits: readWidth(reader), signed: word === 'signed' };
    case 'encapsulate': {
      const space = reader.next();
      if (!isName(space)) {
        throw definitionFault(
          space.kind === 'end' ? token : space,
          'The name of an option space belongs behind "encapsulate".',
          'Name the space, without quotes.',
        );
      }
      encapsulated.push(space);
      return { kind: 'encapsulate', space: space.text };
    }
  }
  const meant = MEANT[word.replaceAll('"', '')];
  throw definitionFault(
    token.kind === 'end' ? { start: reader.last?.start ?? token.start, end: token.end } : token,
    token.kind === 'end' ? 'The type of the option is missing.' : `dhcpd knows no type ${show(token)}.`,
    'Write text, string, ip-address, boolean, or "unsigned integer" and 8, 16 or 32.',
    meant === undefined ? [] : [replace(token, meant, `Declare it as ${meant}`)],
  );
}

function readWidth(reader: Reader): 8 | 16 | 32 {
  const token = reader.next();
  const width = token.kind === 'number' ? Number(token.text) : undefined;
  if (width === 8 || width === 16 || width === 32) return width;
  throw definitionFault(
    token.kind === 'end' ? { start: reader.last?.start ?? token.start, end: token.end } : token,
    token.kind === 'end'
      ? 'The number of bits is missing.'
      : `dhcpd has integers of 8, 16 and 32 bits, not of ${token.text}.`,
    'Write 8, 16 or 32 behind "integer".',
  );
}

const definitionFault = (
  at: { readonly start: number; readonly end: number },
  what: string,
  remedy: string,
  mends: readonly LocalMend[] = [],
): Refusal => new Refusal('option-definition', at, what, remedy, mends);

const replace = (token: Token, newText: string, title: string): LocalMend => ({
  title,
  safe: true,
  edits: [{ start: token.start, end: token.end, newText }],
});
