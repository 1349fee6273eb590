import type { OptionValue } from '../../model/option.ts';
import type { Piece } from '../../syntax/document.ts';
import { SharedKeys } from '../shared-keys.ts';
import { addressBytes, showAddress } from './address.ts';
import { contains } from './address-ranges.ts';
import { type Assembly, isWholeHost, type Source } from './assembly.ts';
import type { BuiltScope } from './built-scope.ts';
import type { Declarations } from './declarations.ts';
import type { FileJudgement } from './file-judgement.ts';
import { type HostRecord, readHost } from './host-record.ts';
import { Judgement } from './judge/judgement.ts';
import type { Networks } from './judge/networks.ts';
import { judgeStatement } from './judge/statements.ts';
import type { DhcpdProblem } from './report.ts';
import { REFUSED } from './report.ts';
import type { PlacedStatement, Statement } from './statement.ts';

type DhcpdPiece = Piece<PlacedStatement>;

interface Held {
  record: HostRecord;
  /** The block that it stands in; undefined for one that was judged with the rest of the files. */
  readonly block: Block | undefined;
}

/** The hosts of a piece that stand in one block. */
interface Block {
  readonly around: () => BuiltScope;
  readonly hosts: Held[];
  /** Tells apart what can be written around them: the kind of block, and the subnet. */
  home: string;
}

/** All host declarations, found by what they have in common. Work grows with the hosts that change, not with all of them. */
export class HostIndex {
  readonly #byPiece = new Map<DhcpdPiece, readonly Block[]>();
  /** Those that were judged with the rest of the files. */
  #gathered: readonly Held[] = [];
  readonly #names = new SharedKeys<Held>();
  readonly #hardware = new SharedKeys<Held>();
  readonly #addresses = new SharedKeys<Held>();
  /** Those that have problems of their own, so that the others need not be looked at. */
  readonly #troubled = new Set<Held>();
  readonly #setting = new Set<Held>();
  /** Those that set an option, by its code and by its name. */
  readonly #byCode = new SharedKeys<Held>();
  readonly #byName = new SharedKeys<Held>();
  readonly #unknowing = new Set<Held>();
  /** Those that are known by an option that their client sends. */
  readonly #knownByOption = new Set<Held>();
  /** Those whose meaning depends on a name, by that. */
  readonly #users = new SharedKeys<Held>();
  #assembly: Assembly;
  #networks: Networks;
  #family: 4 | 6 | undefined;
  #revision = 0;
  #optionsRevision = 0;

  constructor(assembly: Assembly, networks: Networks, family: 4 | 6 | undefined) {
    this.#assembly = assembly;
    this.#networks = networks;
    this.#family = family;
  }

