import type { Host, Permit } from '../../model/host.ts';
import type { Model } from '../../model/model.ts';
import type { OptionDefinition, OptionSpace, OptionValue } from '../../model/option.ts';
import type { Problem } from '../../model/problem.ts';
import { span, startOf } from '../../model/span.ts';
import type { Changes, Document } from '../../syntax/document.ts';
import type { Completions, Description, DocumentEdit, OptionPlan } from '../editor.ts';
import type { IncludeRequest, LanguageAnalysis, Unit } from '../language.ts';
import { Assembly, isWholeReservation, type KeaPiece } from './assembly.ts';
import { BuiltScope } from './built-scope.ts';
import { completionsAt } from './editor/completions.ts';
import { describeAt } from './editor/describe.ts';
import { carryOut } from './editor/option-plan.ts';
import { FileJudgement } from './file-judgement.ts';
import { HostIndex } from './host-index.ts';
import type { PlacedItem } from './item.ts';
import { isKnownClass } from './judge/class-references.ts';
import { unsoughtReservations } from './unsought-reservations.ts';
import { NEWEST_KEA } from './vocabulary/version.ts';

interface State {
  readonly assembly: Assembly;
  readonly file: FileJudgement;
  readonly hosts: HostIndex;
}

/** What a Kea configuration and its includes mean. All but reservations is put together anew when some of it changes. */
export class KeaAnalysis implements LanguageAnalysis<PlacedItem> {
  #state: State | undefined;
  #told = '';
  #renewals = 0;
  /** Pieces that hold nothing but whole reservations. */
  readonly #plain = new WeakSet<KeaPiece>();
  includes: readonly IncludeRequest[] = [];

