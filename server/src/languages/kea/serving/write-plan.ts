import type { AddressRange } from '../../../model/scope.ts';
import { compareVersions } from '../../../model/version.ts';
import type { LeftOut, PlannedHost, PlannedPlace, ServedOption, ServingPlan, WrittenPlan } from '../../serving-plan.ts';
import { joined } from '../../snippet-text.ts';
import { listMember } from '../insertion.ts';
import { quoted } from '../json-string.ts';
import { type JsonPart, type Layout, writeParts } from '../json-text.ts';
import { isKnownClass } from '../judge/class-references.ts';
import { Entries } from './entries.ts';
import { type Wording, writeTest } from './write-test.ts';

const LINES: Layout = { kind: 'lines', lineEnd: '\n', indent: '', unit: '  ' };

/** The class of clients that are known and get nothing of their own: a reservation must give something. */
const REGISTERED = 'host-declaration';

/** A whole kea-dhcp4.conf that sends what a plan says. */
export function writePlan(plan: ServingPlan, version: string): WrittenPlan {
  return new PlanWriter(plan, version).write();
}

/** A class, with the options that its members get. */
interface WrittenClass {
  readonly name: string;
  readonly test: string | undefined;
  readonly required: boolean;
  readonly options: readonly ServedOption[];
}

/**
 * In Kea the options of pools, subnets and networks go before those of classes. So what a place gives to everybody stands in a class
 * of its own, which the place requires, wherever a group of clients is to get something else.
 */
class PlanWriter {
  readonly #plan: ServingPlan;
  readonly #version: string;
  readonly #wording: Wording;
  readonly #left: LeftOut[] = [];
  readonly #classes: WrittenClass[] = [];
  readonly #global: ServedOption[] = [];
  /** What stands in a network, subnet or pool itself, by its key. */
  readonly #direct = new Map<string, ServedOption[]>();
  /** The classes that each place requires. */
  readonly #required: readonly string[][];
  readonly #guards: readonly (string | undefined)[];
  /** Tests of the plan's groups; undefined for one that Kea has no words for. */
  readonly #tests: readonly (string | undefined)[];

