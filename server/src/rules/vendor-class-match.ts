import { readsVendorOption } from '../igel/devices.ts';
import { VENDOR_CLASS } from '../igel/sub-options.ts';
import type { ClientClass } from '../model/client-class.ts';
import type { Problem } from '../model/problem.ts';
import type { Reply } from '../wire/reply.ts';
import { isForIgel } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Vendor classes that begin or end like IGEL's and are none. */
const NEAR_MISSES: readonly string[] = [`${VENDOR_CLASS}0`, `x${VENDOR_CLASS}`, 'igel'];

/** A class that is meant for IGEL OS and does not hold exactly its devices. */
export const vendorClassMatch: Rule = {
  id: 'vendor-class-match',
  severity: 'error',
  simulates: true,
  page: {
    summary: 'A class that is meant for IGEL OS does not match igel-dhcp-1, or matches other clients too.',
    what: 'A class whose test names IGEL and that no client with the vendor class igel-dhcp-1 is in: capitals, a typing mistake, a part of another length, another option. A test that fits longer or shorter vendor classes too is a warning.',
    why: 'IGEL OS 11.04.100 and later send exactly igel-dhcp-1 in option 60. What a class that does not match it sets reaches no device.',
    example:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "IGEL-DHCP-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
    instead:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const { model, rollout } = context;
    const meant = model.classes.filter(({ test, scope }) => test && isForIgel(scope));
    if (meant.length === 0) return;
    const inside = (replies: readonly Reply[], found: ClientClass) =>
      replies.some(({ classes }) => classes.some(({ name }) => name === found.name));
    const devices = rollout.withVendorClass(VENDOR_CLASS);
    if (devices.every(({ options }) => options === null)) return;
    const near = NEAR_MISSES.map((vendorClass) => [vendorClass, rollout.withVendorClass(vendorClass)] as const);
    for (const found of meant) {
      if (!inside(devices, found)) {
        yield missed(context, found);
        continue;
      }
      const others = near.filter(([, replies]) => inside(replies, found)).map(([vendorClass]) => vendorClass);
      if (others.length > 0) yield tooWide(context, found, others);
    }
  },
};

function missed(context: RuleContext, found: ClientClass): Problem {
  const { rows } = context.rollout;
  const lost = rows.some((cells) =>
    cells.some(({ device, told }) => readsVendorOption(device) && told.outcome === 'none'),
  );
  return {
    rule: 'vendor-class-match',
    severity: lost ? 'error' : 'warning',
    at: found.test?.at ?? found.nameAt,
    what: `No client with the vendor class ${VENDOR_CLASS} is in the class "${found.name}".`,
    hurts: 'IGEL OS 11.04.100 and later send exactly that, and get nothing of what the class sets.',
    remedy: `Compare the vendor class with "${VENDOR_CLASS}", in small letters.`,
    mends: mendsOf(context, found),
    related: [],
  };
}

const tooWide = (context: RuleContext, found: ClientClass, others: readonly string[]): Problem => ({
  rule: 'vendor-class-match',
  severity: 'warning',
  at: found.test?.at ?? found.nameAt,
  what: `The class "${found.name}" holds other clients than IGEL's too, such as one with the vendor class "${others.join('" or "')}".`,
  hurts: 'Those clients get what is meant for IGEL OS, and read other meanings into option 43.',
  remedy: `Compare the whole vendor class with "${VENDOR_CLASS}".`,
  mends: mendsOf(context, found),
  related: [],
});

function mendsOf({ write }: RuleContext, { test }: ClientClass): Problem['mends'] {
  if (!test) return [];
  return [
    {
      title: `Match ${VENDOR_CLASS} exactly`,
      safe: false,
      preferred: true,
      edits: [{ at: test.at, newText: write.vendorClassTest(VENDOR_CLASS) }],
    },
  ];
}
