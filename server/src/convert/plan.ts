import { VENDOR_CLASS } from '../igel/sub-options.ts';
import type {
  LeftOut,
  PlannedGroup,
  PlannedHost,
  PlannedPlace,
  ServedOption,
  ServingPlan,
} from '../languages/serving-plan.ts';
import type { Expression } from '../model/expression.ts';
import type { Host } from '../model/host.ts';
import type { Model } from '../model/model.ts';
import type { Scope } from '../model/scope.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import { sameBytes } from '../wire/bytes.ts';
import { CLIENT_ID } from '../wire/option-codes.ts';
import type { Place } from '../wire/place.ts';
import { textOfSubnet } from '../wire/place-text.ts';
import { Server } from '../wire/reply.ts';
import { both, CARRIED, type Division, divisionsOf, either, negated } from './divisions.ts';
import { clientOf, failing, merged, NOBODY, type Probe, passes, passing, withVendorClass } from './probes.ts';

/** More tests than these would make more combinations than a person can read. */
const MOST_DIVISIONS = 8;
const MOST_HOSTS = 500;

/** What clients ask for: these options and what everybody asks for; and the same without them. */
const ASKING: readonly number[] = [1, 3, 6, 12, 15, ...CARRIED];
const NOT_ASKING: readonly number[] = [1, 3, 6, 12, 15];

/** What a model sends to whom in options 43, 224 and 226, found by asking its simulated server. */
export function planOf(
  model: Model,
  policy: ServerPolicy,
): { readonly plan: ServingPlan; readonly left: readonly LeftOut[]; readonly probes: readonly Probe[] } {
  return new Planning(model, policy).run();
}

/** What a kind of client gets in a place: null where it gets no answer. */
type Served = readonly ServedOption[] | null;

/** Clients for whom the same tests hold. */
interface Kind {
  /** The tests whose outcome is another than for a client that says nothing of itself. */
  readonly differing: readonly { readonly division: Division; readonly holds: boolean }[];
  readonly probe: Probe;
}

/** Who says nothing of itself, and is known by nothing. */
const ANYBODY: Kind = { differing: [], probe: NOBODY };

class Planning {
  readonly #model: Model;
  readonly #server: Server;
  readonly #places: readonly Place[];
  readonly #left: LeftOut[];
  readonly #hosts: readonly Host[];
  readonly #cards: ReadonlySet<string>;
  /** A client with a host declaration, and whether that sets nothing of its own. */
  readonly #known: Probe | undefined;
  readonly #knowsPlain: boolean;
  #divisions: readonly Division[];

  constructor(model: Model, policy: ServerPolicy) {
    this.#model = model;
    this.#server = new Server(model, policy);
    this.#places = this.#server.places;
    this.#hosts = [...model.hosts()].slice(0, MOST_HOSTS);
    const cards = this.#hosts.flatMap((host) => cardOf(host) ?? []);
    this.#cards = new Set(cards.map((card) => card.join()));
    // One with a fixed address is served where others that are known are not.
    const candidates = this.#hosts.filter(cardOf).toSorted((a, b) => rank(a) - rank(b));
    const [plain] = candidates;
    const card = plain && cardOf(plain);
    this.#known = card && { mac: card, options: new Map() };
    this.#knowsPlain = plain !== undefined && isPlain(plain);
    const { divisions, left } = divisionsOf(model, policy);
    this.#divisions = divisions.slice(0, MOST_DIVISIONS);
    this.#left = [...left];
    for (const { name, at } of divisions.slice(MOST_DIVISIONS)) {
      this.#left.push({ what: `"${name}" is one test too many: ${MOST_DIVISIONS} are looked at.`, at });
    }
  }

