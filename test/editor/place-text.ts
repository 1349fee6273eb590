import type { Place } from '../../server/src/languages/dhcpd/vocabulary/place.ts';

const AROUND: Readonly<Record<Place, readonly [before: string, behind: string]>> = {
  global: ['', ''],
  'shared-network': ['shared-network a {\n', '\n}\n'],
  subnet: ['subnet 192.0.2.0 netmask 255.255.255.0 {\n', '\n}\n'],
  pool: ['subnet 192.0.2.0 netmask 255.255.255.0 {\npool {\n', '\n}\n}\n'],
  group: ['group {\n', '\n}\n'],
  host: ['host a {\n', '\n}\n'],
  class: ['class "a" {\n', '\n}\n'],
  subclass: ['subclass "a" "b" {\n', '\n}\n'],
  if: ['if known {\n', '\n}\n'],
  on: ['on commit {\n', '\n}\n'],
  switch: ['switch (hardware) {\n', '\n}\n'],
  failover: ['failover peer "a" {\n', '\n}\n'],
  'failover-state': ['failover peer "a" state {\n', '\n}\n'],
  key: ['key a {\n', '\n}\n'],
  zone: ['zone example. {\n', '\n}\n'],
};

/** A text that stands in a place of a dhcpd.conf. */
export const textIn = (place: Place, text: string): string => AROUND[place].join(text);
