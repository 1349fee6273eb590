import type { ClientClass, Subclass } from '../model/client-class.ts';
import { sameBytes } from './bytes.ts';
import type { Evaluator } from './evaluate.ts';
import { FALSE, NEITHER, TRUE, type Truth, UNKNOWN } from './outcome.ts';

/** A client in a class, and in one of its subclasses where a key led there. */
export interface Membership {
  readonly of: ClientClass;
  readonly subclass: Subclass | undefined;
  /** Whether it is certain. */
  readonly certain: boolean;
}

/** The classes that a client is in, in the order in which the server tests them (server/class.c, check_collection). */
export function classify(classes: readonly ClientClass[], evaluator: Evaluator, most: number): Membership[] {
  const memberships: Membership[] = [];
  for (const one of classes) {
    for (const membership of membershipsIn(one, evaluator)) if (memberships.length < most) memberships.push(membership);
  }
  return memberships;
}

function membershipsIn(of: ClientClass, evaluator: Evaluator): Membership[] {
  const test = of.test ? evaluator.truth(of.test) : undefined;
  if (test !== undefined && (test & TRUE) === 0) return [];
  const certain = test === undefined || (test & (FALSE | NEITHER)) === 0;
  if (!of.key) return test === undefined ? [] : [{ of, subclass: undefined, certain }];
  const key = evaluator.data(of.key);
  if (key === UNKNOWN) {
    const spawned: Membership[] = of.spawns ? [{ of, subclass: undefined, certain: false }] : [];
    return [...of.subclasses.map((subclass) => ({ of, subclass, certain: false })), ...spawned];
  }
  if (key === null || key.length === 0) return [];
  const subclass = of.subclasses.find((one) => sameBytes(one.key, key));
  if (subclass) return [{ of, subclass, certain }];
  return of.spawns ? [{ of, subclass: undefined, certain }] : [];
}

/** Whether the client is in the class of that name or in one of its subclasses. */
export function isMember(memberships: readonly Membership[], name: string): Truth {
  const found = memberships.filter(({ of }) => of.name === name);
  if (found.length === 0) return FALSE;
  return found.some(({ certain }) => certain) ? TRUE : TRUE | FALSE;
}