  run() {
    if (this.#tellsKnownApart()) {
      const at = this.#model.global.at;
      this.#divisions = [...this.#divisions, { name: 'registered', test: { kind: 'known', at }, at }];
    }
    const others = this.#kinds();
    const kinds = [ANYBODY, ...others];
    // The more tests tell a client apart, the more is known of it: those come first.
    const ordered = others.toSorted((a, b) => b.differing.length - a.differing.length);
    const table = new Map(
      [ANYBODY, ...ordered].map((kind) => [kind, this.#places.map((place) => this.#askKind(kind, kinds, place))]),
    );
    const kept = this.#matter(ordered, table);
    const groups: PlannedGroup[] = kept.map((kind) => ({
      name: kind.differing.map(({ division, holds }) => (holds ? division.name : `not-${division.name}`)).join('-and-'),
      test: this.#testOf(kind, kept, table),
      at: kind.differing[0]?.division.at ?? this.#model.global.at,
    }));
    const base = table.get(ANYBODY) ?? [];
    const lacking = this.#lacking(kept, base, table);
    const places = this.#places.map((place, i): PlannedPlace => {
      const everybody = base[i] ?? null;
      const shared = everybody?.filter(({ code }) => !lacking.has(code)) ?? null;
      const rest = everybody?.filter(({ code }) => lacking.has(code)) ?? null;
      return {
        ...placeText(place),
        guard: this.#guard(i, kept, base, table),
        everybody: shared,
        groups: [...kept.map((kind) => table.get(kind)?.[i] ?? null), ...(lacking.size > 0 ? [rest] : [])],
      };
    });
    if (lacking.size > 0) {
      const without = [...new Set([...lacking.values()].flat())].map(testOf);
      const [first, ...more] = without;
      const at = this.#model.global.at;
      if (first) groups.push({ name: 'everybody-else', test: negated(more.reduce(either, first)), at });
    }
    const known = this.#divisions.some(({ test }) => test.kind === 'known');
    const hosts = this.#plannedHosts(kinds, known);
    return {
      plan: { mainSpace: this.#model.mainSpace, groups, places, hosts },
      left: this.#left,
      probes: [...kinds.map(({ probe }) => probe), ...this.#hostProbes(hosts)],
    };
  }

  /** Whether a client that the server knows is served otherwise than a stranger. */
  #tellsKnownApart(): boolean {
    const known = this.#known;
    if (!known) return false;
    const stranger = this.#strangerLike(known, [ANYBODY, ...this.#kinds()]) ?? ANYBODY;
    return this.#places.some(
      (place) => (this.#ask(known, place) === null) !== (this.#ask(stranger.probe, place) === null),
    );
  }

  /** Clients of each kind that can be made up: no test, one test, two tests at once, and what is near to them. */
  #kinds(): readonly Kind[] {
    const single = this.#divisions.map(({ test }) => passing(test, this.#known));
    for (const [i, probes] of single.entries()) {
      const division = this.#divisions[i];
      if (probes.length === 0 && division) {
        this.#left.push({
          what: `No client can be made up that "${division.name}" is for: what it sets is left out.`,
          at: division.at,
        });
      }
    }
    const pairs = single.flatMap((ones, i) =>
      single
        .slice(i + 1)
        .flatMap((others) => ones.flatMap((one) => others.flatMap((other) => merged(one, other) ?? []))),
    );
    const standard = [VENDOR_CLASS, `${VENDOR_CLASS}0`, 'MSFT 5.0'].map(withVendorClass);
    const probes = [
      ...single.flat(),
      ...pairs,
      ...this.#divisions.flatMap(({ test }) => failing(test, this.#known)),
      ...standard,
    ];
    const isKnown = (probe: Probe) => this.#isKnown(probe);
    const kinds = new Map<string, Kind>();
    for (const probe of probes) {
      const differing = this.#divisions.flatMap((division) => {
        const holds = passes(division.test, probe, isKnown);
        const usual = passes(division.test, NOBODY, isKnown);
        return holds === undefined || holds === usual ? [] : [{ division, holds }];
      });
      const key = differing.map(({ division }) => division.name).join('\n');
      if (differing.length > 0 && !kinds.has(key)) kinds.set(key, { differing, probe });
    }
    for (const { name, test, at } of this.#divisions) {
      if (passes(test, NOBODY, isKnown) === undefined) {
        this.#left.push({ what: `What "${name}" asks for is not understood: what it sets is left out.`, at });
      }
    }
    return [...kinds.values()];
  }

  #isKnown({ mac }: Probe): boolean {
    return mac !== undefined && this.#cards.has(mac.join());
  }

  /** What a kind gets. Of clients that are known it is what strangers get, where each host sets something of its own. */
  #askKind(kind: Kind, kinds: readonly Kind[], place: Place): Served {
    const own = this.#ask(kind.probe, place);
    if (own === null || this.#knowsPlain || !this.#isKnown(kind.probe)) return own;
    const strange = kind.differing.filter(({ division }) => division.test.kind !== 'known');
    const stranger = kinds.find(
      ({ differing }) =>
        differing.length === strange.length &&
        differing.every((one) => strange.some(({ division }) => division === one.division)),
    );
    return (stranger && this.#ask(stranger.probe, place)) ?? own;
  }

  #ask(probe: Probe, place: Place): Served {
    const reply = this.#server.reply(clientOf(probe, ASKING), place);
    if (reply.options === null) return null;
    const forced = this.#server.reply(clientOf(probe, NOT_ASKING), place).options;
    for (const code of CARRIED) {
      if (reply.unknown.includes(code)) {
        const at = reply.setBy(code)[0]?.at;
        const what = `What goes out in option ${code} cannot be told beforehand.`;
        if (!this.#left.some((known) => known.what === what && known.at === at)) this.#left.push({ what, at });
      }
    }
    return CARRIED.flatMap((code) => {
      const bytes = reply.options?.get(code);
      return bytes ? [{ code, bytes, always: forced?.has(code) ?? false }] : [];
    });
  }

  /** Kinds that get something else than what they would get as members of those behind them. */
  #matter(kinds: readonly Kind[], table: ReadonlyMap<Kind, readonly Served[]>): readonly Kind[] {
    const kept: Kind[] = [];
    for (const kind of kinds.toReversed()) {
      const own = table.get(kind) ?? [];
      const weaker = kept.filter((other) => includes(kind, other));
      const differs = own.some((served, i) => {
        const fallback = CARRIED.flatMap(
          (code) =>
            [...weaker.toReversed(), ANYBODY]
              .map((other) => table.get(other)?.[i]?.find((option) => option.code === code))
              .find((option) => option !== undefined) ?? [],
        );
        const answered = [...weaker, ANYBODY].some((other) => table.get(other)?.[i] !== null);
        return (served !== null) !== answered || !sameOptions(served ?? [], fallback);
      });
      if (differs) kept.push(kind);
    }
    return kept.toReversed();
  }

  /** The test of a kind. Narrower kinds that lack an option of it are left out: nothing takes an option away from a client. */
  #testOf(kind: Kind, kept: readonly Kind[], table: ReadonlyMap<Kind, readonly Served[]>): Expression {
    const own = table.get(kind) ?? [];
    const without = kept.filter((narrower) => {
      const lacks = (served: Served, i: number): boolean =>
        served !== null && own[i]?.some(({ code }) => !served.some((option) => option.code === code)) === true;
      return narrower !== kind && includes(narrower, kind) && table.get(narrower)?.some(lacks) === true;
    });
    const [first, ...others] = without.map(testOf);
    return first ? both(testOf(kind), negated(others.reduce(either, first))) : testOf(kind);
  }

  /** Options that everybody gets in some place, with the kinds that do not get them there. */
  #lacking(kept: readonly Kind[], base: readonly Served[], table: ReadonlyMap<Kind, readonly Served[]>) {
    const lacking = new Map<number, Kind[]>();
    for (const kind of kept) {
      const own = table.get(kind) ?? [];
      for (const code of CARRIED) {
        const lacks = own.some(
          (served, i) =>
            served !== null &&
            !served.some((option) => option.code === code) &&
            base[i]?.some((option) => option.code === code),
        );
        if (lacks) lacking.set(code, [...(lacking.get(code) ?? []), kind]);
      }
    }
    return lacking;
  }

  #guard(
    place: number,
    kept: readonly Kind[],
    base: readonly Served[],
    table: ReadonlyMap<Kind, readonly Served[]>,
  ): Expression | undefined {
    const answered = (kind: Kind) => table.get(kind)?.[place] !== null;
    const tests = (kinds: readonly Kind[]) => kinds.map(testOf);
    if (base[place] !== null) {
      const [first, ...others] = tests(kept.filter((kind) => !answered(kind)));
      return first && negated(others.reduce(either, first));
    }
    const [first, ...others] = tests(kept.filter(answered));
    if (first) return others.reduce(either, first);
    return { kind: 'unreadable', at: this.#model.global.at };
  }

  #plannedHosts(kinds: readonly Kind[], known: boolean): readonly PlannedHost[] {
    const planned: PlannedHost[] = [];
    for (const host of this.#hosts) {
      const options = this.#hostOptions(host, kinds);
      if (options.length === 0 && !known) continue;
      const identifier = identifierOf(host);
      if (!identifier) {
        this.#left.push({
          what: `The host "${host.name}" is known neither by an Ethernet card nor by an identifier.`,
          at: host.scope.at,
        });
        continue;
      }
      const address = host.addresses.find(({ family }) => family === 4)?.address;
      planned.push({ name: host.name ?? 'host', identifier, address, options });
    }
    return planned;
  }

  /** What a host gets that others of its kind do not get. */
  #hostOptions(host: Host, kinds: readonly Kind[]): readonly ServedOption[] {
    // One with a fixed address takes the place of a pool, and gets nothing of what that sets.
    if (isPlain(host) && host.addresses.length === 0) return [];
    const probe = probeOf(host);
    if (!probe) {
      this.#left.push({ what: `Nothing shows what the host "${host.name}" gets.`, at: host.scope.at });
      return [];
    }
    const seen: { readonly own: readonly ServedOption[]; readonly usual: readonly ServedOption[] }[] = [];
    for (const kind of kinds) {
      const client = merged(probe, kind.probe);
      const stranger = client && (this.#strangerLike(client, kinds) ?? kind);
      if (!client || !stranger) continue;
      for (const place of this.#placesOf(host)) {
        const own = this.#ask(client, place);
        const usual = this.#ask(stranger.probe, place);
        if (own && usual) seen.push({ own, usual });
      }
    }
    return CARRIED.flatMap((code) => {
      const of = (options: readonly ServedOption[]) => options.find((option) => option.code === code);
      const same = (a: ServedOption | undefined, b: ServedOption | undefined): boolean =>
        a === undefined || b === undefined ? a === b : sameBytes(a.bytes, b.bytes);
      const particular = seen.filter(({ own, usual }) => !same(of(own), of(usual)));
      if (particular.length === 0) return [];
      const [chosen] = particular.flatMap(({ own }) => of(own) ?? []);
      if (seen.some(({ own }) => !same(of(own), chosen))) {
        this.#left.push({
          what: `The host "${host.name}" gets option ${code} by who asks; after the move it gets one value, or that of the others.`,
          at: host.scope.at,
        });
      }
      return chosen ? [chosen] : [];
    });
  }

  /** A client that is no host and passes the same tests as another one. */
  #strangerLike(client: Probe, kinds: readonly Kind[]): Kind | undefined {
    const outcomes = (probe: Probe): string =>
      this.#divisions
        .filter(({ test }) => test.kind !== 'known')
        .map(({ test }) => passes(test, probe, (one) => this.#isKnown(one)))
        .join();
    return kinds.find(({ probe }) => !this.#isKnown(probe) && outcomes(probe) === outcomes(client));
  }

  #placesOf(host: Host): readonly Place[] {
    const address = host.addresses.find(({ family }) => family === 4)?.address;
    if (address === undefined) return this.#places;
    return this.#places.filter(
      ({ subnet }) => subnet?.network && subnet.network.low <= address && address <= subnet.network.high,
    );
  }

  #hostProbes(hosts: readonly PlannedHost[]): readonly Probe[] {
    return hosts.flatMap(({ identifier }) =>
      identifier.kind === 'hardware' ? [{ mac: identifier.address, options: new Map<number, Uint8Array>() }] : [],
    );
  }
}

