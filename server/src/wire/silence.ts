import type { Span } from '../model/span.ts';
import type { Reply } from './reply.ts';

/** Why a server does not answer, and the statement that keeps it from it. */
export interface Silence {
  readonly reason:
    | 'no-address' // the place has none to give
    | 'not-permitted' // by the pool
    | 'dropped' // for a class that the client is in
    | 'fails' // over a setting
    | 'unknown-client'
    | 'booting-denied'
    | 'waits' // until the client has asked for some seconds
    | 'no-such-space' // for site options
    | 'malformed'; // what the client sent
  readonly at: Span | undefined;
}

/** That no answer comes. */
export function silent(silence: Silence): Reply {
  return {
    options: null,
    unknown: [],
    silence,
    boot: undefined,
    origins: new Map(),
    beaten: [],
    inForce: () => [],
    setBy: () => [],
    classes: [],
    host: undefined,
  };
}
