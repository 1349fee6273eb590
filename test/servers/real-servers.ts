import type { TruthLanguage } from '../truth/cases.ts';
import type { DhcpServer } from './dhcp-server.ts';
import { dhcpdOnAWire, withDhcpd } from './dhcpd.ts';
import { checkWithDhcpd, dhcpdCheck } from './dhcpd-check.ts';
import { keaOnAWire, withKea } from './kea.ts';
import { checkWithKea, keaCheck } from './kea-check.ts';
import type { Need } from './server-environment.ts';
import type { Verdict } from './verdict.ts';

/** A real server: its check of a file, and itself on a wire (see `withServer`). */
export interface RealServer {
  readonly check: (file: string, family: 4 | 6) => Promise<Verdict>;
  /** Whether the check goes on after the first fault. */
  readonly tellsAll: boolean;
  readonly checkNeeds: readonly Need[];
  readonly serve: <T>(config: string | Uint8Array, use: (server: DhcpServer) => Promise<T>) => Promise<T>;
  readonly serveNeeds: readonly Need[];
}

/** The real servers by the language that they read. */
export const REAL_SERVERS: Readonly<Record<TruthLanguage, RealServer>> = {
  dhcpd: { check: checkWithDhcpd, tellsAll: true, checkNeeds: dhcpdCheck, serve: withDhcpd, serveNeeds: dhcpdOnAWire },
  kea: { check: checkWithKea, tellsAll: false, checkNeeds: keaCheck, serve: withKea, serveNeeds: keaOnAWire },
};
