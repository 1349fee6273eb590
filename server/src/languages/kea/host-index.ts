import type { OptionValue } from '../../model/option.ts';
import { startOf } from '../../model/span.ts';
import { type Assembly, isWholeReservation, type KeaPiece, type Source } from './assembly.ts';
import type { FileJudgement } from './file-judgement.ts';
import { type HostRecord, misplacedAddresses, readHost, textProblems } from './host-record.ts';
import type { Item } from './item.ts';
import { type KeaProblem, REFUSED } from './report.ts';
import { SharedKeys } from './shared-keys.ts';

/** A reservation and what tells its subnet from others. */
interface Entry {
  readonly record: HostRecord;
  readonly home: string;
}

interface Held extends Entry {
  readonly source: Source;
  readonly piece: KeaPiece;
  /** The bracket of the list that it stands in: an offset in the piece, or -1, -2, … counted outwards. */
  readonly parent: number;
  record: HostRecord;
  misplaced: readonly KeaProblem[];
}

/** All whole reservations, found by what they have in common. Work grows with the reservations that change, not with all of them. */
export class HostIndex {
  #assembly: Assembly;
  #file: FileJudgement;
  readonly #byPiece = new Map<KeaPiece, Held[]>();
  /** The lists called "reservations" that each piece has whole elements of, and whether Kea knows them where they stand. */
  readonly #lists = new Map<KeaPiece, { readonly source: Source; readonly known: ReadonlyMap<number, boolean> }>();
  /** What cannot be read in lists called "reservations" where Kea knows none: nothing else of them is judged. */
  readonly #elsewhere = new Map<KeaPiece, readonly KeaProblem[]>();
  readonly #identifiers = new SharedKeys<Entry>();
  readonly #addresses = new SharedKeys<Entry>();
  /** Those that no piece holds whole: their faults are told elsewhere. */
  #scattered: readonly Entry[] = [];
  /** Those that have problems of their own, so that the others need not be looked at. */
  readonly #troubled = new Set<Held>();
  readonly #setting = new Set<Held>();
  /** Those that mean something else when definitions or classes change. */
  readonly #dependent = new Set<Held>();
  /** How many there are by each key that tells a client. */
  readonly #kinds = new Map<string, number>();
  readonly #homes = new WeakMap<object, number>();
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
  get kinds(): readonly string[] {
    return [...this.#kinds].flatMap(([kind, count]) => (count > 0 ? [kind] : []));
  }

  /** Takes over what the rest of the files now says; judges again the reservations that could be meant otherwise. */
  renew(assembly: Assembly, file: FileJudgement): void {
    const otherNames = file.signature !== this.#file.signature;
    const otherProgram =
      file.situation.program !== this.#file.situation.program ||
      file.situation.version !== this.#file.situation.version;
    const otherNetworks = file.networks?.signature !== this.#file.networks?.signature;
    this.#assembly = assembly;
    this.#file = file;
    if (otherNames || otherProgram) {
      const again = otherProgram ? [...this.#byPiece.values()].flat() : [...this.#dependent];
      for (const held of again) {
        this.#forget(held);
        held.record = this.#read(held.source, held.piece, held.parent, held.record.item);
        this.#enter(held);
      }
    }
    for (const [piece, { source, known }] of [...this.#lists]) {
      if ([...known].every(([list, isKnown]) => this.#isOfReservations(source, piece, list) === isKnown)) continue;
      this.remove(piece);
      this.add(source, piece);
    }
    if (otherNetworks) for (const list of this.#byPiece.values()) for (const held of list) this.#place(held);
    for (const entry of this.#scattered) this.#unfile(entry);
    this.#scattered = file.scattered.map(({ list, record }) => ({
      record,
      home: this.#homeAt(list.item.anchor, list.item.start),
    }));
    for (const entry of this.#scattered) this.#index(entry);
  }

  add(source: Source, piece: KeaPiece): void {
    const found: Held[] = [];
    const elsewhere: KeaProblem[] = [];
    const known = new Map<number, boolean>();
    const take = (item: Item, parent: number) => {
      const isKnown = this.#isOfReservations(source, piece, parent);
      known.set(parent, isKnown);
      if (!isKnown) {
        elsewhere.push(...textProblems(item));
        return;
      }
      const held: Held = {
        source,
        piece,
        parent,
        record: this.#read(source, piece, parent, item),
        home: this.#homeOf(source, piece, parent),
        misplaced: [],
      };
      found.push(held);
      this.#enter(held);
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
    if (known.size > 0) this.#lists.set(piece, { source, known });
    if (found.length > 0) this.#byPiece.set(piece, found);
    if (elsewhere.length > 0) this.#elsewhere.set(piece, elsewhere);
    this.size += found.length;
  }

  remove(piece: KeaPiece): void {
    const list = this.#byPiece.get(piece) ?? [];
    for (const held of list) this.#forget(held);
    this.size -= list.length;
    this.#byPiece.delete(piece);
    this.#lists.delete(piece);
    this.#elsewhere.delete(piece);
  }

  *hosts(): Generator<HostRecord> {
    for (const list of this.#byPiece.values()) for (const { record } of list) yield record;
  }

  *values(): Generator<OptionValue> {
    for (const { record } of this.#setting) yield* record.judgement.values;
  }

  *unknownOptions() {
    for (const { record } of this.#setting) yield* record.judgement.unknownOptions;
  }

  /** The classes that reservations put their clients into. */
  *givenClasses(): Generator<string> {
    for (const { record } of this.#dependent) yield* record.givenClasses;
  }

  *problems(): Generator<KeaProblem> {
    for (const list of this.#elsewhere.values()) yield* list;
    for (const { record, misplaced } of this.#troubled) {
      yield* record.judgement.problems;
      yield* misplaced;
    }
    for (const group of this.#identifiers.shared()) yield* this.#same(group, 'identifier');
    if (!this.#file.sharesReservedAddresses) {
      for (const group of this.#addresses.shared()) yield* this.#same(group, 'address');
    }
  }

  /** Whether a list stands where Kea looks for reservations: what else is in the files decides about that. */
  #isOfReservations(source: Source, piece: KeaPiece, list: number): boolean {
    return this.#assembly.nodeOf(source, piece, list)?.place?.startsWith('reservation') ?? false;
  }

  #read(source: Source, piece: KeaPiece, parent: number, item: Item): HostRecord {
    const list = () => this.#assembly.nodeOf(source, piece, parent);
    return readHost(item, () => this.#file.scopeAround(list()), list, this.#file.situation);
  }

  #enter(held: Held): void {
    const { record } = held;
    this.#index(held);
    this.#countKind(record, 1);
    if (record.judgement.values.length > 0) this.#setting.add(held);
    if (record.dependent) this.#dependent.add(held);
    this.#place(held);
    this.#noteChange(record);
  }

  #forget(held: Held): void {
    this.#unfile(held);
    this.#countKind(held.record, -1);
    this.#troubled.delete(held);
    this.#setting.delete(held);
    this.#dependent.delete(held);
    this.#noteChange(held.record);
  }

  #countKind({ identifier }: HostRecord, change: 1 | -1): void {
    if (identifier) this.#kinds.set(identifier.kind, (this.#kinds.get(identifier.kind) ?? 0) + change);
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

  /** Reservations of one subnet are compared with each other. */
  #homeOf(source: Source, piece: KeaPiece, parent: number): string {
    const block = parent < 0 ? source.block(piece, parent) : undefined;
    return this.#homeAt(block?.piece ?? piece, block?.at ?? parent);
  }

  #homeAt(anchor: object, at: number): string {
    const known = this.#homes.get(anchor) ?? this.#nextHome++;
    this.#homes.set(anchor, known);
    return `${known}:${at}`;
  }

  #misplaced({ source, piece, parent, record }: Held): readonly KeaProblem[] {
    if (record.addresses.length === 0) return [];
    const owner = this.#assembly.nodeOf(source, piece, parent)?.parent;
    const subnet = owner && this.#file.networks?.subnetOf(owner);
    return misplacedAddresses(record, subnet);
  }

  *#same(group: readonly Entry[], what: 'identifier' | 'address'): Generator<KeaProblem> {
    const [first, ...others] = group.toSorted((a, b) => startOf(a.record.nameAt) - startOf(b.record.nameAt));
    if (!first) return;
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

const keysOf = ({ home, record: { identifier } }: Entry): readonly string[] =>
  identifier ? [`${home} ${identifier.key}`] : [];

const addressKeysOf = ({ home, record }: Entry): readonly string[] => [
  ...record.addresses.map(({ address }) => `${home} ${address}`),
  ...record.prefixes.map(({ text }) => `${home} ${text}`),
];
