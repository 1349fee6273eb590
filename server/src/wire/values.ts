import { sameBytes } from './bytes.ts';
import { joinDomainLists } from './domain-list.ts';
import { type Evaluator, joined } from './evaluate.ts';
import { type Entry, isCompressed, type Part } from './option-state.ts';
import { type Data, UNKNOWN } from './outcome.ts';

/**
 * What an entry holds; null where it has no value, set or not. `whole`: as the value of an option of a packet, which keeps what a call left
 * behind.
 */
export function entryData(entry: Entry | undefined, evaluator: Evaluator, whole = false): Data {
  if (!entry) return null;
  if (entry.kind === 'either') {
    return agreed(entryData(entry.one, evaluator, whole), entryData(entry.other, evaluator, whole));
  }
  const [first, ...others] = entry.parts;
  if (!first) return null;
  if (others.length === 0) return partData(first, evaluator, whole);
  const parts = entry.parts.map((part) => partData(part, evaluator, false));
  if (!isCompressed(entry)) return joined(parts);
  if (parts.includes(null)) return null;
  if (parts.includes(UNKNOWN)) return UNKNOWN;
  return joinDomainLists(parts.filter((part): part is Uint8Array => part instanceof Uint8Array));
}

export function partData({ data }: Part, evaluator: Evaluator, whole: boolean): Data {
  switch (data.kind) {
    case 'bytes':
      return data.bytes;
    case 'expression':
      return whole ? evaluator.wholeValue(data.expression) : evaluator.data(data.expression);
    case 'looked-up':
    case 'unreadable':
      return UNKNOWN;
  }
}

function agreed(one: Data, other: Data): Data {
  if (one instanceof Uint8Array && other instanceof Uint8Array) return sameBytes(one, other) ? one : UNKNOWN;
  return one === other ? one : UNKNOWN;
}
