import { decodeSubOptions, SERVER_CODE } from '../igel/sub-options.ts';
import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import { exclusiveValues } from './exclusive-values.ts';
import { igelVendorBytes, valuesOf } from './igel-names.ts';
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
    const bytes = [...igelVendorBytes(model)].map(({ value, sent }) => ({
      value,
      holdsServer: decodeSubOptions(sent).options.some(({ code }) => code === SERVER_CODE),
    }));
    for (const { value, at, raw } of exclusiveValues(model)) {
      const besides = raw
        ? bytes.some((one) => one.value === value && one.holdsServer) || joinsServer(model, value)
        : served.has(value.space) || bytes.some((one) => one.holdsServer && joins(one.value, value));
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

/** Whether a sub-option goes out in option 43 beside the bytes that are given for that: both stand in one list. */
const joins = (bytes: OptionValue, inside: OptionValue): boolean =>
  bytes.scope === inside.scope &&
  bytes.definition?.type?.kind === 'encapsulate' &&
  bytes.definition.type.space === inside.space;

/** Whether the address of a UMS goes out beside bytes of option 43. */
function joinsServer(model: Model, bytes: OptionValue): boolean {
  for (const value of valuesOf(model, { code: SERVER_CODE })) if (joins(bytes, value)) return true;
  return false;
}