  update(unit: Unit<PlacedItem>, changes: ReadonlyMap<Document<PlacedItem>, Changes<PlacedItem>>): boolean {
    const { root, settings } = unit;
    const version = settings.keaVersion ?? NEWEST_KEA;
    const told = [...changes.keys()].map(({ file }) => file).join('\n') + (settings.family ?? '') + version;
    const nested = [...changes.values()].some((change) => change.nested);
    // All are asked: each notes which of its pieces hold nothing but reservations.
    const touched = [...changes].filter(([document, change]) => this.#touchesMoreThanReservations(document, change));
    let state = this.#state;
    const renewed =
      !state ||
      told !== this.#told ||
      nested ||
      touched.length > 0 ||
      state.assembly.includes.some(({ path, at, file }) => unit.find({ path, from: at.anchor.file })?.file !== file);
    this.#told = told;
    for (const { removed } of changes.values()) for (const piece of removed) state?.hosts.remove(piece);
    if (renewed) {
      const assembly = new Assembly(
        root,
        (path, from) => unit.find({ path, from }),
        (piece) => this.#plain.has(piece),
      );
      const [first] = root.pieces;
      const start = span(first ?? { file: root.file, offset: 0, text: '' }, 0, 0);
      const file = new FileJudgement(assembly, version, settings.family, start);
      const hosts = state?.hosts ?? new HostIndex(assembly, file);
      hosts.renew(assembly, file, nested);
      this.#renewals++;
      this.includes = assembly.includes.map(({ path, at }) => ({ path, from: at.anchor.file }));
      state = { assembly, file, hosts };
      this.#state = state;
    }
    if (!state) return false;
    for (const [document, { added }] of changes) for (const piece of added) state.hosts.add(document, piece);
    return renewed;
  }

  get revision(): number {
    return this.#renewals + (this.#state?.hosts.optionsRevision ?? 0);
  }

  get hostsRevision(): number {
    return this.#renewals + (this.#state?.hosts.revision ?? 0);
  }

  get summary(): string {
    const { file, hosts } = this.#current;
    const parts = [
      plural(file.networks?.subnets.length ?? 0, 'subnet'),
      plural(file.classes.length, 'class', 'classes'),
      plural(hosts.size + file.scattered.length, 'reservation'),
    ];
    return parts.filter((part) => part !== undefined).join(', ');
  }

  get #current(): State {
    if (!this.#state) throw new Error('an analysis is updated before it is asked');
    return this.#state;
  }

  get model(): Model {
    const { file, hosts } = this.#current;
    const { definitions, program, complete } = file.situation;
    return {
      mainSpace: definitions.mainSpace,
      family: program === '4' ? 4 : program === '6' ? 6 : undefined,
      global: file.global,
      definitions: definitions.own,
      definitionOfCode: (space, code): OptionDefinition | undefined => definitions.byCode(space, code),
      space: (name) => spaceOf(name),
      spaces: [...new Set(definitions.own.map(({ space }) => space))]
        .filter((space) => space !== definitions.mainSpace)
        .map(spaceOf),
      classes: file.classes,
      values: file.judgement.values,
      hostValues: () => hosts.values(),
      hostValuesOf: (option) => valuesOf(hosts.values(), option),
      hosts: () => allHosts(file, hosts),
      hostsKnownByOption: () => hostsKnownByOption(allHosts(file, hosts)),
      // Nothing of Kea's depends on the order of two files.
      isReadBefore: (place, other) => place.anchor.file === other.anchor.file && startOf(place) < startOf(other),
      unknownOptions: [...file.judgement.unknownOptions, ...hosts.unknownOptions()],
      permits: (scope): readonly Permit[] => (scope instanceof BuiltScope ? scope.permits : []),
      release: file.situation.version,
      complete,
      problems: () => problems(file, hosts),
    };
  }

  describeAt(document: Document<PlacedItem>, offset: number): Description | undefined {
    return describeAt(this.#current, document, offset);
  }

  completionsAt(document: Document<PlacedItem>, offset: number): Completions | undefined {
    return completionsAt(this.#current, document, offset);
  }

  carryOut(plan: OptionPlan, document: Document<PlacedItem>, offset: number): readonly DocumentEdit[] | undefined {
    return carryOut(plan, this.#current, document, offset);
  }

  /** Whether something else than whole reservations came, went, or stands in other blocks now. */
  #touchesMoreThanReservations(document: Document<PlacedItem>, { removed, added }: Changes<PlacedItem>): boolean {
    let more = removed.some((piece) => !this.#plain.has(piece));
    for (const piece of added) {
      const plain = piece.facts.every(
        ({ parent, item }) => parent < 0 && isWholeReservation(document.block(piece, parent), item),
      );
      if (plain) this.#plain.add(piece);
      else more = true;
    }
    return more;
  }
}

const spaceOf = (name: string): OptionSpace => ({ name, codeWidth: 1, lengthWidth: 1, at: undefined });

function* valuesOf(
  values: Iterable<OptionValue>,
  option: { readonly code: number } | { readonly name: string },
): Generator<OptionValue> {
  for (const value of values) {
    if ('code' in option ? value.code === option.code : value.name.toLowerCase() === option.name.toLowerCase())
      yield value;
  }
}

function* allHosts(file: FileJudgement, hosts: HostIndex): Generator<Host> {
  for (const { record } of file.scattered) yield record;
  yield* hosts.hosts();
}

function* hostsKnownByOption(hosts: Iterable<Host>): Generator<Host> {
  for (const host of hosts) if (host.identifiers.some(({ kind }) => kind === 'option')) yield host;
}

function* problems(file: FileJudgement, hosts: HostIndex): Generator<Problem> {
  yield* file.problems;
  yield* hosts.problems();
  yield* emptyClasses(file, hosts);
  yield* unsoughtReservations(file, hosts);
}

/** Classes that have no test, and that no reservation gives to anybody. */
function* emptyClasses(file: FileJudgement, hosts: HostIndex): Generator<Problem> {
  const { complete } = file.situation;
  const untested = file.classes.filter(
    ({ name, test, scope }) => !test && scope.steps.length > 0 && !isKnownClass(name),
  );
  if (untested.length === 0 || !complete) return;
  const given = new Set([...file.scattered.flatMap(({ record }) => record.givenClasses), ...hosts.givenClasses()]);
  for (const { name, nameAt } of untested) {
    if (given.has(name)) continue;
    yield {
      rule: 'class-never-matches',
      severity: 'warning',
      at: nameAt,
      what: `The class "${name}" has no test, and no reservation puts its client into it: nobody is in it.`,
      hurts: 'What stands under it is in effect for no device.',
      remedy: `Add a test, such as "test": "option[60].hex == 'igel-dhcp-1'".`,
      mends: [],
      related: [],
    };
  }
}

function plural(count: number, one: string, several = `${one}s`): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : several}`;
}
