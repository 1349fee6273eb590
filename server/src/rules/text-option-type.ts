import { serverTextFault } from '../igel/server-text.ts';
import type { OptionDefinition, OptionValue } from '../model/option.ts';
import type { OptionType } from '../model/option-type.ts';
import type { Mend, Problem, TextEdit } from '../model/problem.ts';
import { textOf } from '../model/span.ts';
import { toHex } from '../wire/bytes.ts';
import { valuesOf } from './igel-names.ts';
import type { RuleContext } from './rule.ts';
import { hex, printable } from './vendor-bytes.ts';

/** An option that IGEL OS reads as a text (facts G2, T1). */
export interface TextOption {
  readonly rule: string;
  /** As a sentence begins with it. */
  readonly subject: string;
  readonly holds: 'address' | 'tag';
  /** What comes of another type, for which device. */
  readonly hurts: string;
}

const isText = ({ kind }: OptionType): boolean => kind === 'text' || kind === 'string';

const isSound = (bytes: Uint8Array, holds: TextOption['holds']): boolean =>
  holds === 'address' ? serverTextFault(bytes)?.severity !== 'error' : printable(bytes) !== undefined;

/** What a definition sends instead of a text, and the mend that declares it as text and rewrites its values. */
export function* wrongTypeProblems(
  context: RuleContext,
  definition: OptionDefinition,
  { rule, subject, holds, hurts }: TextOption,
): Generator<Problem> {
  const { type, typeAt } = definition;
  if (!type || !typeAt || isText(type)) return;
  const named = [...valuesOf(context.model, { name: definition.name })].filter(
    ({ space }) => space === definition.space,
  );
  const values = named.filter((value) => value.definition === definition);
  // Values that were read by another definition keep their bytes.
  if (named.length > 0 && values.length === 0) return;
  // However it is declared: what counts is what goes out.
  if (values.length > 0 && values.every(({ data }) => data.kind === 'bytes' && isSound(data.bytes, holds))) return;
  const [example] = values.filter(({ data }) => data.kind === 'bytes');
  const sent = example?.data.kind === 'bytes' ? hex(example.data.bytes).replaceAll(':', ' ') : undefined;
  yield {
    rule,
    severity: values.length > 0 && holds === 'address' ? 'error' : 'warning',
    at: typeAt,
    what: `${subject} is declared as ${context.write.describeType(type)}: the server sends ${sent === undefined ? 'other bytes' : `the bytes ${sent}`}, not ${holds === 'address' ? 'the text of an address' : 'a text'}.`,
    hurts,
    remedy: `Declare it as ${context.write.typeName('text')}, and write the ${holds} in quotes.`,
    mends: mendsOf(context, definition, values),
    related: [],
  };
}

function mendsOf({ write }: RuleContext, definition: OptionDefinition, values: readonly OptionValue[]): Mend[] {
  if (!definition.typeAt) return [];
  const edits: TextEdit[] = [{ at: definition.typeAt, newText: write.typeName('text') }];
  for (const value of values) {
    if (!value.valueAt) continue;
    const text = plainText(value);
    if (text === undefined) return [];
    edits.push({ at: value.valueAt, newText: write.textFor(value, text) });
  }
  // A refused file has one evident reading; an accepted one changes what is sent, so a person decides.
  const refused = values.some(({ data }) => data.kind === 'unreadable');
  return [{ title: `Declare ${definition.code} as ${write.typeName('text')}`, safe: refused, preferred: true, edits }];
}

/** The address or name that a value of another type stands for. */
function plainText({ data, valueAt }: OptionValue): string | undefined {
  const written = valueAt ? textOf(valueAt).trim() : '';
  const bare = /^"([^"\\]*)"$/.exec(written)?.[1] ?? written;
  const isHex = data.kind === 'bytes' && isHexOf(bare, data.bytes);
  if (/^[\w.-]+$/.test(bare) && !/^\d+$/.test(bare) && !isHex) return bare;
  if (data.kind === 'bytes' && data.bytes.length === 4) return [...data.bytes].join('.');
  return undefined;
}

/** Whether bytes are written one by one. */
const isHexOf = (written: string, bytes: Uint8Array): boolean =>
  written.replace(/^0x|[:\s]/gi, '').toLowerCase() === toHex(bytes);
