import type { Span } from '../model/span.ts';

/** Why a server does not answer, and the statement that keeps it from it. */
export interface Silence {
  readonly reason:
    | 'no-address' // the place has none to give
    | 'not-permitted' // by the pool
    | 'unknown-client'
    | 'booting-denied'
    | 'waits' // until the client has asked for some seconds
    | 'no-such-space' // for site options
    | 'malformed'; // what the client sent
  readonly at: Span | undefined;
}
