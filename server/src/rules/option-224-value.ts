import { serverTextFault } from '../igel/server-text.ts';
import { decodeSubOptions, SERVER_CODE } from '../igel/sub-options.ts';
import type { OptionValue } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import { igelSpaces, igelVendorBytes, isServerDefinition, valuesOf } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** The text that tells a device its UMS is not the address of one. */
export const option224Value: Rule = {
  id: 'option-224-value',
  severity: 'error',
  page: {
    summary: 'The text in igelrmserver is not the address of a UMS.',
    what: 'An empty text, quotes or blanks inside it, a NUL at its end, a bare number, half an address: errors. A URL, a port, a list of addresses, an IPv6 address: warnings. A host name is information.',
    why: 'IGEL OS takes the text as it is sent. Documented is the IP address of the UMS, or of its load balancer; host names, ports and lists are not.',
    example: 'option igelrmserver code 224 = text;\noption igelrmserver "";\n',
    instead: 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const { model } = context;
    const spaces = igelSpaces(model);
    for (const value of valuesOf(model, { code: SERVER_CODE })) {
      if (value.data.kind !== 'bytes') continue;
      if (spaces.has(value.space) || isForDevices(context, value)) yield* judge(context, value, value.data.bytes, true);
    }
    for (const { value, sent } of igelVendorBytes(model)) {
      for (const { code, data } of decodeSubOptions(sent).options) {
        if (code === SERVER_CODE) yield* judge(context, value, data, false);
      }
    }
  },
};

/** Option 224 belongs to IGEL where it has the vendor's name, or none at all; under another name it is another vendor's. */
function isForDevices({ model }: RuleContext, { space, definition }: OptionValue): boolean {
  if (space !== model.mainSpace || !definition) return false;
  return definition.at === undefined || isServerDefinition(model, definition);
}

function* judge({ write }: RuleContext, value: OptionValue, bytes: Uint8Array, whole: boolean): Generator<Problem> {
  const fault = serverTextFault(bytes);
  if (!fault) return;
  const { valueAt, definition } = value;
  // A type that cannot hold a text is told by option-224-type.
  if (whole && definition?.type && definition.type.kind !== 'text' && definition.type.kind !== 'string') return;
  const { meant } = fault;
  yield {
    rule: 'option-224-value',
    severity: fault.severity,
    at: valueAt ?? value.nameAt,
    what: fault.what,
    hurts: fault.hurts,
    remedy: fault.remedy,
    mends:
      whole && meant !== undefined && valueAt
        ? [
            {
              title: `Write ${meant}`,
              safe: false,
              preferred: true,
              edits: [{ at: valueAt, newText: write.textFor(value, meant) }],
            },
          ]
        : [],
    related: [],
  };
}
