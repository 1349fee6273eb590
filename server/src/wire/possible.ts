import type { Expression } from '../model/expression.ts';
import type { OptionType } from '../model/option-type.ts';

/** What is known beforehand of the bytes that an expression may yield. */
interface PossibleBytes {
  /** The only bytes that it can yield, where these are known. */
  readonly bytes: Uint8Array | undefined;
  readonly most: number;
  readonly least: number;
  /** The values that its first byte can have; undefined where it may have any. */
  readonly first: readonly number[] | undefined;
  /** Whether letters of one case cannot occur. */
  readonly without: 'capitals' | 'small letters' | undefined;
}

/** When an expression is worked out: classes are told apart before hosts are looked up and before anything is set. */
export interface Moment {
  readonly beforeHosts: boolean;
  /** Functions that the file defines. */
  readonly functions: ReadonlySet<string>;
  /** Variables that have a value before any client comes. */
  readonly constants: ReadonlySet<string>;
  typeOf(space: string, code: number): OptionType | undefined;
}

/** Why no client can ever pass a test: the part that stands in the way, and how. */
export interface Impossibility {
  readonly part: Expression;
  readonly because:
    | { readonly kind: 'too-short'; readonly most: number; readonly wanted: number }
    | { readonly kind: 'too-long'; readonly least: number; readonly wanted: number }
    | { readonly kind: 'hardware-type'; readonly wanted: number }
    | { readonly kind: 'letter-case'; readonly without: 'capitals' | 'small letters' }
    | { readonly kind: 'different'; readonly wanted: Uint8Array; readonly always: Uint8Array }
    /** Not quite impossible: it holds for the clients that do not send what is compared, and for no other. */
    | { readonly kind: 'only-the-missing' }
    | { readonly kind: 'before-hosts' }
    | { readonly kind: 'unset-variable'; readonly name: string }
    | { readonly kind: 'unknown-function'; readonly name: string };
}

/** The hardware types that network cards announce, and the lengths of type and address together (RFC 1700, "hardware type"). */
const HARDWARE_TYPES: readonly number[] = [1, 6, 8, 32];
const HARDWARE_LENGTH = 21;

/** Why a test can never hold (dhcp-eval(5)); undefined where some client may pass it. */
export function neverTrue(expression: Expression, moment: Moment): Impossibility | undefined {
  switch (expression.kind) {
    case 'and':
      return neverTrue(expression.left, moment) ?? neverTrue(expression.right, moment);
    case 'or': {
      const left = neverTrue(expression.left, moment);
      return left && neverTrue(expression.right, moment) ? left : undefined;
    }
    case 'known':
    case 'static':
      return moment.beforeHosts ? { part: expression, because: { kind: 'before-hosts' } } : undefined;
    case 'variable':
      return unset(expression, expression.name, moment);
    case 'call':
      // A call alone as a test never holds, whatever the function returns
      return { part: expression, because: { kind: 'unknown-function', name: expression.name } };
    case 'compare':
      return expression.operator === 'equal' ? neverEqual(expression, moment) : undefined;
    default:
      return undefined;
  }
}

/** Why a value is never there; undefined where it may be. */
export function neverPresent(expression: Expression, moment: Moment): Impossibility | undefined {
  switch (expression.kind) {
    case 'call':
      return moment.functions.has(expression.name)
        ? undefined
        : { part: expression, because: { kind: 'unknown-function', name: expression.name } };
    case 'variable':
      return unset(expression, expression.name, moment);
    case 'substring':
    case 'suffix':
    case 'lower-case':
    case 'upper-case':
    case 'reverse':
    case 'binary-to-ascii':
      return neverPresent(expression.of, moment);
    default:
      return undefined;
  }
}

const unset = (part: Expression, name: string, { beforeHosts, constants }: Moment): Impossibility | undefined =>
  beforeHosts && !constants.has(name) ? { part, because: { kind: 'unset-variable', name } } : undefined;

function neverEqual(
  { left, right }: { readonly left: Expression; readonly right: Expression },
  moment: Moment,
): Impossibility | undefined {
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const absent = neverPresent(side, moment);
    if (!absent) continue;
    // Two missing values are equal: what is compared with nothing fits the clients that send nothing.
    return other.kind === 'bytes' ? absent : { part: side, because: { kind: 'only-the-missing' } };
  }
  const a = possible(left, moment);
  const b = possible(right, moment);
  return a && b ? (differ(left, a, b) ?? differ(right, b, a)) : undefined;
}

/** Why bytes of one kind can never be the constant bytes of another. */
function differ(part: Expression, some: PossibleBytes, { bytes }: PossibleBytes): Impossibility | undefined {
  return bytes && impossible(part, some, bytes);
}

function impossible(part: Expression, some: PossibleBytes, wanted: Uint8Array): Impossibility | undefined {
  const text = new TextDecoder('latin1').decode(wanted);
  if (some.bytes && text !== new TextDecoder('latin1').decode(some.bytes)) {
    return { part, because: { kind: 'different', wanted, always: some.bytes } };
  }
  if (wanted.length > some.most)
    return { part, because: { kind: 'too-short', most: some.most, wanted: wanted.length } };
  if (wanted.length < some.least)
    return { part, because: { kind: 'too-long', least: some.least, wanted: wanted.length } };
  const [first] = wanted;
  if (first !== undefined && some.first && !some.first.includes(first)) {
    return { part, because: { kind: 'hardware-type', wanted: first } };
  }
  if (some.without === 'capitals' && /[A-Z]/.test(text))
    return { part, because: { kind: 'letter-case', without: 'capitals' } };
  if (some.without === 'small letters' && /[a-z]/.test(text)) {
    return { part, because: { kind: 'letter-case', without: 'small letters' } };
  }
  return undefined;
}

