import { SERVER_CODE } from '../igel/sub-options.ts';
import type { OptionDefinition, OptionValue } from '../model/option.ts';
import { describeType, type OptionType } from '../model/option-type.ts';
import type { Mend, Problem, TextEdit } from '../model/problem.ts';
import { textOf } from '../model/span.ts';
import { isNamed, SERVER_NAME, valuesOf } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Option 224 goes out as something else than the text of an address. */
export const option224Type: Rule = {
  id: 'option-224-type',
  severity: 'error',
  page: {
    summary: 'Option 224 is declared with a type that does not send the text of an address.',
    what: 'igelrmserver declared as a number (a DWORD), an ip-address, a domain name, a boolean, or a record. Only text, or string with the text in quotes, sends what IGEL OS reads.',
    why: 'The vendor asks for a string and warns of a DWORD. With any other type the server accepts the file and sends bytes in which a device finds no address.',
    example: 'option igelrmserver code 224 = ip-address;\noption igelrmserver 192.0.2.10;\n',
    instead: 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    for (const definition of context.model.definitions) {
      if (
        definition.space !== context.model.mainSpace ||
        definition.code !== SERVER_CODE ||
        !isNamed(definition, SERVER_NAME)
      )
        continue;
      yield* wrongTypeProblems(context, definition, 'option-224-type', 'Option 224');
    }
  },
};

const isText = ({ kind }: OptionType): boolean => kind === 'text' || kind === 'string';

/** What a definition of igelrmserver sends instead of a text, and the mend that declares it as text and rewrites its values. */
export function* wrongTypeProblems(
  context: RuleContext,
  definition: OptionDefinition,
  rule: string,
  subject: string,
): Generator<Problem> {
  const { type, typeAt } = definition;
  if (!type || !typeAt || isText(type)) return;
  const named = [...valuesOf(context.model, { name: definition.name })].filter(
    ({ space }) => space === definition.space,
  );
  const values = named.filter((value) => value.definition === definition);
  // Values that were read by another definition keep their bytes.
  if (named.length > 0 && values.length === 0) return;
  const [example] = values.filter(({ data }) => data.kind === 'bytes');
  const sent =
    example?.data.kind === 'bytes'
      ? [...example.data.bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
      : undefined;
  yield {
    rule,
    severity: values.length > 0 ? 'error' : 'warning',
    at: typeAt,
    what: `${subject} is declared as ${describeType(type)}: the server sends ${sent === undefined ? 'other bytes' : `the bytes ${sent}`}, not the text of an address.`,
    hurts: 'Every IGEL OS version reads no address from it and does not find its UMS.',
    remedy: `Declare it as ${context.write.typeName('text')}, and write the address in quotes.`,
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
    edits.push({ at: value.valueAt, newText: write.quoted(text) });
  }
  // A refused file has one evident reading; an accepted one changes what is sent, so a person decides.
  const refused = values.some(({ data }) => data.kind === 'unreadable');
  return [{ title: `Declare ${definition.code} as ${write.typeName('text')}`, safe: refused, preferred: true, edits }];
}

/** The address or name that a value of another type stands for. */
function plainText({ data, valueAt }: OptionValue): string | undefined {
  const written = valueAt ? textOf(valueAt).trim() : '';
  const bare = /^"([^"\\]*)"$/.exec(written)?.[1] ?? written;
  if (/^[\w.-]+$/.test(bare) && !/^\d+$/.test(bare)) return bare;
  if (data.kind === 'bytes' && data.bytes.length === 4) return [...data.bytes].join('.');
  return undefined;
}
