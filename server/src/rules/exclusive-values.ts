import { decodeSubOptions, EXCLUSIVE_CODE } from '../igel/sub-options.ts';
import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { Span } from '../model/span.ts';
import { sameBytes } from '../wire/bytes.ts';
import { igelSpaces, igelVendorBytes, valuesOf } from './igel-names.ts';
import { bytesAt } from './vendor-bytes.ts';

/** One `exclusive` on its way into option 43. */
export interface ExclusiveValue {
  readonly value: OptionValue;
  readonly bytes: Uint8Array;
  /** The text that says it. */
  readonly at: Span;
  /** Whether it stands in the raw bytes of option 43. */
  readonly raw: boolean;
}

export function* exclusiveValues(model: Model): Generator<ExclusiveValue> {
  const spaces = igelSpaces(model);
  for (const value of valuesOf(model, { code: EXCLUSIVE_CODE })) {
    if (!spaces.has(value.space) || value.data.kind !== 'bytes') continue;
    yield { value, bytes: value.data.bytes, at: value.valueAt ?? value.nameAt, raw: false };
  }
  for (const { value, bytes, sent } of igelVendorBytes(model)) {
    for (const { code, start, data } of decodeSubOptions(sent).options) {
      if (code !== EXCLUSIVE_CODE) continue;
      const whole = value.valueAt ?? value.nameAt;
      const at = sameBytes(sent, bytes) ? bytesAt(value, start, start + 2 + data.length) : whole;
      yield { value, bytes: data, at, raw: true };
    }
  }
}
