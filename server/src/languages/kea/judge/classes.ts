import type { ClientClass } from '../../../model/client-class.ts';
import type { Expression } from '../../../model/expression.ts';
import { type Span, span } from '../../../model/span.ts';
import { BuiltScope } from '../built-scope.ts';
import { utf8 } from '../bytes.ts';
import { Definitions } from '../definitions.ts';
import { ExpressionReader, TestRefusal, type TestSurroundings } from '../expression/reader.ts';
import type { JsonNode } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import { decodeString } from '../json-string.ts';
import { noteReplySteps } from '../reply-steps.ts';
import { judgeBoot } from './boot.ts';
import { isBuiltInClass, isKnownClass } from './class-references.ts';
import type { Judgement } from './judgement.ts';
import { judgeTriplet } from './lifetimes.ts';
import { judgeOptionData } from './option-data.ts';
import { judgeOptionDefinitions } from './option-definitions.ts';

/** Judges the classes in their order: a test may only speak of those above it. */
export function judgeClasses(judgement: Judgement, global: JsonNode, parent: BuiltScope): readonly ClientClass[] {
  const classes: ClientClass[] = [];
  const above = new Map<string, JsonNode>();
  const tests = new Map<string, Expression>();
  for (const node of global.maps('client-classes')) {
    const nameNode = node.field('name');
    const name = nameNode?.text;
    const scope = new BuiltScope('class', 'client-classes', node, nameNode?.head ?? node.opening, parent, name);
    const hasClass = (called: string) => above.has(called) || isBuiltInClass(called);
    const { test, key } = judgeTests(judgement, node, hasClass, (called) => tests.get(called));
    const byName = name === undefined ? undefined : vendorTest(judgement, name, nameNode?.at ?? node.opening);
    scope.test = byName ?? test;
    const { definitions } = judgement.situation;
    const local = new Definitions(judgement.family, judgement.version);
    judgeOptionDefinitions(judgement, node.maps('option-def'), local, true);
    judgeOptionData(judgement, node.maps('option-data'), scope, local);
    definitions.own.push(...local.own);
    noteReplySteps(node, scope);
    judgeBoot(judgement, node, 'class');
    judgeTriplet(judgement, [node], 'valid-lifetime', false);
    if (judgement.family === 6) judgeTriplet(judgement, [node], 'preferred-lifetime', false);
    if (!nameNode || name === undefined) continue;
    judgeName(judgement, node, nameNode, name, above);
    if (!above.has(name)) above.set(name, nameNode);
    if (scope.test && !tests.has(name)) tests.set(name, scope.test);
    classes.push({
      name,
      nameAt: innerSpan(nameNode),
      scope,
      definitions: local.own,
      laterScopes: [],
      test,
      byName,
      onRequest: (node.field('only-if-required') ?? node.field('only-in-additional-list'))?.boolean === true,
      key,
      spawns: key !== undefined,
      subclasses: [],
    });
  }
  return classes;
}

/** Kea itself puts a client into the class that is named after its option 60. */
function vendorTest(judgement: Judgement, name: string, at: Span): Expression | undefined {
  if (judgement.family !== 4 || !name.startsWith('VENDOR_CLASS_')) return undefined;
  const bytes = utf8(name.slice('VENDOR_CLASS_'.length));
  return {
    kind: 'compare',
    operator: 'equal',
    left: { kind: 'option', side: 'sent', space: 'dhcp4', name: 'vendor-class-identifier', code: 60, at },
    right: { kind: 'bytes', bytes, at },
    at,
  };
}

