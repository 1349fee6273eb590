import type { ServerPolicy } from '../../model/server-policy.ts';

/** No option: Kea has its parameters outside of option spaces. */
const NONE = -1;

/** The habits of kea-dhcp4, as far as they can be said in the terms of all servers. */
export const KEA_POLICY: ServerPolicy = {
  server: 'Kea',
  parameterSpace: 'kea-parameters',
  parameters: {
    defaultLeaseTime: NONE,
    maxLeaseTime: NONE,
    minLeaseTime: NONE,
    unknownClients: NONE,
    booting: NONE,
    leaseHostNames: NONE,
    hostNames: NONE,
    addressAsRouter: NONE,
    minSeconds: NONE,
    bootFile: NONE,
    serverName: NONE,
    vendorOptionSpace: NONE,
    siteOptionSpace: NONE,
    echoClientId: NONE,
  },
  mostClasses: Number.MAX_SAFE_INTEGER,
  leaseTime: { default: 7200, max: 7200, min: 7200 },
  withoutRequestList: 'nothing',
  always: [53, 54, 51],
  first: [],
  ownSpaces: [{ name: 'dhcp4' }, { name: 'dhcp-agent-options-space', in: { space: 'dhcp4', code: 82 } }],
  sequential: new Set(),
  rows: 1,
  formats: {},
  strayRangesJoinPools: false,
};
