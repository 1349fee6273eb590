import { decodeSubOptions, EXCLUSIVE_CODE, SERVER_CODE, SUB_OPTIONS, TAG_CODE } from '../igel/sub-options.ts';
import type { OptionDefinition } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import { EXCLUSIVE_NAME, igelSpaces, igelVendorBytes, isNamed, SERVER_NAME, TAG_NAME } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';
import { type TextOption, wrongTypeProblems } from './text-option-type.ts';
import { bytesAt } from './vendor-bytes.ts';

const CODES: readonly (readonly [name: string, code: number])[] = [
  [SERVER_NAME, SERVER_CODE],
  [TAG_NAME, TAG_CODE],
  [EXCLUSIVE_NAME, EXCLUSIVE_CODE],
];

const SERVER: TextOption = {
  rule: 'option-43-suboption',
  subject: 'Sub-option 224',
  holds: 'address',
  hurts: 'IGEL OS 11.04.100 and later read no address of a UMS from it.',
};

const TAG: TextOption = {
  rule: 'option-43-suboption',
  subject: 'Sub-option 226',
  holds: 'tag',
  hurts:
    'IGEL OS 11.04.100 and later pass on no structure tag, and the rules of the UMS for default directories do not fit.',
};

/** A sub-option of 43 under another code or of another type than IGEL OS reads. */
export const option43Suboption: Rule = {
  id: 'option-43-suboption',
  severity: 'error',
  page: {
    summary: 'Inside option 43 a sub-option has a code or type that IGEL OS does not read.',
    what: 'igelrmserver on another code than 224, umsstructuretag on another than 226, exclusive on another than 1, codes that are swapped, an address that is no text. A code beside these three is a warning.',
    why: 'Inside option 43 a device looks at the codes 1, 224 and 226 only; 224 and 226 are texts there as they are outside.',
    example:
      'option space igel;\noption igel.igelrmserver code 24 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\n',
    instead:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const { model } = context;
    const spaces = igelSpaces(model);
    for (const definition of model.definitions) {
      if (!spaces.has(definition.space)) continue;
      yield* judgeDefinition(context, definition);
    }
    for (const { value, bytes } of igelVendorBytes(model)) {
      const { options, fault } = decodeSubOptions(bytes);
      if (fault) continue;
      const useful = options.some(({ code }) => code === SERVER_CODE);
      for (const { code, start, data } of options) {
        if (SUB_OPTIONS.has(code)) continue;
        yield {
          rule: 'option-43-suboption',
          severity: useful ? 'warning' : 'error',
          at: bytesAt(value, start, start + 1),
          what: `IGEL OS reads no sub-option ${code} in option 43.`,
          hurts: useful
            ? `Its ${data.length} bytes do nothing on IGEL OS.`
            : 'Nothing here names the UMS (sub-option 224, e0 in hexadecimal), so IGEL OS 11.04.100 and later get none from option 43.',
          remedy: useful
            ? 'Take it out, unless another vendor needs it.'
            : 'Write 224 for the address, 226 for the structure tag, 1 for exclusive.',
          mends: [],
          related: [],
        };
      }
    }
  },
};

function* judgeDefinition(context: RuleContext, definition: OptionDefinition): Generator<Problem> {
  const { write } = context;
  const expected = CODES.find(([name]) => isNamed(definition, name));
  if (expected && definition.code !== expected[1] && definition.codeAt && Number.isFinite(definition.code)) {
    const [name, code] = expected;
    const other = SUB_OPTIONS.get(definition.code);
    yield {
      rule: 'option-43-suboption',
      severity: 'error',
      at: definition.codeAt,
      what: `Inside option 43 ${name} is sub-option ${code}, not ${definition.code}${other ? `, which is ${other}` : ''}.`,
      hurts: 'IGEL OS 11.04.100 and later take it for something else, or for nothing.',
      remedy: `Give it the code ${code}.`,
      mends: [
        {
          title: `Give ${name} the code ${code}`,
          safe: false,
          preferred: true,
          edits: [{ at: definition.codeAt, newText: write.integer(code) }],
        },
      ],
      related: [],
    };
    return;
  }
  if (isNamed(definition, SERVER_NAME)) yield* wrongTypeProblems(context, definition, SERVER);
  if (isNamed(definition, TAG_NAME)) yield* wrongTypeProblems(context, definition, TAG);
  if (SUB_OPTIONS.has(definition.code) || !definition.codeAt || !Number.isFinite(definition.code)) return;
  yield {
    rule: 'option-43-suboption',
    severity: 'warning',
    at: definition.codeAt,
    what: `IGEL OS reads no sub-option ${definition.code} in option 43.`,
    hurts: 'A value for it does nothing on IGEL OS.',
    remedy: 'Only 1 (exclusive), 224 (igelrmserver) and 226 (umsstructuretag) are documented.',
    mends: [],
    related: [],
  };
}
