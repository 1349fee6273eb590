import type { OptionValue } from '../../model/option.ts';
import type { AddressRange } from '../../model/scope.ts';
import { startOf } from '../../model/span.ts';
import { SharedKeys } from '../shared-keys.ts';
import { type Assembly, isWholeReservation, type KeaPiece, type Source } from './assembly.ts';
import type { FileJudgement } from './file-judgement.ts';
import { type HostRecord, misplacedAddresses, readHost, textProblems } from './host-record.ts';
import type { Item } from './item.ts';
import type { Subnet } from './judge/networks.ts';
import { type KeaProblem, REFUSED } from './report.ts';

/** A reservation and what tells its subnet from others. */
interface Entry {
  readonly record: HostRecord;
  readonly list: Pick<List, 'home' | 'known'>;
}

interface Held extends Entry {
  readonly list: List;
  record: HostRecord;
  misplaced: readonly KeaProblem[];
}

/** A list called "reservations", or the part of it that stands in one piece. */
interface List {
  readonly source: Source;
  readonly piece: KeaPiece;
  /** Its bracket: an offset in the piece, or -1, -2, … counted outwards. */
  readonly bracket: number;
  /** Whether Kea knows such a list where it stands; where it does not, only what cannot be read is told of its elements. */
  known: boolean;
  home: string;
  /** The addresses that reservations in it may be for. */
  range: AddressRange | undefined;
  readonly held: Held[];
  /** How many there are by each key that tells a client. */
  readonly kinds: Map<string, number>;
}

/** The text that a list's bracket stands in, and its offset there. */
type Bracket = readonly [anchor: object, at: number];

type ListPlace = Pick<List, 'source' | 'piece' | 'bracket'>;

/** All whole reservations, found by what they have in common. Work grows with the reservations that change, not with all of them. */
export class HostIndex {
  #assembly: Assembly;
  #file: FileJudgement;
  /** The lists that each piece has whole elements of. */
  readonly #lists = new Map<KeaPiece, readonly List[]>();
  readonly #identifiers = new SharedKeys<Entry>();
  readonly #addresses = new SharedKeys<Entry>();
  /** Those that no piece holds whole: their faults are told elsewhere. */
  #scattered: readonly Entry[] = [];
  /** Those that have problems of their own, so that the others need not be looked at. */
  readonly #troubled = new Set<Held>();
  readonly #setting = new Set<Held>();
  /** Those that mean something else when definitions or classes change. */
  readonly #dependent = new Set<Held>();
  readonly #homes = new WeakMap<object, Map<number, string>>();
  #nextHome = 0;
  size = 0;
  /** Raised when a reservation came, went or is judged otherwise. */
  revision = 0;
  /** Raised with those that set options, or are known by one. */
  optionsRevision = 0;

  constructor(assembly: Assembly, file: FileJudgement) {
    this.#assembly = assembly;
    this.#file = file;
  }

  /** The keys by which clients are told, such as `hw-address`. */
  get kinds(): ReadonlySet<string> {
    const kinds = new Set<string>();
    for (const lists of this.#lists.values()) {
      for (const { known, kinds: counted } of lists)
        if (known) for (const [kind, count] of counted) if (count > 0) kinds.add(kind);
    }
    return kinds;
  }

