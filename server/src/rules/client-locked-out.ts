import { type Device, readsVendorOption } from '../igel/devices.ts';
import type { Problem } from '../model/problem.ts';
import type { Place } from '../wire/place.ts';
import type { Rule, RuleContext } from './rule.ts';

/** No IGEL device, or none of those that say what they are, gets an address anywhere. */
export const clientLockedOut: Rule = {
  id: 'client-locked-out',
  severity: 'error',
  simulates: true,
  page: {
    summary: 'No IGEL device gets an address from this file, its hardware address registered or not.',
    what: "Pools that serve only classes that a device is not in, or that deny it, in every subnet that hands out addresses. Where a pool wants a class that has no test it is a warning, since clients may come into it by other means. Pools that refuse only devices up to 11.03.500, which do not say that they are IGEL's, are no finding.",
    why: 'A device without an address asks no UMS.',
    example:
      'class "phones" {\n  match if option vendor-class-identifier = "phone";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    allow members of "phones";\n    range 192.0.2.100 192.0.2.200;\n  }\n}\n',
    instead: 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  pool {\n    range 192.0.2.100 192.0.2.200;\n  }\n}\n',
  },
  *check({ model, rollout }: RuleContext): Generator<Problem> {
    const { places } = rollout.server;
    // A file that hands out nothing, such as a part of one, locks nobody out.
    if (!model.complete || !places.some(({ pool }) => pool)) return;
    const isServed = (device: Device, mac?: Uint8Array): boolean =>
      places.some((place) => rollout.cell(place, device, mac).reply.options !== null);
    const devices = rollout.fleet.flatMap(([device]) => device ?? []);
    const unserved = devices.filter((device) => !isServed(device));
    // Old devices do not say that they are IGEL's: a pool for those that do leaves them out knowingly.
    if (!unserved.some(readsVendorOption)) return;
    // Only now are hosts looked at: there may be very many.
    for (const host of model.hosts()) if (host.looksUpAddress) return;
    const macs = registered(model);
    const lockedOut = unserved.filter((device) => !macs.some((mac) => isServed(device, mac)));
    const [first] = lockedOut;
    if (!first || !lockedOut.some(readsVendorOption)) return;
    const all = lockedOut.length === devices.length;
    const silence = places.map((place) => rollout.cell(place, first).reply.silence).find((found) => found?.at);
    const at = silence?.at ?? places.find(({ pool }) => pool)?.pool?.at;
    if (!at) return;
    // What puts clients into a class without a test stands elsewhere: in a database of hosts, or an extension of the server.
    const certain = places.some((place) => place.pool && !wants(model, place).some((name) => isUntested(model, name)));
    yield {
      rule: 'client-locked-out',
      severity: certain ? 'error' : 'warning',
      at,
      what: `No ${all ? 'IGEL device' : 'device with IGEL OS 11.04.100 or later'} gets an address from this file: every pool refuses it.`,
      hurts: `${all ? 'Every IGEL OS version stays' : 'These devices stay'} without an address, and without a UMS.`,
      remedy: 'Give the devices a pool that serves them.',
      mends: [],
      related: [],
    };
  },
};

/** The classes that a place is for. */
function wants(model: RuleContext['model'], { network, subnet, pool }: Place): readonly string[] {
  return [network, subnet, pool?.scope].flatMap((scope) =>
    (scope ? model.permits(scope) : []).flatMap(({ allow, clients }) =>
      allow && typeof clients === 'object' && 'memberOf' in clients ? [clients.memberOf] : [],
    ),
  );
}

const isUntested = (model: RuleContext['model'], name: string): boolean =>
  model.classes.some((one) => one.name === name && !one.test && !one.byName && !one.key && one.subclasses.length === 0);

/** Enough to show whether the file serves anybody whom it knows. */
const MOST = 100;

/** Hardware addresses that the file knows: of hosts, and of subclasses whose key is type and address of a network card. */
function registered(model: RuleContext['model']): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (const { identifiers } of model.hosts()) {
    for (const identifier of identifiers) if (identifier.kind === 'hardware') found.push(identifier.address);
    if (found.length > MOST) break;
  }
  for (const { subclasses } of model.classes) {
    for (const { key } of subclasses.slice(0, MOST)) if (key.length === 7 && key[0] === 1) found.push(key.subarray(1));
  }
  return found;
}
