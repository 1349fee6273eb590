import type { Unknown } from './outcome.ts';

/** What a message says beside its options about where to boot from (RFC 2131, 2: siaddr, sname, file). */
export interface BootFields {
  /** The address of the boot server, 4 bytes; zeros where there is none. */
  readonly server: Uint8Array | Unknown;
  /** Text in UTF-8; no bytes where there is none. */
  readonly serverName: Uint8Array | Unknown;
  readonly file: Uint8Array | Unknown;
}
