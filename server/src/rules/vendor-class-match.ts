import { readsVendorOption } from '../igel/devices.ts';
import { SERVER_CODE, VENDOR_CLASS, VENDOR_CODE } from '../igel/sub-options.ts';
import type { Expression } from '../model/expression.ts';
import type { OptionValue } from '../model/option.ts';
import type { Problem, TextEdit } from '../model/problem.ts';
import type { Scope, ScopeKind } from '../model/scope.ts';
import { type Span, textOf } from '../model/span.ts';
import { some } from '../model/steps.ts';
import { describeClient } from '../wire/client.ts';
import { REQUEST_LIST, VENDOR_CLASS as VENDOR_CLASS_CODE } from '../wire/option-codes.ts';
import type { Reply } from '../wire/reply.ts';
import { igelSpaces, isForIgel, mentionsIgel, speaksOfIgel } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Vendor classes that begin or end like IGEL's and are none. */
const NEAR_MISSES: readonly string[] = [`${VENDOR_CLASS}0`, `x${VENDOR_CLASS}`, 'igel'];
/** One that is not like IGEL's at all. */
const UNLIKE = 'MSFT 5.0';

/** A class, subclass or condition that is meant for IGEL OS and does not hold exactly its devices. */
export const vendorClassMatch: Rule = {
  id: 'vendor-class-match',
  severity: 'error',
  simulates: true,
  page: {
    summary: 'A class or condition that is meant for IGEL OS does not match igel-dhcp-1, or matches other clients too.',
    what: 'A class, subclass or condition that names IGEL and that no client with the vendor class igel-dhcp-1 is in: capitals, a typing mistake, a part of another length, another option. A test that fits longer or shorter vendor classes too is a warning.',
    why: 'IGEL OS 11.04.100 and later send exactly igel-dhcp-1 in option 60. What a class that does not match it sets reaches no device.',
    example:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "IGEL-DHCP-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
    instead:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    const meant = [...meantForIgel(context)];
    if (meant.length === 0) return;
    if (context.rollout.withVendorClass(VENDOR_CLASS).every(({ options }) => options === null)) return;
    for (const group of meant) {
      if (!group.holds(VENDOR_CLASS)) {
        // One that keeps IGEL's devices out on purpose names them too.
        if (group.setsIgelOptions || !group.holds(UNLIKE)) yield missed(context, group);
        continue;
      }
      const strays = NEAR_MISSES.filter(group.holds);
      if (strays.length > 0) yield tooWide(group, strays);
    }
  },
};

/** Clients for which something is set that is meant for IGEL OS. */
interface Group {
  /** As a sentence names it. */
  readonly title: string;
  /** The test that tells them apart. */
  readonly at: Span;
  readonly setsIgelOptions: boolean;
  /** Whether a client with this vendor class is one of them, in any place. */
  readonly holds: (vendorClass: string) => boolean;
  /** For a class that is only tested where a place asks for it, which none does: the edit that has it tested for everybody. */
  readonly notAsked: TextEdit | undefined;
  /** The test that exactly IGEL's devices pass; undefined where this one compares something else than the vendor class. */
  readonly exactly: string | undefined;
}

function* meantForIgel(context: RuleContext): Generator<Group> {
  const { model, rollout, write } = context;
  const exactly = (test: Span) => write.vendorClassTestFor(test, VENDOR_CLASS);
  const igel = igelValues(context);
  for (const found of model.classes) {
    const { name, scope, key, subclasses } = found;
    const test = found.test ?? found.byName;
    const setsIgelOptions = igel.has(scope) || found.laterScopes.some((later) => igel.has(later));
    if (test && (isForIgel(scope) || (setsIgelOptions && !some(test, isOfOneClient)))) {
      yield {
        title: `the class "${name}"`,
        at: test.at,
        setsIgelOptions,
        holds: (vendorClass) =>
          rollout.withVendorClass(vendorClass).some(({ classes }) => classes.some((one) => one.name === name)),
        notAsked: found.onRequest && !isAskedFor(name, model.global) ? write.testAlways(scope) : undefined,
        exactly: exactly(test.at),
      };
    }
    for (const subclass of subclasses) {
      if (!speaksOfIgel(subclass.key)) continue;
      const byVendorClass = key?.kind === 'option' && key.space === model.mainSpace && key.code === VENDOR_CLASS_CODE;
      yield {
        title: `this subclass of "${name}"`,
        at: subclass.keyAt,
        setsIgelOptions: true,
        holds: (vendorClass) =>
          rollout.server
            .classesOf(describeClient({ vendorClass }))
            .some((membership) => membership.subclass?.key.join() === subclass.key.join()),
        notAsked: undefined,
        exactly: byVendorClass ? write.quoted(VENDOR_CLASS) : undefined,
      };
    }
  }
  for (const [scope, values] of igel) {
    if (scope.kind !== 'conditional' || !scope.test || !mentionsIgel(scope.test) || !isOpen(scope.parent)) continue;
    yield {
      title: 'those for whom this test holds',
      at: scope.test.at,
      setsIgelOptions: true,
      holds: (vendorClass) =>
        rollout.withVendorClass(vendorClass).some((reply) => values.some((value) => isExecuted(value, reply))),
      notAsked: undefined,
      exactly: exactly(scope.test.at),
    };
  }
}

