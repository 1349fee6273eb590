import type { Permit } from '../../model/host.ts';
import type { Model } from '../../model/model.ts';
import type { OptionDefinition, OptionValue } from '../../model/option.ts';
import type { Problem } from '../../model/problem.ts';
import type { Scope } from '../../model/scope.ts';
import type { Changes, Document, Piece } from '../../syntax/document.ts';
import type { Completions, Description, DocumentEdit, OptionPlan } from '../editor.ts';
import type { IncludeRequest, LanguageAnalysis, Unit } from '../language.ts';
import { Assembly, besidesHosts } from './assembly.ts';
import { BuiltScope } from './built-scope.ts';
import { completionsAt } from './editor/completions.ts';
import { describeAt } from './editor/describe.ts';
import { carryOut } from './editor/option-plan.ts';
import type { View } from './editor/view.ts';
import { familyOf } from './family.ts';
import { FileJudgement } from './file-judgement.ts';
import { HostIndex } from './host-index.ts';
import type { HostRecord } from './host-record.ts';
import { MAIN_SPACE } from './option-name.ts';
import { standardByCode } from './standard-definitions.ts';
import type { PlacedStatement } from './statement.ts';
import { STANDARD_SPACES } from './vocabulary/spaces.ts';

type DhcpdPiece = Piece<PlacedStatement>;

interface State {
  readonly assembly: Assembly;
  readonly file: FileJudgement;
  readonly hosts: HostIndex;
}

/** What a dhcpd.conf and its includes mean. All but host declarations is put together anew when some of it changes. */
export class DhcpdAnalysis implements LanguageAnalysis<PlacedStatement> {
  #state: State | undefined;
  #family: 4 | 6 | undefined;
  #files = '';
  #renewals = 0;
  includes: readonly IncludeRequest[] = [];

  update(
    unit: Unit<PlacedStatement>,
    changes: ReadonlyMap<Document<PlacedStatement>, Changes<PlacedStatement>>,
  ): boolean {
    const { root, settings } = unit;
    const files = [...changes.keys()].map(({ file }) => file).join('\n') + (settings.family ?? '');
    let previous = this.#state;
    const renewed =
      !previous ||
      files !== this.#files ||
      [...changes.values()].some(touchesMoreThanHosts) ||
      previous.assembly.includes.some(({ path, at, file }) => unit.find({ path, from: at.anchor.file })?.file !== file);
    this.#files = files;
    for (const { removed } of changes.values()) for (const piece of removed) previous?.hosts.remove(piece);
    if (renewed) {
      const assembly = new Assembly(root, (path, from) => unit.find({ path, from }));
      this.#family = settings.family ?? familyOf(assembly.statements);
      const file = new FileJudgement(assembly, this.#family);
      const hosts = previous?.hosts ?? new HostIndex(assembly, file.networks, this.#family);
      hosts.renew(assembly, file, this.#family);
      previous = { assembly, file, hosts };
      this.#state = previous;
      this.#renewals++;
      this.includes = assembly.includes.map(({ path, at }) => ({ path, from: at.anchor.file }));
    }
    for (const [document, { added }] of changes) for (const piece of added) previous?.hosts.add(document, piece);
    return renewed;
  }

  get summary(): string {
    const { assembly, hosts } = this.#current;
    const count = (kind: Scope['kind']) => {
      let number = 0;
      const visit = (scope: BuiltScope) => {
        if (scope.kind === kind) number++;
        for (const child of scope.children) visit(child);
      };
      visit(assembly.global);
      return number;
    };
    const parts = [
      plural(count('subnet'), 'subnet'),
      plural(count('class'), 'class', 'classes'),
      plural(hosts.size, 'host'),
    ];
    return parts.filter((part) => part !== undefined).join(', ');
  }

  get revision(): number {
    return this.#renewals + (this.#state?.hosts.optionsRevision ?? 0);
  }

  get hostsRevision(): number {
    return this.#renewals + (this.#state?.hosts.revision ?? 0);
  }

  get #current(): State {
    if (!this.#state) throw new Error('an analysis is updated before it is asked');
    return this.#state;
  }

  get model(): Model {
    const { assembly, file, hosts } = this.#current;
    const { declarations, global } = assembly;
    return {
      mainSpace: MAIN_SPACE,
      family: this.#family,
      global,
      definitions: declarations.definitions,
      definitionOfCode: (space, code): OptionDefinition | undefined =>
        declarations.ofCode(space, code).at(-1) ?? standardByCode(space, code),
      space: (name) =>
        declarations.spaces.all(name.toLowerCase()).at(-1)?.space ?? STANDARD_SPACES.get(name.toLowerCase()),
      spaces: [...declarations.spaces].map(({ space }) => space),
      classes: file.classes,
      values: file.judgement.values,
      hostValues: () => hostValues(hosts),
      hostValuesOf: (option) => hosts.valuesOf(option),
      hosts: () => hosts.hosts(),
      hostsKnownByOption: () => hosts.knownByOption(),
      isReadBefore: (place, other) => declarations.order.compare(place, other) < 0,
      get unknownOptions() {
        return [...file.judgement.unknownOptions, ...unknownInHosts(hosts)].sort((a, b) =>
          declarations.order.compare(a.nameAt, b.nameAt),
        );
      },
      release: undefined,
      permits: (pool): readonly Permit[] => (pool instanceof BuiltScope ? pool.permits : []),
      complete: !declarations.incomplete,
      problems: () => problems(file, hosts),
    };
  }

  describeAt(document: Document<PlacedStatement>, offset: number): Description | undefined {
    return describeAt(this.#view(document), offset);
  }

  completionsAt(document: Document<PlacedStatement>, offset: number): Completions | undefined {
    return completionsAt(this.#view(document), offset);
  }

  carryOut(plan: OptionPlan, document: Document<PlacedStatement>, offset: number): readonly DocumentEdit[] | undefined {
    return carryOut(plan, this.#view(document), offset);
  }

  #view(document: Document<PlacedStatement>): View {
    return { document, assembly: this.#current.assembly, model: this.model };
  }
}

function* hostValues(hosts: HostIndex): Generator<OptionValue> {
  for (const { judgement } of hosts.withValues()) yield* judgement.values;
}

function unknownInHosts(hosts: HostIndex): HostRecord['judgement']['unknownOptions'] {
  return [...hosts.withUnknownOptions()].flatMap(({ judgement }) => judgement.unknownOptions);
}

function* problems(file: FileJudgement, hosts: HostIndex): Generator<Problem> {
  yield* file.judgement.problems;
  yield* hosts.problems();
}

function plural(count: number, one: string, several = `${one}s`): string | undefined {
  return count === 0 ? undefined : `${count} ${count === 1 ? one : several}`;
}

/** Whether something else than whole host declarations came, went, or stands in other blocks now. */
function touchesMoreThanHosts({ removed, added, nested }: Changes<PlacedStatement>): boolean {
  return nested || [...removed, ...added].some(holdsMoreThanHosts);
}

const holdsMoreThanHosts = ({ facts }: DhcpdPiece): boolean => besidesHosts(facts).length > 0;