const rank = (host: Host): number => (host.addresses.length > 0 ? 2 : 0) + (isPlain(host) ? 0 : 1);

/** Whether a host declaration sets nothing, and stands in nothing that does: a host inherits from where it is written. */
const isPlain = ({ scope, group }: Host): boolean =>
  scope.steps.length === 0 && group === undefined && scope.parent?.kind === 'global';

/** Whether all that tells one kind apart tells the other apart too. */
const includes = (narrower: Kind, wider: Kind): boolean =>
  wider.differing.every(({ division }) => narrower.differing.some((one) => one.division === division));

function testOf({ differing }: Kind): Expression {
  const [first, ...others] = differing.map(({ division: { test }, holds }) => (holds ? test : negated(test)));
  if (!first) throw new RangeError('a group has a test');
  return others.reduce(both, first);
}

const sameOptions = (a: readonly ServedOption[], b: readonly ServedOption[]): boolean =>
  a.length === b.length &&
  a.every((option) =>
    b.some(
      (other) => other.code === option.code && other.always === option.always && sameBytes(other.bytes, option.bytes),
    ),
  );

function cardOf({ identifiers }: Host): Uint8Array | undefined {
  const card = identifiers.find((one) => one.kind === 'hardware' && one.type === 1 && one.address.length === 6);
  return card?.kind === 'hardware' ? card.address : undefined;
}

/** A client that the server takes for a host. */
function probeOf(host: Host): Probe | undefined {
  const identifier = identifierOf(host);
  switch (identifier?.kind) {
    case 'hardware':
      return { mac: identifier.address, options: new Map() };
    case 'client-id':
      return { mac: undefined, options: new Map([[CLIENT_ID, identifier.bytes]]) };
    case undefined:
      return undefined;
  }
}

function identifierOf(host: Host): PlannedHost['identifier'] | undefined {
  const address = cardOf(host);
  if (address) return { kind: 'hardware', address };
  const id = host.identifiers.find(({ kind }) => kind === 'client-id');
  return id?.kind === 'client-id' ? { kind: 'client-id', bytes: id.bytes } : undefined;
}

function placeText({ network, subnet, pool }: Place): Pick<PlannedPlace, 'sharedNetwork' | 'subnet' | 'pool'> {
  const range = subnet?.network;
  return {
    sharedNetwork: sharedNetworkOf(network),
    subnet: range && { range, text: textOfSubnet(range) },
    pool: pool?.range,
  };
}

const sharedNetworkOf = ({ kind, name }: Scope): string | undefined =>
  kind === 'shared-network' ? (name ?? 'network') : undefined;
