import type { Expression, Fact } from '../model/expression.ts';
import type { Step, SwitchEntry } from '../model/scope.ts';
import { Bindings } from './bindings.ts';
import { bytesOfText, sameBytes, textOfBytes } from './bytes.ts';
import { classify, type Membership } from './classes.ts';
import { Evaluator, type Surroundings } from './evaluate.ts';
import { OptionState } from './option-state.ts';
import {
  ANY,
  type Bound,
  type Data,
  FALSE,
  NEITHER,
  TRUE,
  type Truth,
  truthOf,
  UNKNOWN,
  type Unknown,
} from './outcome.ts';
import type { Packet } from './packet.ts';
import { resultKind } from './result-kind.ts';
import type { SentOptions } from './sent-options.ts';
import type { Setting } from './setting.ts';
import { entryData } from './values.ts';

/** What changes while statements run. */
export interface RunState {
  readonly options: OptionState;
  readonly bindings: Bindings;
  readonly memberships: readonly Membership[];
  /** The statements of `on commit`, of which the last block that is met counts; several where it is not known which that is. */
  readonly onCommit: readonly (readonly Step[])[];
}

/** Who asks, and what the server has found out about it. Undefined parts are not there yet, or never. */
export interface Circumstances {
  readonly sent: SentOptions | undefined;
  readonly packet: Packet | undefined;
  /** Whether options that are set for the reply can be read. */
  readonly seesReply: boolean;
  readonly known: boolean;
  readonly fixed: boolean;
  /** The address that is given, as far as the place tells it; null where no lease is chosen yet. */
  readonly address: Uint8Array | Unknown | null;
  readonly hostName: string | undefined;
  /** Whether a lease is under way, so that it has time left. */
  readonly leaseRuns: boolean;
}

/** Calls within calls, and options worked out from each other, before it is given up. */
const DEPTH = 50;

type Returned = { readonly value: Bound | Unknown } | undefined;

/**
 * Runs statements for a client (common/execute.c). Where it cannot be known which way a test goes, both are tried, and what they agree in
 * is known.
 */
export class Interpreter implements Surroundings {
  readonly evaluator = new Evaluator(this);
  readonly #setting: Setting;
  readonly #circumstances: Circumstances;
  state: RunState;
  #depth = 0;
  #classifying = false;

  constructor(setting: Setting, circumstances: Circumstances, state: RunState) {
    this.#setting = setting;
    this.#circumstances = circumstances;
    this.state = state;
  }

  run(steps: readonly Step[]): Returned {
    for (const step of steps) {
      if (step.kind === 'break') return undefined;
      const returned = this.#step(step);
      if (returned) return returned;
    }
    return undefined;
  }

