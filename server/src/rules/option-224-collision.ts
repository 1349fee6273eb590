import { device as deviceOf, readsVendorOption } from '../igel/devices.ts';
import { SERVER_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { OptionValue } from '../model/option.ts';
import type { Problem } from '../model/problem.ts';
import { igelSpaces, isServerDefinition } from './igel-names.ts';
import type { Rule, RuleContext } from './rule.ts';

/** How a device finds its UMS that reads option 43. */
const WAY = 'option 43, sub-option 224';

/** Option 224 or 43 has another meaning in the same file. */
export const option224Collision: Rule = {
  id: 'option-224-collision',
  severity: 'warning',
  simulates: true,
  page: {
    summary: "Option 224 or 43 carries another vendor's meaning too.",
    what: "Option 224 defined under another name with values of another kind, option 43 defined as the encapsulation of another vendor's space, and hosts whose own option 43 takes the place of the one for IGEL OS.",
    why: 'A code can mean one thing to a device. The message says who loses.',
    example:
      'option space phones;\noption phones.server code 10 = ip-address;\noption local-encapsulation code 43 = encapsulate phones;\noption space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
    instead:
      'option space igel;\noption igel.igelrmserver code 224 = text;\nclass "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igel;\n  option igel.igelrmserver "192.0.2.10";\n}\nsubnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n',
  },
  *check(context: RuleContext): Generator<Problem> {
    yield* otherMeanings(context);
    yield* hosts(context);
  },
};

function* otherMeanings({ model, rollout, write }: RuleContext): Generator<Problem> {
  const spaces = igelSpaces(model);
  const hasVendor = [...model.values, ...model.hostValues()].some(({ space }) => spaces.has(space));
  const hasServer = model.definitions.some((definition) => isServerDefinition(model, definition));
  for (const definition of model.definitions) {
    if (definition.space !== model.mainSpace || !definition.nameAt || !definition.type) continue;
    const { type, nameAt, name } = definition;
    if (
      definition.code === VENDOR_CODE &&
      type.kind === 'encapsulate' &&
      !spaces.has(type.space.toLowerCase()) &&
      hasVendor
    ) {
      const lost = rollout.rows.some((cells) =>
        cells.some(({ device, told }) => readsVendorOption(device) && told.outcome === 'none'),
      );
      // A definition that holds for others only keeps nothing from anybody.
      const isKept = rollout.rows.flat().every(({ device, told }) => !readsVendorOption(device) || told.way === WAY);
      if (isKept) continue;
      yield {
        rule: 'option-224-collision',
        severity: lost ? 'error' : 'warning',
        at: nameAt,
        what: `Option 43 is defined as the carrier of the space "${type.space}", which takes the place of IGEL's sub-options.`,
        hurts: 'IGEL OS 11.04.100 and later get that instead of their own sub-options.',
        remedy: `Leave this definition out, and send "${type.space}" to its own devices only.`,
        mends: [],
        related: [],
      };
    }
    if (
      definition.code === SERVER_CODE &&
      !isServerDefinition(model, definition) &&
      (hasServer || hasVendor) &&
      type.kind !== 'text'
    ) {
      yield {
        rule: 'option-224-collision',
        severity: 'warning',
        at: nameAt,
        what: `Option 224 is "${name}" here, with values of the type ${write.describeType(type)}.`,
        hurts:
          'IGEL OS 11.03.500 and lower, and later releases without option 43, take it for the address of their UMS.',
        remedy: `Give it only to the devices that "${name}" is for.`,
        mends: [],
        related: [],
      };
    }
  }
}

/** Hosts with an option 43 of their own: an IGEL device with that hardware address gets no other. */
function* hosts({ model, rollout }: RuleContext): Generator<Problem> {
  const device = deviceOf('11.04.100');
  const own = new Map<object, OptionValue>();
  for (const value of model.hostValues()) {
    if (touchesVendorOption(model.mainSpace, value) && !own.has(value.scope)) own.set(value.scope, value);
  }
  if (own.size === 0) return;
  const places = rollout.server.places.filter((place) => rollout.cell(place, device).told.way === WAY);
  for (const host of model.hosts()) {
    const value = own.get(host.scope);
    const mac = host.identifiers.find((identifier) => identifier.kind === 'hardware');
    if (!value || mac?.kind !== 'hardware') continue;
    const lost = places.some((place) => rollout.cell(place, device, mac.address).told.outcome === 'none');
    if (!lost) continue;
    yield {
      rule: 'option-224-collision',
      severity: 'warning',
      at: value.nameAt,
      what: `What stands here takes the place of option 43 for IGEL OS on the host "${host.name}".`,
      hurts: 'If it is a device with IGEL OS 11.04.100 or later, it gets no UMS from DHCP.',
      remedy: 'Take it out of the host, unless the host is another device.',
      mends: [],
      related: [],
    };
  }
}

const touchesVendorOption = (mainSpace: string, { space, code, name }: OptionValue): boolean =>
  (space === mainSpace && code === VENDOR_CODE) || name === 'vendor-option-space';
