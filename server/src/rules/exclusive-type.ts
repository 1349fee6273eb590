import type { Mend, Problem } from '../model/problem.ts';
import { exclusiveValues } from './exclusive-values.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hex } from './vendor-bytes.ts';

/** `exclusive` that is not one byte on the wire. */
export const exclusiveType: Rule = {
  id: 'exclusive-type',
  severity: 'error',
  page: {
    summary: 'exclusive is sent with more or fewer bytes than one.',
    what: 'Sub-option 1 declared as a wider number, an address or a text, or with another length than one in raw bytes.',
    why: 'The vendor declares exclusive as a byte with the value 1. What a device does with four bytes, or none, is not documented.',
    example:
      'option space igel;\noption igel.exclusive code 1 = unsigned integer 32;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive 1;\n  option igel.igelrmserver "192.0.2.10";\n}\n',
    instead:
      'option space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive 1;\n  option igel.igelrmserver "192.0.2.10";\n}\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const { model, write } = context;
    for (const { value, bytes, at, raw } of exclusiveValues(model)) {
      if (bytes.length === 1) continue;
      const { definition, valueAt } = value;
      const declared =
        raw || !definition?.typeAt || !definition.type ? undefined : { type: definition.type, at: definition.typeAt };
      const mends: Mend[] =
        declared && valueAt
          ? [
              {
                title: `Declare exclusive as ${write.typeName('unsigned integer 8')}`,
                safe: false,
                preferred: true,
                edits: [
                  { at: declared.at, newText: write.typeName('unsigned integer 8') },
                  { at: valueAt, newText: write.integer(1) },
                ],
              },
            ]
          : [];
      yield {
        rule: 'exclusive-type',
        severity: 'error',
        at: declared?.at ?? at,
        what: declared
          ? `exclusive is declared as ${write.describeType(declared.type)}: ${bytes.length === 0 ? 'no byte is sent' : `${bytes.length} bytes are sent, ${hex(bytes)}`}.`
          : `exclusive has ${bytes.length} bytes here.`,
        hurts: 'IGEL OS 11.04.100 and later expect one byte; what they make of others is not documented.',
        remedy: 'Send one byte with the value 1.',
        mends,
        related: declared ? [{ at, message: 'the value that is sent' }] : [],
      };
    }
  },
};