function judgeName(
  judgement: Judgement,
  node: JsonNode,
  nameNode: JsonNode,
  name: string,
  above: ReadonlyMap<string, JsonNode>,
): void {
  if (name === '') {
    judgement.error('incomplete-declaration', nameNode.at, 'The name of the class is empty.', 'Write one.');
    return;
  }
  const first = above.get(name);
  if (first) {
    judgement.error(
      'duplicate',
      innerSpan(nameNode),
      `A class "${name}" is declared already.`,
      'Give this one a name of its own, or join the two.',
      {
        related: [{ at: first.head, message: 'declared here' }],
      },
    );
  }
  const test = node.field('test');
  const required = node.field('only-if-required') ?? node.field('only-in-additional-list');
  if (['ALL', 'KNOWN', 'UNKNOWN', 'BOOTP'].includes(name) && test?.text) {
    judgement.error(
      'parameter-value',
      test.head,
      `Kea decides by itself who is in "${name}": it takes no test.`,
      'Take the test away, or give the class another name.',
    );
  }
  if ((['ALL', 'KNOWN', 'UNKNOWN', 'BOOTP'].includes(name) || name === 'DROP') && required?.boolean === true) {
    judgement.error(
      'parameter-value',
      required.head,
      `"${name}" is always decided: ${required.key} must be false.`,
      'Take it away.',
    );
  }
  if (name.startsWith('VENDOR_CLASS_') && test?.text) {
    judgement.warn(
      'class-never-matches',
      test.head,
      `Clients whose option 60 is "${name.slice('VENDOR_CLASS_'.length)}" are in this class, whatever the test says.`,
      'The test does not keep any of them out.',
      'Give the class another name if the test is to decide.',
    );
  }
}

function judgeTests(
  judgement: Judgement,
  node: JsonNode,
  hasClass: (name: string) => boolean,
  testOf: TestSurroundings['testOf'],
): Pick<ClientClass, 'test' | 'key'> {
  const test = node.field('test');
  const template = node.field('template-test');
  const read = test && (readTest(judgement, test, hasClass, testOf, 'test') ?? { kind: 'unreadable', at: test.at });
  const key =
    template &&
    (readTest(judgement, template, hasClass, testOf, 'template-test') ?? { kind: 'unreadable', at: template.at });
  if (test && template) {
    judgement.error(
      'duplicate',
      template.head,
      '"test" and "template-test" exclude each other.',
      'Keep one of the two.',
    );
  }
  return { test: read, key };
}

function readTest(
  judgement: Judgement,
  node: JsonNode,
  hasClass: (name: string) => boolean,
  testOf: TestSurroundings['testOf'],
  kind: 'test' | 'template-test',
): Expression | undefined {
  if (node.kind !== 'string') return undefined;
  const { text, offsets } = decodeString(node.written);
  const { anchor, start } = node.item;
  const place = (from: number, to: number): Span =>
    span(anchor, start + (offsets?.[from] ?? from + 1), start + (offsets?.[to] ?? to + 1));
  const { definitions, complete } = judgement.situation;
  const around: TestSurroundings = {
    family: judgement.family,
    version: judgement.version,
    codeOf: (name) => definitions.byName(definitions.mainSpace, name)?.code,
    nameOf: (code) => definitions.byCode(definitions.mainSpace, code)?.name,
    isText: (code) => definitions.byCode(definitions.mainSpace, code)?.type?.kind === 'text',
    nearestOption: (name) => definitions.nearest(definitions.mainSpace, name)[0],
    hasClass: (name) => hasClass(name) || !complete,
    testOf: (name) => testOf(name) ?? vendorTest(judgement, name, node.at),
    place,
  };
  const reader = new ExpressionReader(text, around);
  try {
    return kind === 'test' ? reader.readTest() : reader.readValue();
  } catch (refusal) {
    if (!(refusal instanceof TestRefusal)) throw refusal;
    const { start: from, end, what, remedy, rule, newText } = refusal;
    const at = place(from, end);
    const shown = at.start === at.end ? node.at : at;
    judgement.error(rule, shown, what, remedy, {
      mends:
        newText === undefined
          ? []
          : [
              {
                title: `Write ${newText}`,
                safe: true,
                preferred: true,
                edits: [{ at, newText: JSON.stringify(newText).slice(1, -1) }],
              },
            ],
    });
    return undefined;
  }
}

/** Names of all classes that are declared somewhere. */
export const declaredClasses = (global: JsonNode): ReadonlySet<string> =>
  new Set(global.maps('client-classes').flatMap((node) => node.textOf('name') ?? []));

export const classExists = (declared: ReadonlySet<string>, name: string): boolean =>
  declared.has(name) || isKnownClass(name);
