import type { Rollout } from '../igel/rollout.ts';
import { VENDOR_CLASS } from '../igel/sub-options.ts';
import type { ClientClass } from '../model/client-class.ts';
import type { Expression } from '../model/expression.ts';
import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { OptionType } from '../model/option-type.ts';
import type { Scope } from '../model/scope.ts';
import { allSteps, some } from '../model/steps.ts';
import { textOfBytes } from '../wire/bytes.ts';
import { describeClient } from '../wire/client.ts';
import { VENDOR_CLASS as VENDOR_CLASS_CODE } from '../wire/option-codes.ts';
import { type Place, scopesAround } from '../wire/place.ts';
import { choosesSpace } from './igel-names.ts';

/** What makes a value give way. */
export interface Winner {
  readonly value: OptionValue;
  /** Whether both stand in one list of statements. */
  readonly isInSameList: boolean;
}

/**
 * The values that give way to another one for every client that comes by them, by what the simulated server does, and the ones that they
 * give way to. That a client loses a value says nothing of the next one: so what wins must be in force wherever and for whomever the
 * loser is.
 */
export function alwaysBeaten(
  model: Model,
  rollout: Rollout,
  isCompared: (value: OptionValue) => boolean,
): ReadonlyMap<OptionValue, readonly Winner[]> {
  const { losses, used } = simulated(rollout, model.values.filter(isCompared));
  // An entry that keeps its option back from everybody has its effect.
  const unused = [...losses].filter(([loser]) => !used.has(loser) && !loser.delivery?.never);
  const found = new Map<OptionValue, readonly Winner[]>();
  if (unused.length === 0) return found;
  const judge = new Judge(model, rollout);
  for (const [loser, rivals] of unused) {
    const winners = judge.certainWinners(loser, [...rivals]);
    if (winners.length > 0) found.set(loser, winners);
  }
  return found;
}

interface Simulated {
  readonly losses: ReadonlyMap<OptionValue, ReadonlySet<OptionValue>>;
  /** In force for a client, or sent to one. */
  readonly used: ReadonlySet<OptionValue>;
}

function simulated(rollout: Rollout, compared: readonly OptionValue[]): Simulated {
  const losses = new Map<OptionValue, Set<OptionValue>>();
  const used = new Set<OptionValue>();
  if (compared.length < 2) return { losses, used };
  const among = new Set(compared);
  // What is set in other spaces is in force for clients to whom the space does not go out, too.
  const { mainSpace } = rollout.server.model;
  const asked = compared.filter((value) => value.space === mainSpace || choosesSpace(value));
  const options = new Map(asked.map(({ space, code = 0 }) => [`${space} ${code}`, { space, code }]));
  const clients = [
    ...rollout.withVendorClass(VENDOR_CLASS),
    ...rollout.server.places.flatMap((place) => rollout.strangers(place)),
    ...rollout.rows.flat().map(({ reply }) => reply),
  ];
  for (const { beaten, inForce, origins } of clients) {
    for (const { space, code } of options.values()) for (const value of inForce(space, code)) used.add(value);
    for (const { value } of [...origins.values()].flat()) if (value) used.add(value);
    for (const { loser, winner } of beaten) {
      // A list that runs a second time, for a class that stands in it, sets the same values again.
      if (!winner || winner === loser || !among.has(loser)) continue;
      const rivals = losses.get(loser);
      if (rivals) rivals.add(winner);
      else losses.set(loser, new Set([winner]));
    }
  }
  return { losses, used };
}

/** Tells of what was seen to win once whether it always wins. */
class Judge {
  readonly #model: Model;
  readonly #rollout: Rollout;
  readonly #around = new Map<Place, ReadonlySet<Scope>>();
  /** The classes by the scopes of all their declarations. */
  readonly #classes: ReadonlyMap<Scope, ClientClass>;
  readonly #senders = new Map<string, readonly OptionValue[]>();
  #reach: Reach | undefined;

