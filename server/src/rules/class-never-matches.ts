import { VENDOR_CLASS } from '../igel/sub-options.ts';
import type { LanguageWriter } from '../languages/language.ts';
import type { Expression } from '../model/expression.ts';
import type { Model } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { Span } from '../model/span.ts';
import { allSteps, some } from '../model/steps.ts';
import { type Impossibility, type Moment, neverPresent, neverTrue, neverYields } from '../wire/possible.ts';
import type { Rule, RuleContext } from './rule.ts';
import { hex, printable } from './vendor-bytes.ts';

/** A test that no client can pass, a key that none can have, a function that does not exist. */
export const classNeverMatches: Rule = {
  id: 'class-never-matches',
  severity: 'warning',
  page: {
    summary: 'A class, condition or key that no client can ever satisfy.',
    what: 'Texts compared with a part of another length, hardware addresses without their type byte, "known" or a variable in the test of a class, functions that do not exist, subclasses of a class that says nothing to match.',
    why: 'The server accepts all of these, and what stands in the class or under the condition is never in effect.',
    example: 'class "thin-clients" {\n  match if substring(option vendor-class-identifier, 0, 4) = "igel-dhcp-1";\n}\n',
    instead: 'class "thin-clients" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n',
  },
  *check({ model, write }: RuleContext): Generator<Problem> {
    const { testForClass } = write;
    const asClass = momentOf(model, true);
    for (const { name, nameAt, scope, test, key, subclasses, spawns } of model.classes) {
      if (testForClass !== undefined && !test && !key && !spawns && subclasses.length === 0 && scope.steps.length > 0) {
        yield {
          ...problemAt(nameAt, `The class "${name}" says nothing to match, so no client is ever in it.`),
          remedy: testForClass,
        };
      }
      if (test) {
        const why = neverTrue(test, asClass);
        if (why) yield problemOf(write, why.part.at, `No client can be in the class "${name}"`, why);
      }
      for (const { key: wanted, keyAt } of subclasses) {
        if (!key && !spawns) {
          yield {
            ...problemAt(keyAt, `The class "${name}" says nothing to match, so no client is ever in this subclass.`),
            remedy: 'Add "match" and what tells the clients apart to the class, such as match hardware.',
          };
          continue;
        }
        const why = key && neverYields(key, wanted, asClass);
        if (why) yield problemOf(write, keyAt, 'No client can have this key', why);
      }
    }
    yield* inSteps(model, write);
  },
};

function* inSteps(model: Model, write: LanguageWriter): Generator<Problem> {
  const atReply = momentOf(model, false);
  for (const step of allSteps(model.global)) {
    if (step.kind === 'if') {
      for (const { condition } of step.branches) {
        const why = condition && neverTrue(condition, atReply);
        if (why) yield problemOf(write, why.part.at, 'No client can pass this test', why);
      }
    }
    if (step.kind === 'value' && step.value.data.kind === 'expression') {
      const why = neverPresent(step.value.data.expression, atReply);
      if (why) yield problemOf(write, why.part.at, `The option ${step.value.name} is never sent`, why);
    }
  }
}

function momentOf(model: Model, beforeHosts: boolean): Moment {
  const functions = new Set<string>();
  const constants = new Set<string>();
  for (const step of allSteps(model.global)) if (step.kind === 'function') functions.add(step.name);
  for (const step of model.global.steps) {
    if (step.kind === 'set' && step.to && !some(step.to, asksTheClient)) constants.add(step.variable);
  }
  const typeOf = (space: string, code: number) => model.definitionOfCode(space, code)?.type;
  return { beforeHosts, functions, constants, typeOf };
}

const asksTheClient = ({ kind }: Expression): boolean =>
  kind === 'option' || kind === 'fact' || kind === 'packet' || kind === 'relayed' || kind === 'exists';

const problemAt = (at: Span, what: string): Problem => ({
  rule: 'class-never-matches',
  severity: 'warning',
  at,
  what,
  hurts: 'What stands under it is in effect for no device.',
  remedy: '',
  mends: [],
  related: [],
});

function problemOf(write: LanguageWriter, at: Span, subject: string, { because }: Impossibility): Problem {
  const [reason, remedy] = explain(because, write);
  return { ...problemAt(at, `${subject}: ${reason}.`), remedy };
}

function explain(because: Impossibility['because'], write: LanguageWriter): readonly [reason: string, remedy: string] {
  switch (because.kind) {
    case 'too-short':
      return [
        `at most ${because.most} bytes are compared with ${because.wanted}`,
        'Make the two equally long, or compare the whole value.',
      ];
    case 'too-long':
      return [`at least ${because.least} bytes are compared with ${because.wanted}`, 'Make the two equally long.'];
    case 'hardware-type':
      return [
        `the first byte of "hardware" is its type, 1 for Ethernet, and never ${hex([because.wanted])}`,
        'Begin with 1: or, in a substring, with the byte at offset 1.',
      ];
    case 'letter-case':
      return [`${because.without} cannot occur on the other side`, 'Write the letters in the case that is compared.'];
    case 'different':
      return [
        `${shown(because.always)} is never ${shown(because.wanted)}`,
        `Compare it with something that the client sends, as in ${write.vendorClassTest(VENDOR_CLASS)}.`,
      ];
    case 'only-the-missing':
      return [
        'this has no value, so only clients that do not send the other side fit',
        'If a text is meant, put it into quotes.',
      ];
    case 'before-hosts':
      return [
        'classes are told apart before hosts are looked up',
        'Put an "if known" into the class instead, or use the permits of pools.',
      ];
    case 'unset-variable':
      return [
        `the variable "${because.name}" has no value when classes are told apart`,
        'If a text is meant, put it into quotes; otherwise test the option itself.',
      ];
    case 'unknown-function':
      return [
        `a call of "${because.name}" yields nothing here`,
        'Functions of the server are substring, lcase, ucase, concat and a few more.',
      ];
  }
}

const shown = (bytes: Uint8Array): string => {
  const text = printable(bytes);
  return text === undefined ? hex(bytes) : `"${text}"`;
};