  /** Takes over what the rest of the files now says; judges again the hosts that could be meant otherwise. */
  renew(assembly: Assembly, { networks, hosts }: FileJudgement, family: 4 | 6 | undefined): void {
    const changed = assembly.declarations.changedSince(this.#declarations);
    const otherFamily = family !== this.#family;
    const otherNetworks =
      networks.signature !== this.#networks.signature ||
      assembly.declarations.incomplete !== this.#declarations.incomplete;
    this.#assembly = assembly;
    this.#networks = networks;
    this.#family = family;
    for (const held of otherFamily || !changed ? this.#helds() : this.#usersOf(changed)) this.#judgeAgain(held);
    for (const block of this.#blocks()) {
      const home = homeOf(block.around());
      if (otherNetworks || home !== block.home) for (const held of block.hosts) this.#place(held);
      block.home = home;
    }
    for (const held of this.#gathered) this.#forget(held);
    this.#gathered = hosts.map((record) => ({ record, block: undefined }));
    for (const held of this.#gathered) this.#file(held);
  }

  remove(piece: DhcpdPiece): void {
    for (const { hosts } of this.#byPiece.get(piece) ?? []) for (const held of hosts) this.#forget(held);
    this.#byPiece.delete(piece);
  }

  add(source: Source, piece: DhcpdPiece): void {
    const blocks = new Map<number, Block>();
    const take = (statement: Statement, parent: number) => {
      if (!isWholeHost(statement)) {
        for (const inner of statement.block?.statements ?? []) take(inner, statement.block?.open ?? parent);
        for (const part of statement.alternatives) take(part, parent);
        return;
      }
      let block = blocks.get(parent);
      if (!block) {
        const around = (): BuiltScope => this.#assembly.scopeOf(source, piece, parent);
        block = { around, hosts: [], home: homeOf(around()) };
        blocks.set(parent, block);
      }
      const held: Held = { record: this.#read(statement, block), block };
      block.hosts.push(held);
      this.#file(held);
    };
    for (const { parent, statement } of piece.facts) take(statement, parent);
    if (blocks.size > 0) this.#byPiece.set(piece, [...blocks.values()]);
  }

  /** Those whose meaning depends on one of these names. */
  #usersOf(names: ReadonlySet<string>): ReadonlySet<Held> {
    return new Set([...names].flatMap((name) => this.#users.get(name)));
  }

  *#helds(): Generator<Held> {
    for (const block of this.#blocks()) yield* block.hosts;
  }

  *#blocks(): Generator<Block> {
    for (const blocks of this.#byPiece.values()) yield* blocks;
  }

  get size(): number {
    let size = this.#gathered.length;
    for (const block of this.#blocks()) size += block.hosts.length;
    return size;
  }

  *hosts(): Generator<HostRecord> {
    for (const block of this.#blocks()) for (const { record } of block.hosts) yield record;
    for (const { record } of this.#gathered) yield record;
  }

  *knownByOption(): Generator<HostRecord> {
    for (const { record } of this.#knownByOption) yield record;
  }

  /** Those that set options or parameters of their own. */
  *withValues(): Generator<HostRecord> {
    for (const { record } of this.#setting) yield record;
  }

  /** What they set under a code or a name, whatever the space. */
  *valuesOf(option: { readonly code: number } | { readonly name: string }): Generator<OptionValue> {
    if ('code' in option) {
      for (const { record } of this.#byCode.get(`${option.code}`))
        for (const value of record.judgement.values) if (value.code === option.code) yield value;
      return;
    }
    const wanted = option.name.toLowerCase();
    for (const { record } of this.#byName.get(wanted))
      for (const value of record.judgement.values) if (value.name.toLowerCase() === wanted) yield value;
  }

  /** Raised when a host came, went or is judged otherwise. */
  get revision(): number {
    return this.#revision;
  }

  /** Raised with those that set options, use unknown ones or are known by one. */
  get optionsRevision(): number {
    return this.#optionsRevision;
  }

  /** Those that set an option of which no definition is known. */
  *withUnknownOptions(): Generator<HostRecord> {
    for (const { record } of this.#unknowing) yield record;
  }

  *problems(): Generator<DhcpdProblem> {
    for (const held of this.#troubled) {
      yield* held.record.judgement.problems;
      yield* this.#misplaced(held);
    }
    for (const group of this.#names.shared()) yield* this.#sameNames(group);
    for (const group of this.#hardware.shared()) yield* this.#sameHardware(group);
    for (const group of this.#addresses.shared()) yield* this.#sameAddresses(group);
  }

  /** Reads a host by what the rest of the files says now. */
  #read(statement: Statement, { around }: Block): HostRecord {
    return readHost(statement, around, this.#declarations, this.#family);
  }

  get #declarations(): Declarations {
    return this.#assembly.declarations;
  }

  #judgeAgain(held: Held): void {
    if (!held.block) return;
    this.#forget(held);
    held.record = this.#read(held.record.statement, held.block);
    this.#file(held);
  }

  #file(held: Held): void {
    const { record } = held;
    if (record.name !== undefined) this.#names.add(record.name, held);
    for (const key of hardwareKeys(record)) this.#hardware.add(key, held);
    for (const key of addressKeys(record)) this.#addresses.add(key, held);
    for (const key of codeKeys(record)) this.#byCode.add(key, held);
    for (const key of optionKeys(record)) this.#byName.add(key, held);
    if (record.judgement.values.length > 0) this.#setting.add(held);
    if (record.judgement.unknownOptions.length > 0) this.#unknowing.add(held);
    if (isKnownByOption(record)) this.#knownByOption.add(held);
    for (const key of record.asked) this.#users.add(key, held);
    this.#place(held);
    this.#noteChange(record);
  }

  #forget(held: Held): void {
    const { record } = held;
    if (record.name !== undefined) this.#names.remove(record.name, held);
    for (const key of hardwareKeys(record)) this.#hardware.remove(key, held);
    for (const key of addressKeys(record)) this.#addresses.remove(key, held);
    for (const key of codeKeys(record)) this.#byCode.remove(key, held);
    for (const key of optionKeys(record)) this.#byName.remove(key, held);
    this.#troubled.delete(held);
    this.#setting.delete(held);
    this.#unknowing.delete(held);
    this.#knownByOption.delete(held);
    for (const key of record.asked) this.#users.remove(key, held);
    this.#noteChange(record);
  }

  #noteChange(record: HostRecord): void {
    const { values, unknownOptions } = record.judgement;
    this.#revision++;
    if (values.length + unknownOptions.length > 0 || isKnownByOption(record)) this.#optionsRevision++;
  }

  #place(held: Held): void {
    const misplaced = this.#misplaced(held).next().done !== true;
    if (misplaced || held.record.judgement.problems.length > 0) this.#troubled.add(held);
    else this.#troubled.delete(held);
  }

  /**
   * The declaration itself, in the block that it stands in. A fixed address counts only where a subnet holds it, and should be handed out to nobody
   * else.
   */
  *#misplaced({ record }: Held): Generator<DhcpdProblem> {
    const scope = record.scope.parent;
    const judgement = new Judgement(this.#declarations, this.#family);
    if (scope) judgeStatement(judgement, { statement: record.statement, scope, opens: record.scope });
    yield* judgement.problems;
    const networks = this.#networks;
    let homeless = record.addresses.length > 0 && !record.looksUpAddress;
    for (const { family, address, at } of record.addresses) {
      if (!networks.declared[family] || networks.subnetOf(family, address)) homeless = false;
      const range = networks.rangeOf(family, address);
      if (range) {
        yield warning(
          'address-range',
          at,
          `${showAddress(family, address)} is also in a range, so that dhcpd may give it to any other client.`,
          'This host and another device can get the same address.',
          'Take an address outside of the range, or cut the range.',
          [{ at: range.at, message: 'the range' }],
        );
      }
    }
    const [first] = record.addresses;
    const around = record.scope.parent?.nearest('subnet');
    if (!first) {
      if (record.looksUpAddress || !around?.network || !networks.handsOutElsewhere(around.network)) return;
      yield warning(
        'misplaced-declaration',
        record.nameAt,
        'This host stands in a subnet, and nothing ties it to an address there: a host declaration holds for every network.',
        'Wherever it gets its address, it gets the options of the subnet that it is written in.',
        'Give it a fixed-address, or move it out of the subnet.',
        [{ at: around.at, message: 'the subnet that it is written in' }],
      );
      return;
    }
    if (homeless && !this.#declarations.incomplete) {
      yield warning(
        'misplaced-declaration',
        first.at,
        `${showAddress(first.family, first.address)} is in no subnet of this file: dhcpd leaves this host declaration aside.`,
        'The host is treated like an unknown client.',
        'Take an address of a subnet, or declare the subnet.',
      );
      return;
    }
    if (!around?.network || around.network.family !== first.family) return;
    const outside = record.addresses.every(({ address }) => around.network && !contains(around.network, address));
    if (!outside) return;
    yield warning(
      'misplaced-declaration',
      record.nameAt,
      'This host stands in a subnet that its address is not in.',
      'It gets the options of the subnet that it is written in, not of the one that it gets its address from.',
      'Move it into the subnet of its address, or out of all subnets.',
      [{ at: around.at, message: 'the subnet that it is written in' }],
    );
  }

  *#sameNames(group: readonly Held[]): Generator<DhcpdProblem> {
    const [first, ...others] = this.#inOrder(group);
    if (!first) return;
    for (const { record } of others) {
      yield {
        rule: 'duplicate',
        severity: 'error',
        at: record.nameAt,
        what: `A host named "${record.name}" is declared already.`,
        hurts: REFUSED,
        remedy: 'Give this one a name of its own.',
        mends: [],
        related: [{ at: first.record.nameAt, message: 'declared here' }],
      };
    }
  }

  /** Two hosts with one network card: the second counts only where it gives an address in a subnet that the first has none in. */
  *#sameHardware(group: readonly Held[]): Generator<DhcpdProblem> {
    const earlier: Held[] = [];
    for (const held of this.#inOrder(group)) {
      const rival = earlier.find((other) => this.#shadows(other.record, held.record));
      const at = held.record.identifiers.find(({ kind }) => kind === 'hardware')?.at ?? held.record.nameAt;
      if (rival) {
        yield warning(
          'duplicate',
          at,
          `The host "${rival.record.name}" has the same hardware address, and dhcpd takes that one.`,
          'What stands in this host reaches no client.',
          'Keep one of the two, or correct the address.',
          [{ at: rival.record.nameAt, message: 'the host that counts' }],
        );
      }
      earlier.push(held);
    }
  }

  #shadows(first: HostRecord, second: HostRecord): boolean {
    if (first.looksUpAddress || second.looksUpAddress) return false;
    if (first.addresses.length === 0) return second.addresses.length === 0;
    const networks = this.#networks;
    const homes = new Set(first.addresses.map(({ family, address }) => networks.subnetOf(family, address)));
    return (
      second.addresses.length > 0 &&
      second.addresses.every(({ family, address }) => homes.has(networks.subnetOf(family, address)))
    );
  }

  *#sameAddresses(group: readonly Held[]): Generator<DhcpdProblem> {
    const [first, ...others] = this.#inOrder(group);
    if (!first) return;
    const keys = new Set(addressKeys(first.record));
    for (const { record } of others) {
      const shared = record.addresses.find(({ family, address }) => keys.has(addressKey(family, address)));
      if (!shared) continue;
      yield warning(
        'duplicate',
        shared.at,
        `The host "${first.record.name}" is given ${showAddress(shared.family, shared.address)} too.`,
        'When both are on, the network has two devices with one address.',
        'Give each host an address of its own.',
        [{ at: first.record.nameAt, message: 'the other host' }],
      );
    }
  }

  #inOrder(group: readonly Held[]): Held[] {
    const { order } = this.#declarations;
    return group.toSorted((a, b) => order.compare(a.record.nameAt, b.record.nameAt));
  }
}

function warning(
  rule: DhcpdProblem['rule'],
  at: DhcpdProblem['at'],
  what: string,
  hurts: string,
  remedy: string,
  related: DhcpdProblem['related'] = [],
): DhcpdProblem {
  return { rule, severity: 'warning', at, what, hurts, remedy, mends: [], related };
}

function homeOf(scope: BuiltScope): string {
  const network = scope.nearest('subnet')?.network;
  return `${scope.place} ${network ? `${network.low}-${network.high}` : ''}`;
}

const hardwareKeys = (record: HostRecord): string[] =>
  record.identifiers.flatMap((identifier) =>
    identifier.kind === 'hardware' ? [`${identifier.type} ${identifier.address.join()}`] : [],
  );

const addressKey = (family: 4 | 6, address: bigint): string => addressBytes(family, address).join('.');

const isKnownByOption = ({ identifiers }: HostRecord): boolean => identifiers.some(({ kind }) => kind === 'option');

const codeKeys = ({ judgement: { values } }: HostRecord): Iterable<string> =>
  new Set(values.flatMap(({ code }) => (code === undefined ? [] : [`${code}`])));

const optionKeys = ({ judgement: { values } }: HostRecord): Iterable<string> =>
  new Set(values.map(({ name }) => name.toLowerCase()));

const addressKeys = (record: HostRecord): string[] =>
  record.addresses.map(({ family, address }) => addressKey(family, address));
