import type { DhcpClient } from '../dhcp-message.ts';

export interface GeneratedClient {
  readonly client: DhcpClient;
  /** Whether it goes on to request what it was offered, so that the acknowledgement counts. */
  readonly requests: boolean;
}