  /**
   * Takes over what the rest of the files now says; judges again the reservations that could be meant otherwise.
   * @param nested whether pieces that stayed may stand in other blocks than before
   */
  renew(assembly: Assembly, file: FileJudgement, nested: boolean): void {
    const otherNames = file.signature !== this.#file.signature;
    const otherProgram =
      file.situation.program !== this.#file.situation.program ||
      file.situation.version !== this.#file.situation.version;
    const otherNetworks = file.networks?.signature !== this.#file.networks?.signature;
    this.#assembly = assembly;
    this.#file = file;
    const lists = [...this.#lists.values()].flat();
    if (nested) this.#findHomes(lists);
    for (const list of lists) {
      const known = this.#isOfReservations(list);
      if (known === list.known) continue;
      list.known = known;
      this.size += known ? list.held.length : -list.held.length;
    }
    if (otherNames || otherProgram) {
      const again = otherProgram ? lists.flatMap(({ held }) => held) : [...this.#dependent];
      for (const held of again) {
        this.#forget(held);
        held.record = this.#read(held.list, held.record.item);
        this.#enter(held);
        // It is held against its subnet when it has one again.
        if (!held.list.known) held.list.range = undefined;
      }
    }
    if (nested || otherNetworks) this.#findSubnets(lists);
    for (const entry of this.#scattered) this.#unfile(entry);
    this.#scattered = file.scattered.map(({ list, record }) => ({
      record,
      list: { home: this.#homeAt([list.item.anchor, list.item.start]), known: true },
    }));
    for (const entry of this.#scattered) this.#index(entry);
  }

  /** Lists whose bracket was read anew stay what they were; where one has become two, the other one begins anew. */
  #findHomes(all: readonly List[]): void {
    const lists = all.map((list) => ({ list, bracket: this.#bracketOf(list) }));
    const taken = new Set<string>();
    const take = ([anchor, at]: Bracket) => {
      const home = this.#homes.get(anchor)?.get(at);
      if (home !== undefined) taken.add(home);
    };
    for (const { bracket } of lists) take(bracket);
    for (const { list } of this.#file.scattered) take([list.item.anchor, list.item.start]);
    for (const { list, bracket } of lists) {
      const home = this.#homeAt(bracket, taken.has(list.home) ? undefined : list.home);
      taken.add(home);
      if (home === list.home) continue;
      for (const held of list.held) this.#unfile(held);
      list.home = home;
      for (const held of list.held) this.#index(held);
    }
  }

  /** Whether addresses lie in their subnet is asked again where that is another one, and where it was told where it stands. */
  #findSubnets(lists: readonly List[]): void {
    for (const list of lists) {
      if (!list.known) continue;
      const range = this.#rangeOf(list);
      const same = range?.low === list.range?.low && range?.high === list.range?.high;
      list.range = range;
      if (!same) for (const held of list.held) this.#place(held);
    }
    for (const held of [...this.#troubled]) if (held.list.known && held.misplaced.length > 0) this.#place(held);
  }

  add(source: Source, piece: KeaPiece): void {
    const lists = new Map<number, List>();
    const listAt = (bracket: number): List => {
      const list = lists.get(bracket) ?? this.#listAt(source, piece, bracket);
      lists.set(bracket, list);
      return list;
    };
    const take = (item: Item, bracket: number) => {
      const list = listAt(bracket);
      const held: Held = { list, record: this.#read(list, item), misplaced: [] };
      list.held.push(held);
      this.#enter(held);
      if (list.known) this.size++;
    };
    const walk = (item: Item) => {
      for (const inner of item.items ?? []) {
        const list = { label: item.key ?? '', kind: item.kind === 'array' ? '[' : '{' };
        if (isWholeReservation(list, inner)) take(inner, item.start);
        else if (inner.items) walk(inner);
      }
    };
    for (const { parent, item } of piece.facts) {
      const block = parent < 0 ? source.block(piece, parent) : undefined;
      if (isWholeReservation(block, item)) take(item, parent);
      else walk(item);
    }
    if (lists.size > 0) this.#lists.set(piece, [...lists.values()]);
  }

  remove(piece: KeaPiece): void {
    for (const { held, known } of this.#lists.get(piece) ?? []) {
      for (const one of held) this.#forget(one);
      if (known) this.size -= held.length;
    }
    this.#lists.delete(piece);
  }

  *hosts(): Generator<HostRecord> {
    for (const lists of this.#lists.values()) {
      for (const { held, known } of lists) if (known) for (const { record } of held) yield record;
    }
  }

  *values(): Generator<OptionValue> {
    for (const { list, record } of this.#setting) if (list.known) yield* record.judgement.values;
  }

  *unknownOptions() {
    for (const { list, record } of this.#setting) if (list.known) yield* record.judgement.unknownOptions;
  }

  /** The classes that reservations put their clients into. */
  *givenClasses(): Generator<string> {
    for (const { list, record } of this.#dependent) if (list.known) yield* record.givenClasses;
  }

  *problems(): Generator<KeaProblem> {
    for (const { list, record, misplaced } of this.#troubled) {
      yield* list.known ? record.judgement.problems : textProblems(record.item);
      if (list.known) yield* misplaced;
    }
    for (const group of this.#identifiers.shared()) yield* this.#same(group, 'identifier');
    if (!this.#file.sharesReservedAddresses) {
      for (const group of this.#addresses.shared()) yield* this.#same(group, 'address');
    }
  }

  #listAt(source: Source, piece: KeaPiece, bracket: number): List {
    const place = { source, piece, bracket };
    return {
      ...place,
      known: this.#isOfReservations(place),
      home: this.#homeAt(this.#bracketOf(place)),
      range: this.#rangeOf(place),
      held: [],
      kinds: new Map(),
    };
  }

  /** Whether a list stands where Kea looks for reservations: what else is in the files decides about that. */
  #isOfReservations({ source, piece, bracket }: ListPlace): boolean {
    return this.#assembly.nodeOf(source, piece, bracket)?.place?.startsWith('reservation') ?? false;
  }

  #read({ source, piece, bracket }: ListPlace, item: Item): HostRecord {
    const list = () => this.#assembly.nodeOf(source, piece, bracket);
    return readHost(item, () => this.#file.scopeAround(list()), list, this.#file.situation);
  }

  #enter(held: Held): void {
    const { record } = held;
    this.#index(held);
    countKind(held, 1);
    if (record.judgement.values.length > 0) this.#setting.add(held);
    if (record.dependent) this.#dependent.add(held);
    this.#place(held);
    this.#noteChange(record);
  }

  #forget(held: Held): void {
    this.#unfile(held);
    countKind(held, -1);
    this.#troubled.delete(held);
    this.#setting.delete(held);
    this.#dependent.delete(held);
    this.#noteChange(held.record);
  }

  #noteChange({ judgement: { values, unknownOptions }, identifiers }: HostRecord): void {
    this.revision++;
    const byOption = identifiers.some(({ kind }) => kind === 'option');
    if (values.length + unknownOptions.length > 0 || byOption) this.optionsRevision++;
  }

  #index(entry: Entry): void {
    for (const key of keysOf(entry)) this.#identifiers.add(key, entry);
    for (const key of addressKeysOf(entry)) this.#addresses.add(key, entry);
  }

  #unfile(entry: Entry): void {
    for (const key of keysOf(entry)) this.#identifiers.remove(key, entry);
    for (const key of addressKeysOf(entry)) this.#addresses.remove(key, entry);
  }

  #place(held: Held): void {
    held.misplaced = this.#misplaced(held);
    if (held.record.judgement.problems.length + held.misplaced.length > 0) this.#troubled.add(held);
    else this.#troubled.delete(held);
  }

  #bracketOf({ source, piece, bracket }: ListPlace): Bracket {
    const block = bracket < 0 ? source.block(piece, bracket) : undefined;
    return [block?.piece ?? piece, block?.at ?? bracket];
  }

  /** What the reservations of one list have in common, which are compared with each other; a new list gets `wanted` or a name of its own. */
  #homeAt([anchor, at]: Bracket, wanted?: string): string {
    const homes = this.#homes.get(anchor) ?? new Map<number, string>();
    this.#homes.set(anchor, homes);
    const home = homes.get(at) ?? wanted ?? `${this.#nextHome++}`;
    homes.set(at, home);
    return home;
  }

  #subnetOf({ source, piece, bracket }: ListPlace): Subnet | undefined {
    const owner = this.#assembly.nodeOf(source, piece, bracket)?.parent;
    return owner && this.#file.networks?.subnetOf(owner);
  }

  #rangeOf(list: ListPlace): AddressRange | undefined {
    return this.#subnetOf(list)?.range;
  }

