import { EXCLUSIVE_CODE, SERVER_CODE, TAG_CODE, VENDOR_CLASS, VENDOR_CODE } from '../igel/sub-options.ts';
import type { ClientClass } from '../model/client-class.ts';
import type { OptionValue } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import type { Scope } from '../model/scope.ts';
import type { Reply } from '../wire/reply.ts';
import { igelSpaces } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

const READ: readonly number[] = [EXCLUSIVE_CODE, SERVER_CODE, TAG_CODE];

/** Sub-options that are set and never leave the server. */
export const option43NotSent: Rule = {
  id: 'option-43-not-sent',
  severity: 'error',
  simulates: true,
  page: {
    summary: 'Sub-options for IGEL OS are set, and no device gets them in option 43.',
    what: 'Values in a space for option 43 that are in no reply to a device with the vendor class igel-dhcp-1: no vendor-option-space names the space, it names another one, or raw bytes or another definition of option 43 take its place.',
    why: 'The server accepts the values and keeps them for itself.',
    example:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
    instead:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check({ model, rollout, write }: RuleContext): Generator<Problem> {
    const spaces = igelSpaces(model);
    const values = model.values.filter(
      ({ space, code }) => spaces.has(space) && code !== undefined && READ.includes(code),
    );
    if (values.length === 0) return;
    const replies = rollout.withVendorClass(VENDOR_CLASS).filter(({ options }) => options !== null);
    if (replies.length === 0) return;
    for (const [scope, inScope] of byScope(values)) {
      const reached = replies.filter(({ classes }) => isReached(scope, classes));
      if (reached.length === 0) continue;
      const unknown = reached.some((reply) => reply.unknown.includes(VENDOR_CODE));
      // A space may also stand in for the options of a site: then its values go out outside of option 43.
      const spacesSent = new Set(
        reached.flatMap(({ origins }) => [...origins.values()].flat().map((origin) => origin.space)),
      );
      const [first] = inScope;
      if (unknown || !first || inScope.some(({ space }) => spacesSent.has(space))) continue;
      const instead = reached
        .flatMap(({ origins }) => origins.get(VENDOR_CODE) ?? [])
        // The entry that carries a space, beside the values, is no other source.
        .find(({ value }) => value && (value.scope !== scope || value.valueAt))?.value;
      const carrier = emptyCarrier(reached, scope, first.space);
      const inSpace = model.values.filter((value) => value.scope === scope && value.space === first.space);
      const moved = carrier ? write.moveBeside(inSpace, carrier) : [];
      const sending = carrier
        ? {
            reason: `the entry of option ${VENDOR_CODE} that goes out stands in another list`,
            title: `put them beside the entry of option ${VENDOR_CODE}`,
            remedy: 'Put them into the list where that entry stands.',
            edits: moved,
          }
        : write.sendSpace(first.space, first);
      yield {
        rule: 'option-43-not-sent',
        severity: 'error',
        at: first.nameAt,
        what: `What is set in the space "${first.space}" does not go out: ${
          instead ? `option 43 is made of "${instead.name}" instead` : sending.reason
        }.`,
        hurts: 'IGEL OS 11.04.100 and later get no address of a UMS in option 43.',
        remedy: instead ? 'Take the other one out for these clients.' : sending.remedy,
        mends:
          instead || sending.edits.length === 0
            ? []
            : [
                {
                  title: `Send these sub-options: ${sending.title}`,
                  safe: false,
                  preferred: true,
                  edits: sending.edits,
                },
              ],
        related: related(instead ?? carrier),
      };
    }
  },
};

/** The entry of option 43 that devices get instead, where it carries the space and nothing is in it. */
function emptyCarrier(replies: readonly Reply[], scope: Scope, space: string): OptionValue | undefined {
  const inForce = new Set(replies.flatMap((reply) => reply.setBy(VENDOR_CODE)));
  const [only] = inForce;
  const type = only?.definition?.type;
  const isEmpty = only?.data.kind === 'bytes' && only.data.bytes.length === 0;
  if (inForce.size !== 1 || !only || only.scope === scope || !isEmpty) return undefined;
  return type?.kind === 'encapsulate' && type.space === space ? only : undefined;
}

const related = (value: OptionValue | undefined): Problem['related'] =>
  value ? [{ at: value.at, message: 'what goes out in option 43' }] : [];

function byScope(values: readonly OptionValue[]): Map<Scope, OptionValue[]> {
  const scopes = new Map<Scope, OptionValue[]>();
  for (const value of values) scopes.set(value.scope, [...(scopes.get(value.scope) ?? []), value]);
  return scopes;
}

/** Whether a client comes by a scope's values at all; where a class does not match, that is told by itself. */
function isReached(scope: Scope, classes: readonly ClientClass[]): boolean {
  for (let inner: Scope | undefined = scope; inner; inner = inner.parent) {
    if (inner.kind === 'class')
      return classes.some((found) => found.scope === inner || found.laterScopes.includes(inner));
    if (inner.kind === 'host' || inner.kind === 'subclass' || inner.kind === 'conditional') return false;
  }
  return true;
}
