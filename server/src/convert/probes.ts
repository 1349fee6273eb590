import type { Expression } from '../model/expression.ts';
import { bytesOfText } from '../wire/bytes.ts';
import { type ClientDescription, describeClient } from '../wire/client.ts';

/** What a client says of itself, as far as tests ask for it. */
export interface Probe {
  readonly mac: Uint8Array | undefined;
  readonly options: ReadonlyMap<number, Uint8Array>;
}

export const NOBODY: Probe = { mac: undefined, options: new Map() };

export const clientOf = ({ mac, options }: Probe, request: readonly number[]) =>
  describeClient({ mac, options, request } satisfies ClientDescription);

export const withVendorClass = (text: string): Probe => ({
  mac: undefined,
  options: new Map([[60, bytesOfText(text)]]),
});

/** Two clients in one; undefined where they say different things. */
export function merged(a: Probe, b: Probe): Probe | undefined {
  if (a.mac && b.mac && a.mac.join() !== b.mac.join()) return undefined;
  const options = new Map(a.options);
  for (const [code, bytes] of b.options) {
    const known = options.get(code);
    if (known && known.join() !== bytes.join()) return undefined;
    options.set(code, bytes);
  }
  return { mac: a.mac ?? b.mac, options };
}

/**
 * Clients that pass a test, found from what it compares; none where nothing is found.
 * @param known a client that the server knows by a host declaration
 */
export function passing(test: Expression, known: Probe | undefined): readonly Probe[] {
  switch (test.kind) {
    case 'compare': {
      // Who does not send it is no such client either.
      if (test.operator === 'not-equal') return [NOBODY];
      if (test.operator !== 'equal') return [];
      const literal = [test.left, test.right].find(({ kind }) => kind === 'bytes');
      const other = test.left === literal ? test.right : test.left;
      return literal?.kind === 'bytes' ? yielding(other, literal.bytes) : [];
    }
    case 'exists':
      return test.code === undefined ? [] : [option(test.code, bytesOfText('x'))];
    case 'known':
      return known ? [known] : [];
    case 'and':
      return passing(test.left, known).flatMap((left) =>
        passing(test.right, known).flatMap((right) => merged(left, right) ?? []),
      );
    case 'or':
      return [...passing(test.left, known), ...passing(test.right, known)];
    // Whoever says nothing passes, and with others it is tried.
    case 'not':
      return [NOBODY];
    default:
      return [];
  }
}

/** Clients that fail a test which others pass by saying nothing. */
export function failing(test: Expression, known: Probe | undefined): readonly Probe[] {
  switch (test.kind) {
    case 'not':
      return passing(test.of, known);
    case 'compare':
      return test.operator === 'not-equal' ? passing({ ...test, operator: 'equal' }, known) : [];
    case 'and':
    case 'or':
      return [...failing(test.left, known), ...failing(test.right, known)];
    default:
      return [];
  }
}

const option = (code: number, bytes: Uint8Array): Probe => ({ mac: undefined, options: new Map([[code, bytes]]) });

/** Clients of whom an expression yields these bytes. */
function yielding(expression: Expression, bytes: Uint8Array): readonly Probe[] {
  switch (expression.kind) {
    case 'option':
      return expression.side === 'sent' && expression.code !== undefined ? [option(expression.code, bytes)] : [];
    case 'lower-case':
    case 'upper-case':
      return yielding(expression.of, bytes);
    case 'suffix':
      return yielding(expression.of, bytes);
    case 'substring': {
      const { offset } = expression;
      if (offset.kind !== 'number' || offset.value < 0 || offset.value > 64) return [];
      const before = new Uint8Array(offset.value);
      if (expression.of.kind === 'fact' && offset.value > 0) before[0] = 1;
      return yielding(expression.of, Uint8Array.from([...before, ...bytes]));
    }
    case 'fact': {
      if (expression.fact !== 'hardware' || bytes.length < 2 || bytes[0] !== 1) return [];
      // A card that most likely no host declaration names.
      const address = Uint8Array.of(0x5a, 0x5a, 0x5a, 0x5b, 0x5c, 0x5d);
      address.set(bytes.subarray(1, 7));
      return [{ mac: address, options: new Map() }];
    }
    default:
      return [];
  }
}

/** Whether a client passes a test; undefined where that is not told from these. */
export function passes(test: Expression, probe: Probe, isKnown: (probe: Probe) => boolean): boolean | undefined {
  switch (test.kind) {
    case 'compare': {
      if (test.operator !== 'equal' && test.operator !== 'not-equal') return undefined;
      const left = bytesYielded(test.left, probe);
      const right = bytesYielded(test.right, probe);
      if (left === 'unknown' || right === 'unknown') return undefined;
      const same = left !== null && right !== null && left.join() === right.join();
      return test.operator === 'equal' ? same : !same;
    }
    case 'exists':
      return test.code === undefined ? undefined : probe.options.has(test.code);
    case 'known':
      return isKnown(probe);
    case 'not': {
      const inner = passes(test.of, probe, isKnown);
      return inner === undefined ? undefined : !inner;
    }
    case 'and':
    case 'or': {
      const left = passes(test.left, probe, isKnown);
      const right = passes(test.right, probe, isKnown);
      if (left === undefined || right === undefined) return undefined;
      return test.kind === 'and' ? left && right : left || right;
    }
    default:
      return undefined;
  }
}

/** Null for what the client does not send. */
function bytesYielded(expression: Expression, probe: Probe): Uint8Array | null | 'unknown' {
  switch (expression.kind) {
    case 'bytes':
      return expression.bytes;
    case 'null':
      return null;
    case 'option':
      if (expression.side !== 'sent' || expression.code === undefined) return 'unknown';
      return probe.options.get(expression.code) ?? null;
    case 'fact':
      if (expression.fact !== 'hardware') return 'unknown';
      return Uint8Array.from([1, ...(probe.mac ?? [2, 0xd7, 0, 0, 0, 1])]);
    case 'substring': {
      const of = bytesYielded(expression.of, probe);
      const { offset, length } = expression;
      if (of === 'unknown' || offset.kind !== 'number' || length.kind !== 'number') return 'unknown';
      return of && (offset.value >= of.length ? null : of.subarray(offset.value, offset.value + length.value));
    }
    case 'suffix': {
      const of = bytesYielded(expression.of, probe);
      const { length } = expression;
      if (of === 'unknown' || length.kind !== 'number') return 'unknown';
      return of?.subarray(Math.max(0, of.length - length.value)) ?? null;
    }
    case 'lower-case':
    case 'upper-case': {
      const of = bytesYielded(expression.of, probe);
      if (of === 'unknown' || of === null) return of;
      const text = new TextDecoder('latin1').decode(of);
      return bytesOfText(expression.kind === 'lower-case' ? text.toLowerCase() : text.toUpperCase());
    }
    case 'concat': {
      const parts = expression.parts.map((part) => bytesYielded(part, probe));
      if (parts.includes('unknown')) return 'unknown';
      return Uint8Array.from(parts.flatMap((part) => (part instanceof Uint8Array ? [...part] : [])));
    }
    default:
      return 'unknown';
  }
}
