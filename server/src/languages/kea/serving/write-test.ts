import type { Expression } from '../../../model/expression.ts';
import { compareVersions } from '../../../model/version.ts';

/** Since when Kea has functions for the case of letters. */
const CASES_SINCE = '2.5.2';

/** What a test is written for. */
export interface Wording {
  readonly version: string;
  /** The space in which the test names DHCP's own options. */
  readonly mainSpace: string;
}

/** A test in Kea's words; undefined where Kea has none for it. */
export function writeTest(test: Expression, wording: Wording): string | undefined {
  switch (test.kind) {
    case 'compare': {
      if (test.operator !== 'equal' && test.operator !== 'not-equal') return undefined;
      const equal = writeComparison(test.left, test.right, wording) ?? writeComparison(test.right, test.left, wording);
      return equal !== undefined && test.operator === 'not-equal' ? `not (${equal})` : equal;
    }
    case 'exists': {
      const option = writeOption(test.space, test.code, wording);
      return option && `${option}.exists`;
    }
    case 'known':
      return "member('KNOWN')";
    case 'not': {
      const of = writeTest(test.of, wording);
      return of && `not (${of})`;
    }
    case 'and':
    case 'or': {
      const left = writeTest(test.left, wording);
      const right = writeTest(test.right, wording);
      if (left === undefined || right === undefined) return undefined;
      const part = (side: Expression, text: string) =>
        (side.kind === 'and' || side.kind === 'or') && side.kind !== test.kind ? `(${text})` : text;
      return `${part(test.left, left)} ${test.kind} ${part(test.right, right)}`;
    }
    default:
      return undefined;
  }
}

/** What is asked of the client, and the bytes that it is to be. */
function writeComparison(asked: Expression, wanted: Expression, wording: Wording): string | undefined {
  if (wanted.kind !== 'bytes') {
    const left = writeValue(asked, wording);
    const right = writeValue(wanted, wording);
    return left !== undefined && right !== undefined ? `${left} == ${right}` : undefined;
  }
  const { bytes } = wanted;
  // The first byte is the type of the hardware, which Kea has by itself.
  if (asked.kind === 'fact' && asked.fact === 'hardware' && bytes.length > 1) {
    return `pkt4.htype == ${bytes[0]} and pkt4.mac == ${hexOf(bytes.subarray(1))}`;
  }
  const value = writeValue(asked, wording);
  return value && `${value} == ${literalOf(bytes)}`;
}

function writeValue(value: Expression, wording: Wording): string | undefined {
  switch (value.kind) {
    case 'bytes':
      return literalOf(value.bytes);
    case 'option': {
      const option = value.side === 'sent' ? writeOption(value.space, value.code, wording) : undefined;
      return option && `${option}.hex`;
    }
    case 'substring': {
      const { of, offset, length } = value;
      if (offset.kind !== 'number' || length.kind !== 'number') return undefined;
      if (of.kind === 'fact') {
        if (of.fact !== 'hardware' || offset.value < 1) return undefined;
        return `substring(pkt4.mac, ${offset.value - 1}, ${length.value})`;
      }
      const inner = writeValue(of, wording);
      return inner && `substring(${inner}, ${offset.value}, ${length.value})`;
    }
    case 'suffix': {
      const inner = writeValue(value.of, wording);
      return inner && value.length.kind === 'number' && value.of.kind !== 'fact'
        ? `substring(${inner}, -${value.length.value}, all)`
        : undefined;
    }
    case 'lower-case':
    case 'upper-case': {
      const inner = writeValue(value.of, wording);
      if (inner === undefined || compareVersions(wording.version, CASES_SINCE) < 0) return undefined;
      return `${value.kind === 'lower-case' ? 'lcase' : 'ucase'}(${inner})`;
    }
    case 'concat': {
      const parts = value.parts.map((part) => writeValue(part, wording));
      const [first, ...others] = parts;
      if (first === undefined || others.includes(undefined)) return undefined;
      return others.reduce<string>((left, right) => `concat(${left}, ${right})`, first);
    }
    default:
      return undefined;
  }
}

/** DHCP's own options by their codes; those of other spaces lie inside of one. */
const writeOption = (space: string, code: number | undefined, { mainSpace }: Wording): string | undefined =>
  space === mainSpace && code !== undefined && code > 0 && code < 255 ? `option[${code}]` : undefined;

const hexOf = (bytes: Uint8Array): string =>
  `0x${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** A text where it is one that Kea takes as it stands. */
function literalOf(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return bytes.length > 0 && /^[\x20-\x26\x28-\x7e]+$/.test(text)
    ? `'${text}'`
    : bytes.length === 0
      ? "''"
      : hexOf(bytes);
}
