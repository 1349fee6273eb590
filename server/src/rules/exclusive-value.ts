import type { Mend, Problem } from '../model/problem.ts';
import { exclusiveValues } from './exclusive-values.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hex, printable } from './vendor-bytes.ts';

/** `exclusive` with another value than 1. */
export const exclusiveValue: Rule = {
  id: 'exclusive-value',
  severity: 'error',
  page: {
    summary: 'exclusive has another value than 1.',
    what: 'A single byte of sub-option 1 that is not 1, such as 0, or the character "1", which is the byte 31.',
    why: 'Only the value 1 is documented. The release notes speak of the presence of the option, so 0 cannot be relied on to switch it off: to do that, leave it out.',
    example:
      'option space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive 0;\n  option igel.igelrmserver "192.0.2.10";\n}\n',
    instead:
      'option space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive 1;\n  option igel.igelrmserver "192.0.2.10";\n}\n',
  },
  *check({ model, write }: RuleContext): Generator<Problem> {
    for (const { value, bytes, at, raw } of exclusiveValues(model)) {
      if (bytes.length !== 1 || bytes[0] === 1) continue;
      const character = printable(bytes);
      const kind = value.definition?.type?.kind;
      const written =
        kind === 'integer' ? write.integer(1) : kind === 'string' ? write.bytes(Uint8Array.of(1)) : undefined;
      const mends: Mend[] =
        !raw && written !== undefined && value.valueAt
          ? [
              {
                title: 'Send the byte 1',
                safe: false,
                preferred: true,
                edits: [{ at: value.valueAt, newText: written }],
              },
            ]
          : [];
      yield {
        rule: 'exclusive-value',
        severity: 'error',
        at,
        what:
          character === undefined
            ? `exclusive has the value ${bytes[0]}.`
            : `exclusive is sent as the character "${character}", which is the byte ${hex(bytes)}.`,
        hurts:
          bytes[0] === 0
            ? 'IGEL OS 11.04.100 and later may take its mere presence for exclusive: 0 is not documented to switch it off.'
            : 'For IGEL OS 11.04.100 and later only the value 1 is documented.',
        remedy: bytes[0] === 0 ? 'Leave exclusive out to switch it off; write 1 to switch it on.' : 'Send the byte 1.',
        mends,
        related: [],
      };
    }
  },
};
