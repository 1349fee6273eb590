import { SERVER_CODE, TAG_CODE, VENDOR_CODE } from '../igel/sub-options.ts';
import type { LeftOut } from '../languages/serving-plan.ts';
import type { Expression } from '../model/expression.ts';
import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { Scope, Step } from '../model/scope.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import type { Span } from '../model/span.ts';
import { some } from '../model/steps.ts';
import { REQUEST_LIST } from '../wire/option-codes.ts';

/** The options of DHCP's own space that lead IGEL OS to its UMS. */
export const CARRIED: readonly number[] = [VENDOR_CODE, SERVER_CODE, TAG_CODE];

/** A test that divides clients into those that get something else of these options, and those that do not. */
export interface Division {
  readonly name: string;
  readonly test: Expression;
  readonly at: Span;
}

/** What a model tells clients apart by where it sets these options, the strongest first, and what is not understood of it. */
export function divisionsOf(
  model: Model,
  policy: ServerPolicy,
): { readonly divisions: readonly Division[]; readonly left: readonly LeftOut[] } {
  const reading = new Reading(model, policy);
  reading.classes();
  reading.steps(model.global, []);
  return { divisions: reading.divisions, left: reading.left };
}

class Reading {
  readonly #model: Model;
  readonly #policy: ServerPolicy;
  readonly #divisions = new Map<string, Division>();
  readonly left: LeftOut[] = [];

  constructor(model: Model, policy: ServerPolicy) {
    this.#model = model;
    this.#policy = policy;
  }

  get divisions(): readonly Division[] {
    return [...this.#divisions.values()];
  }

  classes(): void {
    const guarding = this.#guardingClasses();
    for (const { name, nameAt, test, key, scope, laterScopes, subclasses, spawns } of this.#model.classes) {
      const scopes = [scope, ...laterScopes];
      const matters = scopes.some((one) => this.#touches(one)) || guarding.has(name);
      if (test && matters) this.#add({ name, test, at: nameAt });
      if (spawns && matters) {
        this.left.push({
          what: `The class "${name}" makes a class of its own for each value that it meets.`,
          at: nameAt,
        });
      }
      if (!key) continue;
      const plain: Expression[] = [];
      for (const [index, subclass] of subclasses.entries()) {
        const equal: Expression = {
          kind: 'compare',
          operator: 'equal',
          left: key,
          right: { kind: 'bytes', bytes: subclass.key, at: subclass.keyAt },
          at: subclass.keyAt,
        };
        if (subclass.scope && this.#touches(subclass.scope)) {
          this.#add({ name: `${name}-${index + 1}`, test: equal, at: subclass.keyAt });
        } else plain.push(equal);
      }
      const [first, ...others] = plain;
      if (first && matters) this.#add({ name, test: others.reduce(either, first), at: nameAt });
    }
  }

  /** Conditions below a scope; `path` are the tests that lead there. */
  steps(scope: Scope, path: readonly Expression[]): void {
    this.#below(scope.steps, path);
    for (const child of scope.children) if (child.kind !== 'conditional') this.steps(child, path);
  }

  #below(steps: readonly Step[], path: readonly Expression[]): void {
    for (const step of steps) {
      if (!this.#touchesStep(step)) continue;
      switch (step.kind) {
        case 'if': {
          let before = path;
          for (const { condition, steps: body } of step.branches) {
            const within = condition ? [...before, condition] : before;
            const [first, ...others] = within;
            if (first && body.some((inner) => this.#touchesStep(inner))) {
              this.#add({ name: 'condition', test: others.reduce(both, first), at: condition?.at ?? step.at });
            }
            this.#below(body, within);
            if (condition) before = [...before, { kind: 'not', of: condition, at: condition.at }];
          }
          break;
        }
        case 'value':
          // What the request list becomes shows by what is sent to clients that do not ask.
          if (
            step.value.code !== REQUEST_LIST &&
            step.value.data.kind === 'expression' &&
            some(step.value.data.expression, asksTheClient)
          ) {
            this.left.push({
              what: `${step.value.name} is worked out anew for each client.`,
              at: step.value.at,
            });
          }
          break;
        case 'switch':
        case 'function':
        case 'event':
          this.left.push({ what: 'What is set here depends on more than a test.', at: step.at });
          break;
        default:
      }
    }
  }

  #guardingClasses(): ReadonlySet<string> {
    const names = new Set<string>();
    const visit = (scope: Scope): void => {
      for (const { clients } of this.#model.permits(scope)) {
        if (typeof clients === 'object' && 'memberOf' in clients) names.add(clients.memberOf);
      }
      scope.children.forEach(visit);
    };
    visit(this.#model.global);
    return names;
  }

  #touches(scope: Scope): boolean {
    return scope.steps.some((step) => this.#touchesStep(step)) || scope.children.some((child) => this.#touches(child));
  }

  #touchesStep(step: Step): boolean {
    switch (step.kind) {
      case 'value':
        return this.#isCarried(step.value);
      case 'if':
        return step.branches.some(({ steps }) => steps.some((inner) => this.#touchesStep(inner)));
      case 'switch':
        return step.body.some((entry) => entry.kind === 'step' && this.#touchesStep(entry.step));
      case 'function':
      case 'event':
        return step.steps.some((inner) => this.#touchesStep(inner));
      case 'parse-vendor-option':
        return true;
      default:
        return false;
    }
  }

  /** What goes into these options: themselves, options of other spaces, and what the server needs to send them. */
  #isCarried({ space, code }: OptionValue): boolean {
    if (space === this.#model.mainSpace) return code !== undefined && (CARRIED.includes(code) || code === REQUEST_LIST);
    // Only where parameters are set like options do they stand among them
    if (this.#policy.procedure !== 'statements' || space !== this.#policy.parameterSpace) return true;
    const { parameters } = this.#policy;
    return code === parameters.vendorOptionSpace || code === parameters.siteOptionSpace;
  }

  #add(division: Division): void {
    const key = JSON.stringify(withoutPlaces(division.test));
    if (this.#divisions.has(key)) return;
    const names = new Set(this.divisions.map(({ name }) => name));
    let { name } = division;
    for (let number = 2; names.has(name); number++) name = `${division.name}-${number}`;
    this.#divisions.set(key, { ...division, name });
  }
}

export const both = (left: Expression, right: Expression): Expression => ({ kind: 'and', left, right, at: right.at });
export const either = (left: Expression, right: Expression): Expression => ({ kind: 'or', left, right, at: right.at });
export const negated = (of: Expression): Expression => (of.kind === 'not' ? of.of : { kind: 'not', of, at: of.at });

const asksTheClient = ({ kind }: Expression): boolean =>
  ['option', 'fact', 'packet', 'relayed', 'exists', 'known', 'variable', 'call'].includes(kind);

const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, inner: unknown) =>
      key === 'at' ? undefined : inner instanceof Uint8Array ? [...inner] : inner,
    ),
  );
