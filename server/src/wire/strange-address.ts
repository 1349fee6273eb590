import type { ClientClass } from '../model/client-class.ts';
import type { Expression } from '../model/expression.ts';
import type { Model } from '../model/model.ts';
import type { Scope, Step, SwitchEntry } from '../model/scope.ts';
import { bytesOfText, sameBytes, textOfBytes, toHex } from './bytes.ts';

/** Addresses that stand for one of which nothing is known but that no byte string of the configuration tells it apart from any other. */
export interface Strangers {
  /** Two local unicast addresses (IEEE 802) that differ in each byte. */
  readonly addresses: readonly [Uint8Array, Uint8Array];
  /** Whether what an expression yields may depend on the address. */
  readonly matter: boolean;
}

export function strangersTo(model: Model): Strangers {
  const literals = new Literals();
  literals.ofScope(model.global);
  for (const one of model.classes) literals.ofClass(one);
  const attempts = Array.from({ length: 64 }, (_, attempt) => attempt);
  const fresh = (make: (attempt: number) => Uint8Array): Uint8Array =>
    attempts.map(make).find((address) => !literals.mention(address)) ?? make(0);
  return { addresses: [fresh(lettered), fresh(unlettered)], matter: literals.lookAtHardware };
}

/** Bits 2 and 1 of the first byte say: local, and of one card alone. */
const lettered = (attempt: number): Uint8Array =>
  Uint8Array.of((attempt << 2) | 2, 0x57 ^ attempt, 0x5b ^ attempt, 0x34 ^ attempt, 0x6d ^ attempt, 0x73 ^ attempt);

/** With a NUL and no printable character. */
const unlettered = (attempt: number): Uint8Array =>
  Uint8Array.of((attempt << 2) | 6, 0, 0x80 | attempt, 0xc0 ^ attempt, 0x9d ^ attempt, 0xf3 ^ attempt);

/** All byte strings that expressions compare with. */
class Literals {
  readonly #found: Uint8Array[] = [];
  lookAtHardware = false;

  /** Whether one of them begins or ends like the address, as bytes or as text. */
  mention(address: Uint8Array): boolean {
    const forms = [address, Uint8Array.of(1, ...address), ...textForms(address).map(bytesOfText)];
    return this.#found.some(
      (literal) => literal.length > 0 && forms.some((form) => begins(form, literal) || ends(form, literal)),
    );
  }

  ofScope(scope: Scope): void {
    this.#steps(scope.steps);
    for (const child of scope.children) this.ofScope(child);
  }

  ofClass({ scope, laterScopes, test, key, subclasses }: ClientClass): void {
    for (const one of [scope, ...laterScopes]) this.ofScope(one);
    if (test) this.#expression(test);
    if (key) this.#expression(key);
    for (const subclass of subclasses) this.#found.push(subclass.key);
  }

  #steps(steps: readonly Step[]): void {
    for (const step of steps) this.#step(step);
  }

  #step(step: Step): void {
    switch (step.kind) {
      case 'if':
        for (const { condition, steps } of step.branches) {
          if (condition) this.#expression(condition);
          this.#steps(steps);
        }
        return;
      case 'switch':
        this.#expression(step.on);
        for (const entry of step.body) this.#entry(entry);
        return;
      case 'set':
        if (step.to) this.#expression(step.to);
        return;
      case 'function':
        this.#steps(step.steps);
        return;
      case 'return':
        this.#expression(step.value);
        return;
      case 'evaluate':
        this.#expression(step.expression);
        return;
      case 'event':
        this.#steps(step.steps);
        return;
      case 'value':
        if (step.value.data.kind === 'expression') this.#expression(step.value.data.expression);
        return;
      case 'add-class':
      case 'request-class':
      case 'parameter':
      case 'break':
      case 'parse-vendor-option':
        return;
    }
  }

  #entry(entry: SwitchEntry): void {
    if (entry.kind === 'case') this.#expression(entry.value);
    if (entry.kind === 'step') this.#step(entry.step);
  }

  #expression(expression: Expression): void {
    if (expression.kind === 'bytes') this.#found.push(expression.bytes);
    this.lookAtHardware ||=
      expression.kind === 'packet' || (expression.kind === 'fact' && expression.fact === 'hardware');
    for (const part of partsOf(expression)) this.#expression(part);
  }
}

const partsOf = (expression: Expression): readonly Expression[] =>
  Object.values(expression).flatMap((value: unknown) =>
    Array.isArray(value) ? value.filter(isExpression) : isExpression(value) ? [value] : [],
  );

const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' && value !== null && 'kind' in value && 'at' in value;

/** How binary-to-ascii could write it. */
function textForms(address: Uint8Array): string[] {
  const short = [...address].map((byte) => byte.toString(16));
  const long = [...address].map((byte) => toHex(Uint8Array.of(byte)));
  return [':', '-', '.', ''].flatMap((sign) => [short, long, ['1', ...short]].map((digits) => digits.join(sign)));
}

const begins = (form: Uint8Array, literal: Uint8Array): boolean => {
  const length = Math.min(form.length, literal.length);
  return sameBytes(form.subarray(0, length), literal.subarray(0, length));
};

const ends = (form: Uint8Array, literal: Uint8Array): boolean => textOfBytes(form).endsWith(textOfBytes(literal));