/** Why an expression can never yield some bytes, such as the key of a subclass; undefined where it may. */
export function neverYields(expression: Expression, wanted: Uint8Array, moment: Moment): Impossibility | undefined {
  const absent = neverPresent(expression, moment);
  if (absent) return absent;
  const some = possible(expression, moment);
  return some && impossible(expression, some, wanted);
}

const ANY: PossibleBytes = {
  bytes: undefined,
  least: 0,
  most: Number.POSITIVE_INFINITY,
  first: undefined,
  without: undefined,
};

const exactly = (bytes: Uint8Array): PossibleBytes => ({ ...ANY, bytes, least: bytes.length, most: bytes.length });

/** Undefined for what yields no bytes. */
function possible(expression: Expression, moment: Moment): PossibleBytes | undefined {
  switch (expression.kind) {
    case 'bytes':
      return exactly(expression.bytes);
    case 'option': {
      if (expression.side === 'reply' || expression.code === undefined) return ANY;
      const type = moment.typeOf(expression.space, expression.code);
      return type ? { ...ANY, ...lengthsOf(type) } : ANY;
    }
    case 'packet':
    case 'lookup':
    case 'binary-to-ascii':
    case 'reverse':
    case 'relayed':
    case 'first-present':
      return ANY;
    case 'fact':
      if (expression.fact === 'hardware') return { ...ANY, first: HARDWARE_TYPES, most: HARDWARE_LENGTH };
      return expression.fact === 'leased-address' ? { ...ANY, least: 4, most: 4 } : ANY;
    case 'lower-case':
    case 'upper-case':
      return cased(expression, moment);
    case 'substring':
      return partOf(expression, moment);
    case 'suffix': {
      const of = possible(expression.of, moment);
      const length = numberOf(expression.length);
      if (!of || length === undefined) return ANY;
      if (of.bytes) return exactly(of.bytes.subarray(Math.max(0, of.bytes.length - length)));
      return { ...of, first: undefined, least: Math.min(of.least, length), most: Math.min(of.most, length) };
    }
    case 'concat': {
      const parts = expression.parts.map((part) => possible(part, moment));
      return {
        ...ANY,
        least: parts.reduce((sum, part) => sum + (part?.least ?? 0), 0),
        most: parts.reduce((sum, part) => sum + (part?.most ?? Number.POSITIVE_INFINITY), 0),
        first: (parts[0]?.least ?? 0) > 0 ? parts[0]?.first : undefined,
      };
    }
    case 'encode-int':
      return { ...ANY, least: expression.bits / 8, most: expression.bits / 8 };
    default:
      return undefined;
  }
}

function cased(
  { kind, of }: Extract<Expression, { readonly kind: 'lower-case' | 'upper-case' }>,
  moment: Moment,
): PossibleBytes {
  const some = possible(of, moment) ?? ANY;
  if (!some.bytes) return { ...some, without: kind === 'lower-case' ? 'capitals' : 'small letters' };
  const shift = (byte: number) => {
    if (kind === 'lower-case') return byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte;
    return byte >= 0x61 && byte <= 0x7a ? byte - 32 : byte;
  };
  return exactly(some.bytes.map(shift));
}

function partOf(
  { of, offset, length }: Extract<Expression, { readonly kind: 'substring' }>,
  moment: Moment,
): PossibleBytes {
  const some = possible(of, moment);
  const from = numberOf(offset);
  const count = numberOf(length);
  if (!some || from === undefined || count === undefined) return ANY;
  if (some.bytes) return exactly(some.bytes.subarray(from, from + count));
  return {
    ...some,
    // What is shorter than the part wanted is cut shorter too
    least: Math.max(0, Math.min(some.least - from, count)),
    most: Math.max(0, Math.min(some.most - from, count)),
    first: from === 0 ? some.first : undefined,
  };
}

const numberOf = (expression: Expression): number | undefined =>
  expression.kind === 'number' ? expression.value : undefined;

/** How many bytes a client that keeps to an option's type sends. */
function lengthsOf(type: OptionType): Pick<PossibleBytes, 'least' | 'most'> {
  switch (type.kind) {
    case 'integer':
    case 'enumeration':
      return { least: type.bits / 8, most: type.bits / 8 };
    case 'boolean':
      return { least: 1, most: 1 };
    case 'ip-address':
    case 'lease-time':
      return { least: 4, most: 4 };
    case 'ip6-address':
      return { least: 16, most: 16 };
    case 'array':
    case 'record': {
      const parts = (type.kind === 'array' ? type.of : type.fields).map(lengthsOf);
      const sum = (end: 'least' | 'most'): number => parts.reduce((total, part) => total + part[end], 0);
      return { least: sum('least'), most: type.kind === 'array' ? Number.POSITIVE_INFINITY : sum('most') };
    }
    default:
      return { least: 0, most: Number.POSITIVE_INFINITY };
  }
}
