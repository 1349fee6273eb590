import { VENDOR_CLASS, VENDOR_CODE } from '../../igel/sub-options.ts';
import type { ClientClass } from '../../model/client-class.ts';
import type { Expression } from '../../model/expression.ts';
import type { Model } from '../../model/model.ts';
import type { Scope } from '../../model/scope.ts';
import { endOf, startOf } from '../../model/span.ts';
import type { Finding } from '../../rules/finding.ts';
import { VENDOR_CLASS as VENDOR_CLASS_CODE } from '../../wire/option-codes.ts';

/** The scope that IGEL OS 11.04.100 and higher comes into and nobody else: of a class, of a subclass, or under a condition for all. */
export function scopeForIgel(model: Model): Scope | undefined {
  for (const of of model.classes) {
    const scope = scopeOfClass(of, model);
    if (scope) return scope;
  }
  return model.global.children.find(({ kind, test }) => kind === 'conditional' && test && asksForIgel(test, model));
}

/** The scope of a class that is meant for IGEL OS and whose test a fix puts right. */
export function scopeMendedFor(findings: readonly Finding[], model: Model): Scope | undefined {
  const mended = findings.filter(
    ({ rule, fixes }) => rule === 'vendor-class-match' && fixes.some(({ preferred }) => preferred),
  );
  return model.classes.find(({ test }) =>
    mended.some(
      ({ file, start, end }) => test?.at.anchor.file === file && startOf(test.at) <= end && endOf(test.at) >= start,
    ),
  )?.scope;
}

function scopeOfClass({ test, byName, key, scope, subclasses }: ClientClass, model: Model): Scope | undefined {
  if ([test, byName].some((one) => one && asksForIgel(one, model))) return scope;
  if (!key || !isVendorClass(key, model)) return undefined;
  return subclasses.find((one) => one.scope && isVendorClassOfIgel(one.key))?.scope;
}

/** Whether a test compares the whole vendor class of the client with that of IGEL OS. */
function asksForIgel(test: Expression, model: Model): boolean {
  if (test.kind !== 'compare' || test.operator !== 'equal') return false;
  return [
    [test.left, test.right],
    [test.right, test.left],
  ].some(([a, b]) => a && b && isVendorClass(a, model) && b.kind === 'bytes' && isVendorClassOfIgel(b.bytes));
}

const isVendorClass = (expression: Expression, { mainSpace }: Model): boolean =>
  expression.kind === 'option' &&
  expression.side === 'sent' &&
  expression.space === mainSpace &&
  expression.code === VENDOR_CLASS_CODE;

const isVendorClassOfIgel = (bytes: Uint8Array): boolean => new TextDecoder().decode(bytes) === VENDOR_CLASS;

/** Whether the scope gives option 43 bytes of its own, and does not only send the sub-options that it is made of. */
export const sendsRawVendorOptions = ({ steps }: Scope, { mainSpace }: Model): boolean =>
  steps.some(
    (step) =>
      step.kind === 'value' &&
      step.value.space === mainSpace &&
      step.value.code === VENDOR_CODE &&
      step.value.valueAt !== undefined &&
      step.value.valueAt.end > step.value.valueAt.start,
  );
