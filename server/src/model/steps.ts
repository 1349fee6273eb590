import type { Expression } from './expression.ts';
import type { Scope, Step } from './scope.ts';

/** All steps of some scopes' blocks, those inside conditions, switches, functions and events included, in the order of the text. */
function* stepsWithin(steps: readonly Step[]): Generator<Step> {
  for (const step of steps) {
    yield step;
    switch (step.kind) {
      case 'if':
        for (const branch of step.branches) yield* stepsWithin(branch.steps);
        break;
      case 'switch':
        for (const entry of step.body) if (entry.kind === 'step') yield* stepsWithin([entry.step]);
        break;
      case 'function':
      case 'event':
        yield* stepsWithin(step.steps);
        break;
      default:
    }
  }
}

/** All steps below a scope. Bodies of conditions are scopes too, and are not gone through twice. */
export function* allSteps(scope: Scope): Generator<Step> {
  yield* stepsWithin(scope.steps);
  for (const child of scope.children) if (child.kind !== 'conditional') yield* allSteps(child);
}

/** The expressions directly inside another one. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'compare':
    case 'arithmetic':
    case 'and':
    case 'or':
      return [expression.left, expression.right];
    case 'concat':
    case 'first-present':
    case 'call':
      return expression.parts;
    case 'substring':
      return [expression.of, expression.offset, expression.length];
    case 'suffix':
      return [expression.of, expression.length];
    case 'not':
    case 'lower-case':
    case 'upper-case':
    case 'encode-int':
    case 'extract-int':
    case 'number-text':
    case 'address-text':
      return [expression.of];
    case 'binary-to-ascii':
      return [expression.base, expression.width, expression.separator, expression.of];
    case 'reverse':
      return [expression.width, expression.of];
    case 'relayed':
      return [expression.relay, expression.of];
    case 'packet':
      return [expression.offset, expression.length];
    case 'shown-option':
      return [expression.option];
    case 'present':
      return [expression.value];
    case 'hex-text':
      return [expression.of, expression.separator];
    case 'split':
      return [expression.of, expression.separators];
    case 'choice':
      return [expression.test, expression.then, expression.otherwise];
    case 'member':
      return expression.test ? [expression.test] : [];
    default:
      return [];
  }
}

/** Whether an expression, or a part of it, fulfils a condition. */
export const some = (expression: Expression, holds: (part: Expression) => boolean): boolean =>
  holds(expression) || partsOf(expression).some((part) => some(part, holds));
