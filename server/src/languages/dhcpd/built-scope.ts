import type { Expression } from '../../model/expression.ts';
import type { Permit } from '../../model/host.ts';
import type { AddressRange, Branch, Scope, ScopeKind, Step, SwitchEntry } from '../../model/scope.ts';
import { type Span, span } from '../../model/span.ts';
import { type Header, readHeader } from './header.ts';
import { headSpan, type Statement } from './statement.ts';
import type { Place } from './vocabulary/place.ts';

/** A scope while it is being built. */
export class BuiltScope implements Scope {
  readonly kind: ScopeKind;
  /** Where dhcpd's rules see its statements: it tells an `if` from an `on`, a key from a zone. */
  readonly place: Place | 'unknown';
  readonly keyword: string;
  readonly name: string | undefined;
  readonly #parent: BuiltScope | (() => BuiltScope) | undefined;
  readonly at: Span;
  readonly statement: Statement | undefined;
  readonly header: Header | undefined;
  readonly network: AddressRange | undefined;
  switchesOnData = false;
  test: Expression | undefined;
  /** What a class's `match` or `spawn with` yields. */
  key: Expression | undefined;
  spawns = false;
  // There are as many scopes as hosts: what most of them lack is made when it is needed.
  #steps: Step[] | undefined;
  #entries: SwitchEntry[] | undefined;
  #children: BuiltScope[] | undefined;
  #permits: Permit[] | undefined;
  #ranges: { readonly range: AddressRange; readonly at: Span }[] | undefined;
  readonly #statements: Statement[] = [];

  private constructor(
    kind: ScopeKind,
    place: Place | 'unknown',
    parent: BuiltScope | (() => BuiltScope) | undefined,
    at: Span,
    statement: Statement | undefined,
    header: Header | undefined,
  ) {
    this.kind = kind;
    this.place = place;
    this.#parent = parent;
    this.at = at;
    this.statement = statement;
    this.header = header;
    this.keyword = statement?.keyword ?? '';
    this.name = header?.name;
    this.network = header?.network;
    if (parent instanceof BuiltScope) parent.children.push(this);
  }

  static global(at: Span): BuiltScope {
    return new BuiltScope('global', 'global', undefined, at, undefined, undefined);
  }

  /** The scope that a statement with a block opens. A parent that is only looked up does not count it among its children. */
  static of(statement: Statement, parent: BuiltScope | (() => BuiltScope)): BuiltScope {
    const [kind, place] = KINDS[statement.kind] ?? ['other', 'unknown'];
    const named = kind !== 'conditional' && place !== 'unknown';
    const header = named ? readHeader(statement) : undefined;
    return new BuiltScope(kind, place, parent, headSpan(statement), statement, header);
  }

  get steps(): Step[] {
    this.#steps ??= [];
    return this.#steps;
  }

  /** What a switch jumps to and runs, labels among the steps. */
  get entries(): SwitchEntry[] {
    this.#entries ??= [];
    return this.#entries;
  }

  get children(): BuiltScope[] {
    this.#children ??= [];
    return this.#children;
  }

  /** Who may have the addresses of a pool. */
  get permits(): Permit[] {
    this.#permits ??= [];
    return this.#permits;
  }

  get ranges(): { readonly range: AddressRange; readonly at: Span }[] {
    this.#ranges ??= [];
    return this.#ranges;
  }

  addStep(step: Step): void {
    this.steps.push(step);
    this.entries.push({ kind: 'step', step });
  }

  /** Adds an `elsif` or `else` to the last `if`. */
  addBranch(branch: Branch): void {
    const last = this.steps.at(-1);
    if (last?.kind !== 'if') return;
    const step: Step = { ...last, branches: [...last.branches, branch] };
    this.steps[this.steps.length - 1] = step;
    this.entries[this.entries.length - 1] = { kind: 'step', step };
  }

  get subclassKey(): Uint8Array | undefined {
    return this.header?.key;
  }

  get parent(): BuiltScope | undefined {
    return typeof this.#parent === 'function' ? this.#parent() : this.#parent;
  }

  /** The statements of a keyword that stand directly in it. */
  all(keyword: string): readonly Statement[] {
    return this.#statements.filter((statement) => statement.keyword === keyword);
  }

  /** The statement behind another one directly in it. */
  after(statement: Statement): Statement | undefined {
    return this.#statements[this.#statements.indexOf(statement) + 1];
  }

  count(statement: Statement): void {
    this.#statements.push(statement);
  }

  /** The nearest scope around this one, itself included, that is no conditional. */
  get solid(): BuiltScope {
    let scope: BuiltScope = this;
    while (scope.kind === 'conditional' && scope.parent) scope = scope.parent;
    return scope;
  }

  /** The nearest scope of a kind around this one, itself included. */
  nearest(kind: ScopeKind): BuiltScope | undefined {
    let scope: BuiltScope | undefined = this;
    while (scope && scope.kind !== kind) scope = scope.parent;
    return scope;
  }

  /** Behind the last statement directly in it that is no host, where a person would add one that is missing; its header where there is none. */
  get ending(): Span {
    const last = this.#statements.findLast(({ kind }) => kind !== 'host_declaration');
    if (!last) return this.at;
    return last.block ? headSpan(last) : span(last.anchor, last.end - 1, last.end);
  }
}

const KINDS: Readonly<Record<string, readonly [ScopeKind, Place | 'unknown']>> = {
  subnet_declaration: ['subnet', 'subnet'],
  subnet6_declaration: ['subnet', 'subnet'],
  shared_network_declaration: ['shared-network', 'shared-network'],
  pool_declaration: ['pool', 'pool'],
  pool6_declaration: ['pool', 'pool'],
  group_declaration: ['group', 'group'],
  host_declaration: ['host', 'host'],
  class_declaration: ['class', 'class'],
  subclass_declaration: ['subclass', 'subclass'],
  failover_declaration: ['other', 'failover'],
  failover_state_declaration: ['other', 'failover-state'],
  key_declaration: ['other', 'key'],
  zone_declaration: ['other', 'zone'],
  if_statement: ['conditional', 'if'],
  elsif_clause: ['conditional', 'if'],
  else_clause: ['conditional', 'if'],
  on_statement: ['conditional', 'on'],
  switch_statement: ['conditional', 'switch'],
  define_statement: ['conditional', 'if'],
};