  constructor(model: Model, rollout: Rollout) {
    this.#model = model;
    this.#rollout = rollout;
    this.#classes = new Map(
      model.classes.flatMap((one) => [one.scope, ...one.laterScopes].map((scope) => [scope, one] as const)),
    );
  }

  /** There may be very many hosts: they are gone through once, and only where it matters. */
  get #reached(): Reach {
    this.#reach ??= reachOf(this.#model, this.#classes.keys());
    return this.#reach;
  }

  certainWinners(loser: OptionValue, rivals: readonly OptionValue[]): readonly Winner[] {
    const inList = rivals.find((rival) => this.#isInSameList(loser, rival));
    if (inList) return [{ value: inList, isInSameList: true }];
    const always = rivals.find((rival) => this.#comesAlong(loser, rival) || this.#holdsWherever(loser, rival));
    if (always) return [{ value: always, isInSameList: false }];
    return this.#inAllPlaces(loser, rivals).map((value) => ({ value, isInSameList: false }));
  }

  /** All declarations of a class are one list. */
  #listOf(scope: Scope): Scope {
    return this.#classes.get(scope)?.scope ?? scope;
  }

  /** Whether whoever runs the list of the winner's comes by it, and the loser stands in that list or under a test in it. */
  #isInSameList(loser: OptionValue, winner: OptionValue): boolean {
    // A switch may jump over what a default gives way to.
    if (loser.operator === 'default' && winner.scope.kind === 'conditional') return false;
    const list = this.#listOf(winner.scope);
    for (let at: Scope | undefined = loser.scope; at; at = at.parent) {
      if (this.#listOf(at) === list) return true;
      if (at.kind !== 'conditional') return false;
    }
    return false;
  }

  /** Whether the space of both goes out only to those for whom the winner counts, because what sends it stands beside the winner. */
  #comesAlong(loser: OptionValue, winner: OptionValue): boolean {
    const { space } = loser;
    const { mainSpace, definitions } = this.#model;
    if (space === mainSpace || winner.space !== space || !isWholeList(winner.scope)) return false;
    if (definitions.some(({ type }) => type !== undefined && carries(type, space))) return false;
    const senders = this.#sendersOf(space);
    const list = this.#listOf(winner.scope);
    return senders.length > 0 && senders.every(({ scope }) => this.#listOf(scope) === list);
  }

  /** The values that make the server send a space. */
  #sendersOf(space: string): readonly OptionValue[] {
    const known = this.#senders.get(space);
    if (known) return known;
    const found = [...this.#model.values, ...this.#model.hostValues()].filter(
      (one) => choosesSpace(one) && mayName(one, space),
    );
    this.#senders.set(space, found);
    return found;
  }

  /** Whether all clients of the loser's class are in the winner's too. */
  #holdsWherever(loser: OptionValue, winner: OptionValue): boolean {
    const own = this.#classes.get(rootOf(loser.scope));
    const other = this.#classes.get(winner.scope);
    if (!own?.test || !other || own === other || other.onRequest || isReserved(winner)) return false;
    const vendorClass = wantedVendorClass(own.test, this.#model.mainSpace);
    const test = other.test ?? other.byName;
    if (vendorClass === undefined || !test || some(test, isOfMore) || this.#reached.givesClasses) return false;
    const unknown = ALL_CODES.filter((code) => code !== VENDOR_CLASS_CODE);
    const memberships = this.#rollout.server.classesOf(describeClient({ vendorClass, unknown }));
    return memberships.some(({ of, certain }) => of === other && certain);
  }

  /** What wins in the places that the loser counts in; nothing where it may win in one of them. */
  #inAllPlaces(loser: OptionValue, rivals: readonly OptionValue[]): readonly OptionValue[] {
    const root = rootOf(loser.scope);
    const isOfClass = root.kind === 'class' || root.kind === 'subclass';
    if (!isOfClass && root !== this.#model.global && this.#reached.scopes.has(root)) return [];
    const certain = rivals.filter(
      (rival) => !isReserved(rival) && !(rival.scope.kind === 'pool' && this.#reached.hasAddresses),
    );
    const winners = new Set<OptionValue>();
    for (const place of this.#rollout.server.places) {
      const around = this.#scopesAround(place);
      if (!isOfClass && !around.has(root)) continue;
      const winner = certain.find(({ scope }) => around.has(scope));
      if (winner) winners.add(winner);
      // Nobody is served where there are no addresses.
      else if (place.pool || this.#reached.hasHosts) return [];
    }
    return [...winners];
  }

  #scopesAround(place: Place): ReadonlySet<Scope> {
    const known = this.#around.get(place) ?? scopesAround(place);
    this.#around.set(place, known);
    return known;
  }
}

/** What hosts and classes change about who comes by a scope. */
interface Reach {
  /** Scopes that may also count for clients elsewhere, by way of a class or host declared inside of them. */
  readonly scopes: ReadonlySet<Scope>;
  readonly hasHosts: boolean;
  readonly hasAddresses: boolean;
  /** Whether statements put clients into classes. */
  readonly givesClasses: boolean;
}

function reachOf(model: Model, ofClasses: Iterable<Scope>): Reach {
  const scopes = new Set<Scope>();
  let hasHosts = false;
  let hasAddresses = false;
  let givesClasses = [...allSteps(model.global)].some(({ kind }) => kind === 'add-class');
  for (const { scope, addresses, looksUpAddress } of model.hosts()) {
    hasHosts = true;
    if (addresses.length > 0 || looksUpAddress) hasAddresses = true;
    if (scope.steps.some(({ kind }) => kind === 'add-class')) givesClasses = true;
    for (let at = scope.parent; at && !scopes.has(at); at = at.parent) scopes.add(at);
  }
  for (const scope of ofClasses) for (let at = scope.parent; at; at = at.parent) scopes.add(at);
  return { scopes, hasHosts, hasAddresses, givesClasses };
}

/** The scope that a value belongs to, whatever tests it stands under. */
function rootOf(scope: Scope): Scope {
  let root = scope;
  while (root.kind === 'conditional' && root.parent) root = root.parent;
  return root;
}

/** Whether who comes to a scope comes by all that stands directly in it: a switch may begin in the middle. */
const isWholeList = ({ kind, test }: Scope): boolean => kind !== 'conditional' || test !== undefined;

/** Whether an entry is for some clients only, or for none. */
const isReserved = ({ delivery }: OptionValue): boolean =>
  delivery !== undefined && (delivery.never || delivery.classes.length > 0);

function carries(type: OptionType, space: string): boolean {
  if (type.kind === 'record') return type.fields.some((field) => carries(field, space));
  return type.kind === 'encapsulate' && type.space.toLowerCase() === space.toLowerCase();
}

const mayName = ({ data }: OptionValue, space: string): boolean =>
  data.kind !== 'bytes' || textOfBytes(data.bytes).toLowerCase() === space.toLowerCase();

const ALL_CODES: readonly number[] = Array.from({ length: 255 }, (_, code) => code);

/** The vendor class that a client must have to pass a test; undefined where another one may pass it too. */
function wantedVendorClass(test: Expression, mainSpace: string): string | undefined {
  if (test.kind === 'and') return wantedVendorClass(test.left, mainSpace) ?? wantedVendorClass(test.right, mainSpace);
  if (test.kind !== 'compare' || test.operator !== 'equal') return undefined;
  const sides = [test.left, test.right];
  const asked = sides
    .map((side) => (side.kind === 'shown-option' ? side.option : side))
    .find((side) => side.kind === 'option' && side.side === 'sent' && side.space === mainSpace);
  const wanted = sides.find(({ kind }) => kind === 'bytes');
  const isAsked = asked?.kind === 'option' && asked.code === VENDOR_CLASS_CODE;
  return isAsked && wanted?.kind === 'bytes' ? textOfBytes(wanted.bytes) : undefined;
}

/** Whether a part of a test looks at more than at the options that a client sends. */
const isOfMore = ({ kind }: Expression): boolean => !OF_OPTIONS.has(kind);

const OF_OPTIONS: ReadonlySet<Expression['kind']> = new Set([
  'and',
  'or',
  'not',
  'compare',
  'option',
  'shown-option',
  'exists',
  'present',
  'bytes',
  'number',
  'substring',
  'suffix',
  'lower-case',
  'upper-case',
  'concat',
]);