  /** Runs what may run or not. */
  runPerhaps(way: () => void): void {
    this.#oneOf([
      () => {
        way();
        return undefined;
      },
      () => undefined,
    ]);
  }

  #step(step: Step): Returned {
    switch (step.kind) {
      case 'value':
        this.state.options.apply(step.value);
        return undefined;
      case 'if':
        return this.#branch(step.branches);
      case 'switch':
        return this.#switch(step.on, step.body);
      case 'set':
        this.state.bindings.set(step.variable, step.to && this.evaluator.value(step.to));
        return undefined;
      case 'function':
        this.state.bindings.set(step.name, { kind: 'function', parameters: step.parameters, steps: step.steps });
        return undefined;
      case 'return': {
        const value = this.evaluator.value(step.value);
        return value === undefined ? undefined : { value };
      }
      case 'evaluate':
        this.evaluator.value(step.expression);
        return undefined;
      case 'add-class':
        this.#add(step.name);
        return undefined;
      case 'parse-vendor-option':
        this.#parseVendorOption();
        return undefined;
      case 'event':
        if (step.events.includes('commit')) this.state = { ...this.state, onCommit: [step.steps] };
        return undefined;
      case 'break':
      case 'request-class':
      case 'parameter':
        return undefined;
    }
  }

  #branch(branches: Extract<Step, { kind: 'if' }>['branches']): Returned {
    const ways: (() => Returned)[] = [];
    for (const { condition, steps } of branches) {
      const truth = condition ? this.evaluator.truth(condition) : TRUE;
      if (truth & TRUE) ways.push(() => this.run(steps));
      if (!(truth & (FALSE | NEITHER))) return this.#oneOf(ways);
    }
    return this.#oneOf([...ways, () => undefined]);
  }

  #switch(on: Expression, body: readonly SwitchEntry[]): Returned {
    const ways = this.#entrances(on, body).map((start) => () => {
      const steps = body.slice(start).flatMap((entry) => (entry.kind === 'step' ? [entry.step] : []));
      return this.run(steps);
    });
    return this.#oneOf(ways.length === 0 ? [() => undefined] : ways);
  }

  /** Where a switch can be entered, in its body (common/execute.c, find_matching_case). */
  #entrances(on: Expression, body: readonly SwitchEntry[]): number[] {
    const isData = resultKind(on) === 'data';
    const value = isData ? this.evaluator.data(on) : this.evaluator.numeric(on);
    const fallback = body.findIndex((entry) => entry.kind === 'otherwise');
    const last = fallback === -1 ? body.length : fallback + 1;
    const possible: number[] = [];
    for (const [index, entry] of body.entries()) {
      if (entry.kind !== 'case' || value === null) continue;
      const label = isData ? this.evaluator.data(entry.value) : this.evaluator.numeric(entry.value);
      if (label === null) continue;
      if (label === UNKNOWN || value === UNKNOWN) possible.push(index + 1);
      else if (sameLabel(value, label)) return [...possible, index + 1];
    }
    return [...possible, last];
  }

  /** Tries each way from the same beginning, and joins what came of them. */
  #oneOf(ways: readonly (() => Returned)[]): Returned {
    const [only, ...others] = ways;
    if (!only) return undefined;
    if (others.length === 0) return only();
    const start = this.state;
    let ended: RunState | undefined;
    const returned: Returned[] = [];
    for (const way of ways) {
      this.state = { ...start, options: start.options.fork(), bindings: start.bindings.fork() };
      returned.push(way());
      ended = ended ? either(ended, this.state) : this.state;
    }
    this.state = ended ?? start;
    return returned.some((one) => one !== undefined) ? { value: UNKNOWN } : undefined;
  }

  #add(name: string): void {
    const of = this.#setting.classes.find((one) => one.name === name);
    const { memberships } = this.state;
    if (!of || memberships.length >= this.#setting.policy.mostClasses) return;
    this.state = { ...this.state, memberships: [...memberships, { of, subclass: undefined, certain: true }] };
  }

  #parseVendorOption(): void {
    const { policy } = this.#setting;
    const name = this.reply(policy.parameterSpace, policy.parameters.vendorOptionSpace);
    if (name instanceof Uint8Array) this.#circumstances.sent?.parseVendorOptions(textOfBytes(name).toLowerCase());
  }

  sent(space: string, code: number): Data {
    return this.#circumstances.sent?.get(space, code) ?? null;
  }

  reply(space: string, code: number): Data {
    if (!this.#circumstances.seesReply) return null;
    return this.#deeper(() => entryData(this.state.options.get(space, code), this.evaluator), UNKNOWN);
  }

  fact(fact: Fact): Data {
    const { packet, address, hostName, leaseRuns } = this.#circumstances;
    switch (fact) {
      case 'hardware':
        return packet?.hardware ?? null;
      case 'leased-address':
        return address;
      case 'host-name':
        return hostName === undefined ? null : bytesOfText(hostName);
      case 'lease-time':
        return leaseRuns ? UNKNOWN : null;
      case 'own-host-name':
        return UNKNOWN;
      default:
        return null;
    }
  }

  packet(offset: bigint, length: bigint): Data {
    return this.#circumstances.packet?.read(offset, length) ?? null;
  }

  variable(name: string): Bound | Unknown | undefined {
    return this.state.bindings.get(name);
  }

  call(name: string, parts: readonly Expression[]): Bound | Unknown | undefined {
    const bound = this.variable(name);
    if (bound === UNKNOWN) return UNKNOWN;
    if (bound?.kind !== 'function' || bound.parameters.length !== parts.length) return undefined;
    const inside = new Bindings(this.state.bindings);
    for (const [index, parameter] of bound.parameters.entries()) {
      const part = parts[index];
      inside.declare(parameter, part && this.evaluator.value(part));
    }
    const { steps } = bound;
    this.state = { ...this.state, bindings: inside };
    const returned = this.#deeper(() => this.run(steps), { value: UNKNOWN });
    this.state = { ...this.state, bindings: this.state.bindings.outer ?? this.state.bindings };
    return returned?.value;
  }

  get known(): Truth {
    const { packet, known } = this.#circumstances;
    return packet ? truthOf(known) : NEITHER;
  }

  get fixed(): Truth {
    return truthOf(this.#circumstances.fixed);
  }

  /**
   * The server tests all classes anew, and the client is in what fits a second time. A class that asks for this in its own test has it
   * test itself without end.
   */
  inCollection(): Truth {
    if (this.#classifying) return ANY;
    const { classes, policy } = this.#setting;
    this.#classifying = true;
    const found = classify(classes, this.evaluator, policy.mostClasses);
    this.#classifying = false;
    this.state = {
      ...this.state,
      memberships: [...this.state.memberships, ...found].slice(0, policy.mostClasses),
    };
    if (found.some(({ certain }) => certain)) return TRUE;
    return found.length > 0 ? TRUE | FALSE : FALSE;
  }

  finalCode(space: string, name: string, code: number): number {
    return this.#setting.definitions.codeOfName(space, name, code);
  }

  #deeper<T>(work: () => T, otherwise: T): T {
    if (this.#depth >= DEPTH) return otherwise;
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
}

function sameLabel(value: Uint8Array | bigint, label: Uint8Array | bigint): boolean {
  return value instanceof Uint8Array && label instanceof Uint8Array ? sameBytes(value, label) : value === label;
}

function either(one: RunState, other: RunState): RunState {
  const also = other.memberships.filter((membership) => !one.memberships.includes(membership));
  const shared = one.memberships.map((membership) =>
    other.memberships.includes(membership) ? membership : { ...membership, certain: false },
  );
  return {
    options: OptionState.either(one.options, other.options),
    bindings: Bindings.either(one.bindings, other.bindings),
    memberships: [...shared, ...also.map((membership) => ({ ...membership, certain: false }))],
    onCommit: [...new Set([...one.onCommit, ...other.onCommit])],
  };
}
