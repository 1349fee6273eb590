import type { JsonNode } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import { KEA_POLICY } from '../server-policy.ts';
import type { Judgement } from './judgement.ts';

/** Classes that Kea puts clients into by itself. */
const BUILT_IN: ReadonlySet<string> = new Set(['ALL', 'KNOWN', 'UNKNOWN', 'BOOTP']);
/** Names with these beginnings are given by Kea or by its extensions. */
const PREFIXES = KEA_POLICY.classes.ownPrefixes;
/** Special names that extensions and Kea look at, and that a file may give a test. */
const SPECIAL: ReadonlySet<string> = new Set(['DROP', 'SKIP_DDNS']);

export const isBuiltInClass = (name: string): boolean =>
  BUILT_IN.has(name) || PREFIXES.some((prefix) => name.startsWith(prefix) && name.length > prefix.length);

/** A class that need not be declared. */
export const isKnownClass = (name: string): boolean => isBuiltInClass(name) || SPECIAL.has(name);

/** The classes that a network or pool names. */
export function judgeGuards(judgement: Judgement, node: JsonNode): void {
  const guard = node.field('client-class');
  if (guard?.text)
    judgeGuard(judgement, guard, guard.text, node.field('subnet') !== undefined || node.field('subnet4') !== undefined);
  const guards = node.field('client-classes')?.children ?? [];
  if (guards.length > 0 && guard) {
    judgement.error(
      'duplicate',
      guard.head,
      '"client-class" and "client-classes" exclude each other.',
      'Put all names into "client-classes".',
    );
  }
  for (const element of guards) if (element.text) judgeGuard(judgement, element, element.text, false);
  for (const key of ['require-client-classes', 'evaluate-additional-classes']) {
    for (const element of node.field(key)?.children ?? []) {
      if (element.text === undefined) continue;
      if (element.text === '') {
        judgement.error(
          'unknown-reference',
          element.at,
          'The name of the class is empty.',
          'Write it, or take the entry away.',
        );
      } else if (!judgement.situation.hasClass(element.text)) {
        judgement.warn(
          'unknown-reference',
          innerSpan(element),
          `No class "${element.text}" is declared.`,
          'Nothing is tested, and none of its options is sent.',
          'Declare it in "client-classes", or correct the name.',
        );
      }
    }
  }
}

function judgeGuard(judgement: Judgement, node: JsonNode, name: string, isSubnet: boolean): void {
  if (judgement.situation.hasClass(name)) return;
  judgement.warn(
    'unknown-reference',
    innerSpan(node),
    `No class "${name}" is declared.`,
    `Nobody is in it, so no client gets an address from ${isSubnet ? 'this subnet' : 'here'}.`,
    'Declare it in "client-classes", or correct the name.',
  );
}