  constructor({ groups, ...rest }: ServingPlan, version: string) {
    const plan = { ...rest, groups: groups.map((group) => ({ ...group, name: className(group.name) })) };
    this.#plan = plan;
    this.#version = version;
    this.#wording = { version, mainSpace: plan.mainSpace };
    this.#required = plan.places.map(() => []);
    this.#tests = plan.groups.map(({ name, test, at }) => {
      const written = writeTest(test, this.#wording);
      if (written === undefined) this.#left.push({ what: `Kea ${version} has no test like that of "${name}".`, at });
      return written;
    });
    const members: readonly ServedOption[][] = plan.groups.map(() => []);
    const ofPlaces = this.#divide(members);
    for (const [i, { name }] of plan.groups.entries()) {
      const test = this.#tests[i];
      if (test !== undefined) this.#classes.push({ name, test, required: false, options: members[i] ?? [] });
    }
    this.#guards = plan.places.map((place) => this.#guard(place));
    for (const [i, lists] of ofPlaces.entries()) {
      for (const { group, options } of lists) this.#require(i, group, options);
    }
  }

  /** Finds for each option the list that it stands in, and answers with what each place gives by classes that it requires. */
  #divide(members: readonly ServedOption[][]) {
    const { groups, places } = this.#plan;
    const ofPlaces = places.map(() =>
      [...groups.keys(), undefined].map((group) => ({ group, options: [] as ServedOption[] })),
    );
    const codes = new Set(
      places.flatMap((place) =>
        [place.everybody, ...place.groups].flatMap((served) => served ?? []).map(({ code }) => code),
      ),
    );
    for (const code of codes) {
      const of = (served: readonly ServedOption[] | null | undefined) =>
        served === null ? null : served?.find((option) => option.code === code);
      const base = places.map((place) => of(place.everybody));
      const byGroup = groups.map((_, group) => places.map((place) => of(place.groups[group])));
      const isContested = byGroup.some((found) => found.some((option) => option));
      const everywhere = common(base);
      // Where nobody else is served, there is nobody for whom it would be wrong.
      const isForAll =
        everywhere !== undefined && base.every((option, i) => option !== null || byGroup.every((found) => found[i]));
      if (everywhere && isForAll) this.#global.push(everywhere);
      else if (isContested) {
        for (const [i, option] of base.entries()) if (option) ofPlaces[i]?.[groups.length]?.options.push(option);
      } else this.#placeDirectly(base);
      let isByPlace = false;
      for (const [group, found] of byGroup.entries()) {
        const option = common(found);
        const isUsual = everywhere !== undefined && isForAll && option !== undefined && sameOption(option, everywhere);
        const beatsNobody = byGroup.slice(group + 1).every((others) => others.every((one) => !one));
        if (option && !isByPlace) {
          if (!isUsual || !beatsNobody) members[group]?.push(option);
        } else if (found.some((one) => one)) {
          isByPlace = true;
          for (const [i, one] of found.entries()) if (one) ofPlaces[i]?.[group]?.options.push(one);
        }
      }
    }
    return ofPlaces;
  }

  /** An option that differs by place stands as far outside as it is the same. */
  #placeDirectly(base: readonly (ServedOption | null | undefined)[]): void {
    const { places } = this.#plan;
    const done = new Set<number>();
    for (const keyOf of [networkKey, subnetKey, poolKey]) {
      const inside = new Map<string, number[]>();
      for (const [i, place] of places.entries()) {
        const key = keyOf(place);
        if (key !== undefined && !done.has(i)) inside.set(key, [...(inside.get(key) ?? []), i]);
      }
      for (const [key, indexes] of inside) {
        const option = common(indexes.map((i) => base[i]));
        if (!option) continue;
        this.#direct.set(key, [...(this.#direct.get(key) ?? []), option]);
        for (const i of indexes) done.add(i);
      }
    }
  }

  #require(place: number, group: number | undefined, options: readonly ServedOption[]): void {
    if (options.length === 0) return;
    const planned = group === undefined ? undefined : this.#plan.groups[group];
    if (planned && this.#tests[group ?? -1] === undefined) return;
    const known = this.#classes.find(
      (one) => one.required && one.test === memberTest(planned?.name) && sameOptions(one.options, options),
    );
    const name =
      known?.name ?? this.#freeName(`${planned?.name ?? 'everybody'} in ${placeName(this.#plan.places[place])}`);
    if (!known) this.#classes.push({ name, test: memberTest(planned?.name), required: true, options });
    this.#required[place]?.push(name);
  }

  #guard({ guard, pool }: PlannedPlace): string | undefined {
    if (!guard || !pool) return undefined;
    const test = writeTest(guard, this.#wording);
    if (test === undefined) {
      const nobody = guard.kind === 'unreadable';
      this.#left.push({
        what: nobody
          ? `Nobody gets an address from ${textOfRange(pool)}.`
          : `Who may have an address from ${textOfRange(pool)} cannot be said in Kea ${this.#version}.`,
        at: guard.at,
      });
      return undefined;
    }
    if (test === "member('KNOWN')") return 'KNOWN';
    const known = this.#classes.find((one) => one.test === test && !one.required);
    if (known) return known.name;
    const name = this.#freeName(`allowed in ${textOfRange(pool)}`);
    this.#classes.push({ name, test, required: false, options: [] });
    return name;
  }

  #freeName(name: string): string {
    let free = name;
    for (let number = 2; this.#classes.some((one) => one.name === free); number++) free = `${name} (${number})`;
    return free;
  }

  write(): WrittenPlan {
    const { hosts, places } = this.#plan;
    const all = [
      ...places.flatMap((place) => [place.everybody, ...place.groups].flatMap((served) => served ?? [])),
      ...hosts.flatMap(({ options }) => options),
    ];
    const entries = new Entries(all);
    entries.announceShared([
      ...this.#global,
      ...[...this.#direct.values()].flat(),
      ...hosts.flatMap(({ options }) => options),
    ]);
    const data = this.#global.flatMap((option) => entries.shared(option));
    const reservations = this.#reservations(entries);
    const classes = this.#classParts(entries);
    const networks = this.#networkParts(entries, reservations);
    const unplaced = reservations.get(undefined) ?? [];
    const members: JsonPart[] = [];
    if (entries.definitions.length > 0) members.push(listMember('option-def', entries.definitions));
    if (data.length > 0) members.push(listMember('option-data', data));
    if (classes.length > 0) members.push(listMember('client-classes', classes));
    if (unplaced.length > 0) {
      members.push({ line: '"reservations-global": true' }, { line: '"reservations-in-subnet": true' });
      members.push(listMember('reservations', unplaced));
    }
    members.push(...networks);
    if (members.length === 0) members.push({ line: '"valid-lifetime": 7200' });
    const whole = writeParts(
      [{ open: '{', parts: [{ open: '"Dhcp4": {', parts: members, close: '}' }], close: '}' }],
      LINES,
    );
    return { text: joined(whole, '\n').plain, left: this.#left };
  }

  #classParts(entries: Entries): readonly JsonPart[] {
    const needsRegistered = this.#plan.hosts.some(
      ({ options, address }) => options.length === 0 && address === undefined,
    );
    const written = needsRegistered
      ? [...this.#classes, { name: REGISTERED, test: undefined, required: false, options: [] }]
      : this.#classes;
    return written.map(({ name, test, required, options }): JsonPart => {
      const { definitions, data } = entries.ofClass(options);
      const parts: JsonPart[] = [{ line: `"name": ${quoted(name)}` }];
      if (test !== undefined) parts.push({ line: `"test": ${quoted(test)}` });
      if (required)
        parts.push({ line: `${quoted(this.#isNew('2.7.4') ? 'only-in-additional-list' : 'only-if-required')}: true` });
      if (definitions.length > 0) parts.push(listMember('option-def', definitions));
      if (data.length > 0) parts.push(listMember('option-data', data));
      return { open: '{', parts, close: '}' };
    });
  }

  /** Entries of reservations, by the text of the subnet that they belong to. */
  #reservations(entries: Entries): ReadonlyMap<string | undefined, readonly JsonPart[]> {
    const found = new Map<string | undefined, JsonPart[]>();
    const seen = new Set<string>();
    for (const host of this.#plan.hosts) {
      const subnet = this.#plan.places.find(({ subnet }) => subnet && holds(subnet.range, host.address))?.subnet?.text;
      const identifier = identifierOf(host);
      if (seen.has(`${subnet} ${identifier}`)) {
        this.#left.push({
          what: `The host "${host.name}" is known by what another one is known by already.`,
          at: undefined,
        });
        continue;
      }
      seen.add(`${subnet} ${identifier}`);
      const parts: JsonPart[] = [{ line: identifier }];
      if (subnet !== undefined && host.address !== undefined) {
        parts.push({ line: `"ip-address": ${quoted(textOfAddress(host.address))}` });
      }
      if (host.options.length > 0) {
        parts.push(
          listMember(
            'option-data',
            host.options.flatMap((option) => entries.shared(option)),
          ),
        );
      } else if (subnet === undefined || host.address === undefined)
        parts.push({ line: `"client-classes": [ ${quoted(REGISTERED)} ]` });
      found.set(subnet, [...(found.get(subnet) ?? []), { comment: host.name, open: '{', parts, close: '}' }]);
    }
    return found;
  }

  #networkParts(
    entries: Entries,
    reservations: ReadonlyMap<string | undefined, readonly JsonPart[]>,
  ): readonly JsonPart[] {
    const { places } = this.#plan;
    const bySubnet = new Map<string, number[]>();
    for (const [i, { subnet }] of places.entries()) {
      if (subnet) bySubnet.set(subnet.text, [...(bySubnet.get(subnet.text) ?? []), i]);
    }
    const alone: JsonPart[] = [];
    const shared = new Map<string, JsonPart[]>();
    let id = 0;
    for (const [text, indexes] of bySubnet) {
      const [first = 0] = indexes;
      const lists = indexes.map((i) => this.#required[i] ?? []);
      const isSame = lists.every((list) => list.join('\n') === lists[0]?.join('\n'));
      const pools = indexes.flatMap((i) => this.#poolPart(i, isSame, entries));
      const parts: JsonPart[] = [
        { line: `"id": ${++id}` },
        { line: `"subnet": ${quoted(text)}` },
        ...this.#options(subnetKey(places[first]), entries),
        ...(isSame ? this.#requiring(lists[0] ?? []) : []),
        ...(pools.length > 0 ? [listMember('pools', pools)] : []),
      ];
      const hosts = reservations.get(text) ?? [];
      if (hosts.length > 0) parts.push(listMember('reservations', hosts));
      const subnet: JsonPart = { open: '{', parts, close: '}' };
      const network = places[first]?.sharedNetwork;
      if (network === undefined) alone.push(subnet);
      else shared.set(network, [...(shared.get(network) ?? []), subnet]);
    }
    const networks = [...shared].map(
      ([name, subnets]): JsonPart => ({
        open: '{',
        parts: [
          { line: `"name": ${quoted(name)}` },
          ...this.#options(`network ${name}`, entries),
          listMember('subnet4', subnets),
        ],
        close: '}',
      }),
    );
    return [
      ...(networks.length > 0 ? [listMember('shared-networks', networks)] : []),
      ...(alone.length > 0 ? [listMember('subnet4', alone)] : []),
    ];
  }

  #poolPart(index: number, isRequiredOutside: boolean, entries: Entries): readonly JsonPart[] {
    const place = this.#plan.places[index];
    if (!place?.pool || place.guard?.kind === 'unreadable') return [];
    const guard = this.#guards[index];
    const parts: JsonPart[] = [
      { line: `"pool": ${quoted(textOfRange(place.pool))}` },
      ...(guard === undefined
        ? []
        : [
            {
              line: this.#isNew('2.7.5')
                ? `"client-classes": [ ${quoted(guard)} ]`
                : `"client-class": ${quoted(guard)}`,
            },
          ]),
      ...this.#options(poolKey(place), entries),
      ...(isRequiredOutside ? [] : this.#requiring(this.#required[index] ?? [])),
    ];
    return [
      parts.length === 1
        ? { line: joined('{ ', writeParts(parts, { kind: 'one line' }), ' }') }
        : { open: '{', parts, close: '}' },
    ];
  }

  #options(key: string | undefined, entries: Entries): readonly JsonPart[] {
    const options = key === undefined ? [] : (this.#direct.get(key) ?? []);
    return options.length === 0
      ? []
      : [
          listMember(
            'option-data',
            options.flatMap((option) => entries.shared(option)),
          ),
        ];
  }

  #requiring(names: readonly string[]): readonly JsonPart[] {
    if (names.length === 0) return [];
    const key = this.#isNew('2.7.4') ? 'evaluate-additional-classes' : 'require-client-classes';
    return [{ line: `"${key}": [ ${names.map(quoted).join(', ')} ]` }];
  }

  #isNew(since: string): boolean {
    return compareVersions(this.#version, since) >= 0;
  }
}

/** A name as a class may have it: no quotes, and none that Kea gives a meaning of its own. */
function className(name: string): string {
  const plain = name.replace(/['"\\]/g, '');
  return isKnownClass(plain) || plain === '' ? `class ${plain}` : plain;
}

const memberTest = (name: string | undefined): string => (name === undefined ? "member('ALL')" : `member('${name}')`);

/** The option that all have who are answered; undefined where one has none, or another one. */
function common(options: readonly (ServedOption | null | undefined)[]): ServedOption | undefined {
  const answered = options.filter((option) => option !== null);
  const [first] = answered;
  return first && answered.every((option) => option && sameOption(first, option)) ? first : undefined;
}

const sameOption = (a: ServedOption, b: ServedOption): boolean =>
  a.code === b.code && a.always === b.always && a.bytes.join() === b.bytes.join();

const sameOptions = (a: readonly ServedOption[], b: readonly ServedOption[]): boolean =>
  a.length === b.length && a.every((option, i) => b[i] !== undefined && sameOption(option, b[i]));

const networkKey = (place: PlannedPlace | undefined): string | undefined =>
  place?.sharedNetwork === undefined ? undefined : `network ${place.sharedNetwork}`;
const subnetKey = (place: PlannedPlace | undefined): string | undefined =>
  place?.subnet === undefined ? undefined : `subnet ${place.subnet.text}`;
const poolKey = (place: PlannedPlace): string | undefined =>
  place.pool === undefined ? undefined : `pool ${place.subnet?.text} ${textOfRange(place.pool)}`;

const placeName = (place: PlannedPlace | undefined): string =>
  place?.pool ? textOfRange(place.pool) : (place?.subnet?.text ?? 'all places');

const holds = ({ low, high }: AddressRange, address: bigint | undefined): boolean =>
  address !== undefined && low <= address && address <= high;

function identifierOf({ identifier }: PlannedHost): string {
  if (identifier.kind === 'hardware') return `"hw-address": "${hexWithColons(identifier.address)}"`;
  return `"client-id": "${hexWithColons(identifier.bytes)}"`;
}

const hexWithColons = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(':');

const textOfAddress = (address: bigint): string =>
  [24n, 16n, 8n, 0n].map((shift) => (address >> shift) & 0xffn).join('.');

const textOfRange = ({ low, high }: AddressRange): string => `${textOfAddress(low)} - ${textOfAddress(high)}`;
