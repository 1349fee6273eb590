import { decodeSubOptions, SERVER_CODE } from '../igel/sub-options.ts';
import type { Problem } from '../model/problem.ts';
import { exclusiveValues } from './exclusive-values.ts';
import { valuesOf } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Option 43 that tells devices to look nowhere else, and names no server. */
export const exclusiveWithoutServer: Rule = {
  id: 'exclusive-without-server',
  severity: 'error',
  page: {
    summary: 'Option 43 carries exclusive and no address of a UMS.',
    what: 'exclusive in a space for option 43, or in its raw bytes, without sub-option 224 beside it.',
    why: 'exclusive makes IGEL OS 11.04.100 and later ignore option 224 of the main space. Without 224 inside option 43 they are left with no server from DHCP, even where one is set for everybody.',
    example:
      'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\noption space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive 1;\n}\n',
    instead:
      'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\noption space igel;\noption igel.exclusive code 1 = unsigned integer 8;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.exclusive 1;\n  option igel.igelrmserver "192.0.2.10";\n}\n',
  },
  *check({ model }: RuleContext): Generator<Problem> {
    const served = new Set<string>();
    for (const { space } of valuesOf(model, { code: SERVER_CODE })) served.add(space);
    for (const { value, at, raw } of exclusiveValues(model)) {
      const besides =
        raw && value.data.kind === 'bytes'
          ? decodeSubOptions(value.data.bytes).options.some(({ code }) => code === SERVER_CODE)
          : served.has(value.space);
      if (besides) continue;
      yield {
        rule: 'exclusive-without-server',
        severity: 'error',
        at,
        what: 'exclusive goes out in option 43, and no address of a UMS beside it.',
        hurts:
          'IGEL OS 11.04.100 and later ignore option 224 outside of option 43 then, and get no UMS from DHCP at all.',
        remedy: 'Set sub-option 224 beside it, or take exclusive out.',
        mends: [],
        related: [],
      };
    }
  },
};
