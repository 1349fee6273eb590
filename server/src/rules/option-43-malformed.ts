import { serverTextFault } from '../igel/server-text.ts';
import { decodeSubOptions, encodeSubOptions, SERVER_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { OptionValue } from '../model/option.ts';
import type { Mend, Problem } from '../model/problem.ts';
import { igelSpaces, igelVendorBytes } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';
import { bytesAt, hex, printable } from './vendor-bytes.ts';

/** Option 43 that cannot be taken apart into sub-options. */
export const option43Malformed: Rule = {
  id: 'option-43-malformed',
  severity: 'error',
  page: {
    summary: 'The bytes of option 43 for IGEL OS are no sequence of code, length and value.',
    what: 'A length that does not fit what follows, bytes cut off in the middle, the address as a bare text, option 43 packed into itself, a space whose codes or lengths are wider than one byte. Option 43 of other vendors is not looked at.',
    why: 'A device reads option 43 sub-option by sub-option: code 1, 224 or 226, one byte of length, the value. After a wrong length everything is read wrongly, the address of the UMS too.',
    example:
      'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options e0:14:31:39:32:2e:30:2e:32:2e:31:30;\n}\n',
    instead:
      'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options e0:0a:31:39:32:2e:30:2e:32:2e:31:30;\n}\n',
  },
  *check({ model, write }: RuleContext): Generator<Problem> {
    for (const { value, bytes, sent } of igelVendorBytes(model)) {
      const problem = judge(value, bytes, write.bytes);
      if (!problem) continue;
      const isLeft = sent !== bytes && decodeSubOptions(sent).options.some(({ code }) => code === SERVER_CODE);
      yield isLeft ? { ...problem, severity: 'warning', hurts: LEFT_OUT } : problem;
    }
    const spaces = igelSpaces(model);
    for (const space of model.spaces) {
      if (!spaces.has(space.name.toLowerCase()) || !space.at || (space.codeWidth === 1 && space.lengthWidth === 1))
        continue;
      yield {
        rule: 'option-43-malformed',
        severity: 'error',
        at: space.at,
        what: `The codes of this space take ${space.codeWidth} bytes and its lengths ${space.lengthWidth}; in option 43 each takes one.`,
        hurts: 'IGEL OS 11.04.100 and later read the sub-options at the wrong places and find no UMS.',
        remedy: 'Leave out the widths.',
        mends: [],
        related: [],
      };
    }
  },
};

/** What a server does that takes the bytes apart and puts them together again. */
const LEFT_OUT = 'The server leaves out what it cannot read, and devices get the rest.';

function judge(value: OptionValue, bytes: Uint8Array, writeBytes: (bytes: Uint8Array) => string): Problem | undefined {
  const { options, fault } = decodeSubOptions(bytes);
  const rewritten = (title: string, meant: Uint8Array): Mend[] =>
    value.valueAt
      ? [{ title, safe: false, preferred: true, edits: [{ at: value.valueAt, newText: writeBytes(meant) }] }]
      : [];
  const problem = (at: Problem['at'], what: string, remedy: string, mends: readonly Mend[] = []): Problem => ({
    rule: 'option-43-malformed',
    severity: 'error',
    at,
    what,
    hurts: 'IGEL OS 11.04.100 and later cannot read option 43 and find no UMS in it.',
    remedy,
    mends,
    related: [],
  });
  const text = printable(bytes);
  if (fault && text !== undefined) {
    const address = serverTextFault(bytes) === undefined ? bytes : undefined;
    return problem(
      value.valueAt ?? value.nameAt,
      `Option 43 holds the bare text "${text}"; a device reads its first letters as code and length.`,
      'Pack the text as sub-option 224: code, length, text.',
      address
        ? rewritten('Pack the address as sub-option 224', encodeSubOptions([{ code: SERVER_CODE, data: address }]))
        : [],
    );
  }
  const [only] = options;
  if (!fault && options.length === 1 && only?.code === VENDOR_CODE && decodeSubOptions(only.data).fault === undefined) {
    return problem(
      bytesAt(value, 0, 2),
      'Option 43 is packed into itself: code 43 and a length stand before the sub-options.',
      'Take the first two bytes away.',
      rewritten('Take the outer code and length away', only.data),
    );
  }
  if (!fault) return undefined;
  if (fault.kind === 'no-length') {
    return problem(
      bytesAt(value, fault.at, fault.at + 1),
      `The bytes end after the code ${bytes[fault.at]}: its length and value are missing.`,
      'Complete the sub-option, or take the code away.',
    );
  }
  const data = bytes.subarray(fault.at + 2);
  const corrected = Uint8Array.from([...bytes.subarray(0, fault.at + 1), data.length, ...data]);
  const evident = fault.code === SERVER_CODE && serverTextFault(data)?.severity !== 'error';
  return problem(
    bytesAt(value, fault.at + 1, fault.at + 2),
    `Sub-option ${fault.code} says that ${fault.length} bytes follow, but there are ${fault.rest}.`,
    `Write ${hex([fault.rest])} for the length if the value is complete.`,
    evident ? rewritten(`Write the length ${hex([fault.rest])}`, corrected) : [],
  );
}
