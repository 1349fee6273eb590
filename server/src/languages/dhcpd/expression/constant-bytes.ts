import { calculate } from '../../../model/arithmetic.ts';
import type { Expression } from '../../../model/expression.ts';
import { bigEndian } from '../number.ts';

/** The bytes that an expression yields for every client alike; undefined where that depends on the client, or is no value at all. */
export function constantBytes(expression: Expression): Uint8Array | undefined {
  switch (expression.kind) {
    case 'bytes':
      return expression.bytes;
    case 'concat': {
      const parts = expression.parts.map(constantBytes);
      return parts.every((part) => part !== undefined)
        ? Uint8Array.from(parts.flatMap((part) => [...part]))
        : undefined;
    }
    case 'first-present': {
      const first = expression.parts.find(({ kind }) => kind !== 'null');
      return first && constantBytes(first);
    }
    case 'lower-case':
      return constantBytes(expression.of)?.map((byte) => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte));
    case 'upper-case':
      return constantBytes(expression.of)?.map((byte) => (byte >= 0x61 && byte <= 0x7a ? byte - 0x20 : byte));
    case 'substring': {
      const offset = lengthOf(expression.offset);
      const length = lengthOf(expression.length);
      if (offset === undefined || length === undefined) return undefined;
      return constantBytes(expression.of)?.slice(offset, offset + length);
    }
    case 'suffix': {
      const length = lengthOf(expression.length);
      const of = constantBytes(expression.of);
      return length === undefined ? undefined : of?.slice(Math.max(0, of.length - length));
    }
    case 'encode-int': {
      const value = constantNumber(expression.of);
      if (value === undefined) return undefined;
      return bigEndian(Number(BigInt.asUintN(expression.bits, value)), expression.bits / 8);
    }
    case 'reverse': {
      const width = lengthOf(expression.width);
      const of = constantBytes(expression.of);
      if (!width || !of || of.length % width !== 0) return undefined;
      const blocks = Array.from({ length: of.length / width }, (_, i) => of.slice(i * width, (i + 1) * width));
      return Uint8Array.from(blocks.reverse().flatMap((block) => [...block]));
    }
    case 'binary-to-ascii':
      return asText(expression);
    default:
      return undefined;
  }
}

function asText(expression: Expression & { readonly kind: 'binary-to-ascii' }): Uint8Array | undefined {
  const base = lengthOf(expression.base);
  const bits = lengthOf(expression.width);
  const separator = constantBytes(expression.separator);
  const of = constantBytes(expression.of);
  if (base === undefined || base < 2 || base > 16 || !separator || !of) return undefined;
  if ((bits !== 8 && bits !== 16 && bits !== 32) || of.length % (bits / 8) !== 0) return undefined;
  const bytes: number[] = [];
  for (let at = 0; at < of.length; at += bits / 8) {
    if (at > 0) bytes.push(...separator);
    const number = of.slice(at, at + bits / 8).reduce((sum, byte) => sum * 256 + byte, 0);
    bytes.push(...new TextEncoder().encode(number.toString(base)));
  }
  return Uint8Array.from(bytes);
}

/** A number as an offset or a length: it has no sign, so that a negative one reaches past every end. */
function lengthOf(expression: Expression): number | undefined {
  const value = constantNumber(expression);
  return value === undefined ? undefined : Number(BigInt.asUintN(64, value));
}

function constantNumber(expression: Expression): bigint | undefined {
  switch (expression.kind) {
    case 'number':
      return BigInt(expression.value);
    case 'extract-int': {
      const bytes = constantBytes(expression.of);
      if (!bytes || bytes.length < expression.bits / 8) return undefined;
      return bytes.slice(0, expression.bits / 8).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    }
    case 'arithmetic': {
      const left = constantNumber(expression.left);
      const right = constantNumber(expression.right);
      if (left === undefined || right === undefined) return undefined;
      return calculate(expression.operator, BigInt.asUintN(64, left), BigInt.asUintN(64, right));
    }
    default:
      return undefined;
  }
}
