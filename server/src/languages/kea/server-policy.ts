import type { ListPolicy } from '../../model/server-policy.ts';

/** The habits of kea-dhcp4 (its bin/dhcp4/dhcp4_srv.cc and lib/dhcpsrv). */
export const KEA_POLICY: ListPolicy = {
  server: 'Kea',
  procedure: 'lists',
  strayRangesJoinPools: false,
  parameters: {
    lifetime: 'valid-lifetime',
    leastLifetime: 'min-valid-lifetime',
    mostLifetime: 'max-valid-lifetime',
    renewal: 'renew-timer',
    rebinding: 'rebind-timer',
    calculatesTimes: 'calculate-tee-times',
    renewalShare: 't1-percent',
    rebindingShare: 't2-percent',
    echoesClientId: 'echo-client-id',
    extensions: 'hooks-libraries',
    boot: { server: 'next-server', serverName: 'server-hostname', file: 'boot-file-name' },
    reservations: {
      mode: 'reservation-mode',
      global: 'reservations-global',
      inSubnet: 'reservations-in-subnet',
      outOfPool: 'reservations-out-of-pool',
      identifiers: 'host-reservation-identifiers',
      early: 'early-global-reservations-lookup',
    },
    names: {
      replace: 'ddns-replace-client-name',
      generatedPrefix: 'ddns-generated-prefix',
      suffix: 'ddns-qualifying-suffix',
      characters: 'hostname-char-set',
      replacement: 'hostname-char-replacement',
    },
  },
  defaults: {
    lifetime: 7200,
    renewalShare: 0.5,
    rebindingShare: 0.875,
    generatedPrefix: 'myhost',
    characters: '[^A-Za-z0-9.-]',
  },
  identifiers: ['hw-address', 'duid', 'circuit-id', 'client-id'],
  always: [3, 6, 15, 54],
  // Texts with a length before them are bytes for the rules; no other bytes come in lists
  uncut: {
    listsOf: ['integer', 'ip-address', 'ip6-address', 'string'],
    options: [
      { space: 'dhcp4', code: 79 },
      { space: 'dhcp4', code: 81 },
      { space: 'dhcp4', code: 124 },
    ],
  },
  classes: {
    everybody: 'ALL',
    known: 'KNOWN',
    unknown: 'UNKNOWN',
    dropped: 'DROP',
    vendorPrefix: 'VENDOR_CLASS_',
    ownPrefixes: ['VENDOR_CLASS_', 'HA_', 'AFTER_', 'EXTERNAL_'],
    spawnPrefix: 'SPAWN_',
  },
  since: { shortCircuits: '2.7.2', givesUntested: '2.7.4' },
};
