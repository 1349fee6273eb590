import type { ClientClass } from '../model/client-class.ts';
import type { StatementPolicy } from '../model/server-policy.ts';
import type { Definitions } from './definitions.ts';

/** What stays the same for all clients of a configuration. */
export interface Setting {
  readonly mainSpace: string;
  readonly policy: StatementPolicy;
  readonly definitions: Definitions;
  /** In the order in which the server tests them. */
  readonly classes: readonly ClientClass[];
}