/** What tells vendors apart: their class, what they ask for, and options that IGEL OS does not send. */
const OF_THE_VENDOR: readonly number[] = [VENDOR_CLASS_CODE, REQUEST_LIST, VENDOR_CODE];

/** Whether a test looks at something in which devices of one vendor differ, or which is not known of them. */
function isOfOneClient(part: Expression): boolean {
  switch (part.kind) {
    case 'option':
    case 'exists':
      return part.code === undefined || !OF_THE_VENDOR.includes(part.code);
    case 'fact':
    case 'packet':
    case 'inner-option':
    case 'vendor':
    case 'relayed':
    case 'member':
    case 'known':
    case 'static':
    case 'variable':
    case 'call':
    case 'lookup':
    case 'in-collection':
    case 'unreadable':
      return true;
    default:
      return false;
  }
}

/** What IGEL OS reads, by the scopes that set it. */
function igelValues({ model }: RuleContext): ReadonlyMap<Scope, readonly OptionValue[]> {
  const spaces = igelSpaces(model);
  const found = new Map<Scope, OptionValue[]>();
  for (const value of model.values) {
    const read = spaces.has(value.space) || (value.space === model.mainSpace && value.code === SERVER_CODE);
    if (read) found.set(value.scope, [...(found.get(value.scope) ?? []), value]);
  }
  return found;
}

const isExecuted = (value: OptionValue, { inForce, beaten }: Reply): boolean =>
  (value.code !== undefined && inForce(value.space, value.code).includes(value)) ||
  beaten.some(({ loser }) => loser === value);

/** Whether all clients of a place come by: not what a host, a class or another test keeps to itself. */
const isOpen = (scope: Scope | undefined): boolean =>
  scope === undefined || (OPEN.has(scope.kind) && isOpen(scope.parent));

const OPEN: ReadonlySet<ScopeKind> = new Set(['global', 'shared-network', 'subnet', 'pool']);

/** Whether a scope or one inside it asks for the test of a class. */
const isAskedFor = (name: string, { steps, children }: Scope): boolean =>
  steps.some((step) => step.kind === 'request-class' && step.name === name) ||
  children.some((child) => isAskedFor(name, child));

function missed({ rollout }: RuleContext, group: Group): Problem {
  const lost = rollout.rows.some((cells) =>
    cells.some(({ device, told }) => readsVendorOption(device) && told.outcome === 'none'),
  );
  return {
    rule: 'vendor-class-match',
    severity: lost ? 'error' : 'warning',
    at: group.at,
    ...(group.notAsked ? whereNotAsked(group, group.notAsked) : whereTested(group)),
    related: [],
  };
}

function whereTested(group: Group): Pick<Problem, 'what' | 'hurts' | 'remedy' | 'mends'> {
  return {
    what: `No client with the vendor class ${VENDOR_CLASS} is in ${group.title}.`,
    hurts: 'IGEL OS 11.04.100 and later send exactly that, and get nothing of what is set there.',
    remedy: `Compare the vendor class with "${VENDOR_CLASS}", in small letters.`,
    mends: mendsOf(group),
  };
}

function whereNotAsked({ title }: Group, edit: TextEdit): Pick<Problem, 'what' | 'hurts' | 'remedy' | 'mends'> {
  return {
    what: `Nobody is in ${title}: it is only tested where a network or a pool asks for it, and none does.`,
    hurts: 'IGEL OS 11.04.100 and later get nothing of what is set there.',
    remedy: 'Have it tested for all clients, or ask for it where its devices are.',
    mends: [{ title: 'Test the class for all clients', safe: false, preferred: true, edits: [edit] }],
  };
}

const tooWide = (group: Group, others: readonly string[]): Problem => ({
  rule: 'vendor-class-match',
  severity: 'warning',
  at: group.at,
  what: `Other clients than IGEL's are in ${group.title} too, such as one with the vendor class "${others.join('" or "')}".`,
  hurts: 'Those clients get what is meant for IGEL OS, and read other meanings into option 43.',
  remedy: `Compare the whole vendor class with "${VENDOR_CLASS}".`,
  mends: mendsOf(group),
  related: [],
});

/** A test that is exact already fails for another reason, such as a key that its class has besides. */
const mendsOf = ({ at, exactly }: Group): Problem['mends'] =>
  exactly === undefined || textOf(at) === exactly
    ? []
    : [{ title: `Match ${VENDOR_CLASS} exactly`, safe: false, preferred: true, edits: [{ at, newText: exactly }] }];