  #misplaced({ list, record }: Held): readonly KeaProblem[] {
    return record.addresses.length === 0 ? [] : misplacedAddresses(record, this.#subnetOf(list));
  }

  *#same(group: readonly Entry[], what: 'identifier' | 'address'): Generator<KeaProblem> {
    const [first, ...others] = group.toSorted((a, b) => startOf(a.record.nameAt) - startOf(b.record.nameAt));
    if (!first || group.some(({ list }) => !list.known)) return;
    const place = ({ record }: Entry) =>
      what === 'identifier' ? record.nameAt : (record.addresses[0]?.at ?? record.prefixes[0]?.at ?? record.nameAt);
    for (const held of others) {
      yield {
        rule: 'duplicate',
        severity: 'error',
        at: place(held),
        what:
          what === 'identifier'
            ? 'A reservation for this client stands in the same subnet already.'
            : 'This address is kept for another client of the same subnet already.',
        hurts: REFUSED,
        remedy: 'Keep one of the two, or correct this one.',
        mends: [],
        related: [{ at: place(first), message: 'the other reservation' }],
      };
    }
  }
}

const keysOf = ({ list: { home }, record: { identifier } }: Entry): readonly string[] =>
  identifier ? [`${home} ${identifier.key}`] : [];

const addressKeysOf = ({ list: { home }, record }: Entry): readonly string[] => [
  ...record.addresses.map(({ address }) => `${home} ${address}`),
  ...record.prefixes.map(({ text }) => `${home} ${text}`),
];

function countKind({ list: { kinds }, record: { identifier } }: Held, change: 1 | -1): void {
  if (identifier) kinds.set(identifier.kind, (kinds.get(identifier.kind) ?? 0) + change);
}
