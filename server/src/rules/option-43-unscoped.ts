import { decodeSubOptions, SERVER_CODE, VENDOR_CLASS, VENDOR_CODE } from '../igel/sub-options.ts';
import type { OptionValue } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import { igelSpaces } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** IGEL's option 43 in the replies to clients that are not IGEL's. */
export const option43Unscoped: Rule = {
  id: 'option-43-unscoped',
  severity: 'warning',
  simulates: true,
  page: {
    summary: "IGEL's sub-options go to clients that are not IGEL OS.",
    what: "A vendor-option-space or raw bytes of option 43 with IGEL's sub-options that clients without the vendor class igel-dhcp-1 get too, because they stand outside of a class for it.",
    why: 'Option 43 means something else to each vendor: boot ROMs, phones and access points read other meanings into the same codes.',
    example:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nvendor-option-space igel;\noption igel.igelrmserver "192.0.2.10";\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
    instead:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check({ model, rollout }: RuleContext): Generator<Problem> {
    const spaces = igelSpaces(model);
    const told = new Set<OptionValue>();
    for (const place of rollout.server.places) {
      for (const { origins, options } of rollout.strangers(place)) {
        const sent = options?.get(VENDOR_CODE);
        if (!sent) continue;
        const own = (origins.get(VENDOR_CODE) ?? []).filter(({ space }) => spaces.has(space));
        const raw = decodeSubOptions(sent).options.some(({ code }) => code === SERVER_CODE)
          ? origins.get(VENDOR_CODE)
          : [];
        const [cause] = [...own, ...(raw ?? [])].flatMap(({ value }) => (value ? [value] : []));
        if (!cause || told.has(cause)) continue;
        told.add(cause);
        yield {
          rule: 'option-43-unscoped',
          severity: 'warning',
          at: cause.nameAt,
          what: `Clients without the vendor class ${VENDOR_CLASS} get this in option 43 too.`,
          hurts: 'Boot ROMs, phones and access points read other meanings into these bytes.',
          remedy: `Put it into a class that matches ${VENDOR_CLASS}.`,
          mends: [],
          related: [],
        };
      }
    }
  },
};
