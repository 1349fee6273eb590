import type { OptionValue } from '../../../model/option.ts';
import type { Scope, Step } from '../../../model/scope.ts';
import type { BuiltScope } from '../built-scope.ts';
import { SERVER_SPACE } from '../standard-definitions.ts';
import type { Judgement } from './judgement.ts';

/** Names and values that are declared twice outside of hosts. */
export function judgeDuplicates(judgement: Judgement, global: BuiltScope): void {
  judgePeers(judgement);
  judgeClasses(judgement, global);
  judgeRepeatedValues(judgement);
}

/** Options and parameters that are set twice in one scope. */
export function judgeRepeatedValues(judgement: Judgement): void {
  const seen = new Set<Scope>();
  for (const { scope } of judgement.values) {
    if (seen.has(scope)) continue;
    seen.add(scope);
    judgeValues(judgement, scope.steps);
  }
}

function judgePeers(judgement: Judgement): void {
  for (const name of judgement.declarations.peers.names()) {
    const [first, ...others] = judgement.declarations.peers.all(name);
    for (const { at } of others) {
      judgement.error('duplicate', at, `A failover peer "${name}" is declared already.`, 'Keep one of the two.', {
        related: first ? [{ at: first.at, message: 'declared here' }] : [],
      });
    }
  }
}

/** dhcpd takes a second block of a class for a change of the first: its test replaces the first one's. */
function judgeClasses(judgement: Judgement, global: BuiltScope): void {
  const first = new Map<string, BuiltScope>();
  const visit = (scope: BuiltScope) => {
    for (const child of scope.children) {
      visit(child);
      if (child.kind !== 'class' || child.keyword !== 'class' || child.name === undefined) continue;
      const earlier = first.get(child.name);
      if (!earlier) {
        first.set(child.name, child);
        continue;
      }
      const replaces = (child.test && earlier.test) || (child.key && earlier.key);
      judgement.warn(
        'duplicate',
        child.at,
        `A class "${child.name}" is declared already.`,
        replaces
          ? 'This test replaces the first one: clients that only the first one fits are in the class no more.'
          : 'dhcpd adds this block to the first one.',
        replaces
          ? 'Join the two tests with "or" in one class, or give this class a name of its own.'
          : 'Put both into one block.',
        { related: [{ at: earlier.at, message: 'declared here' }] },
      );
    }
  };
  visit(global);
}

/** Of two values of one option in one scope the last one counts. */
function judgeValues(judgement: Judgement, steps: readonly Step[]): void {
  const last = new Map<string, OptionValue>();
  for (const step of steps.toReversed()) {
    if (step.kind !== 'value' || step.value.operator !== 'set') continue;
    const { value } = step;
    const key = `${value.space} ${value.code}`;
    const winner = last.get(key);
    if (!winner) {
      last.set(key, value);
      continue;
    }
    const same =
      value.data.kind === 'bytes' &&
      winner.data.kind === 'bytes' &&
      value.data.bytes.join() === winner.data.bytes.join();
    const name = value.space === SERVER_SPACE ? value.name : `option ${value.name}`;
    const related = [{ at: winner.nameAt, message: 'the value that counts' }];
    if (same) {
      judgement.inform(
        'duplicate',
        value.nameAt,
        `${name} is set twice here, to the same value.`,
        'Nothing changes by it.',
        'One of the two can go.',
        { related },
      );
      continue;
    }
    judgement.warn(
      'duplicate',
      value.nameAt,
      `${name} is set once more further down in the same place, and dhcpd takes that value.`,
      'No client gets this one.',
      'Keep the value that is meant.',
      { related },
    );
  }
}
