import type { AddressRange } from '../../../model/scope.ts';
import type { Span } from '../../../model/span.ts';
import { showAddress } from '../address.ts';
import { contains } from '../address-ranges.ts';
import type { BuiltScope } from '../built-scope.ts';
import type { Judgement } from './judgement.ts';

/**
 * dhcpd hands out the first and the last address of a subnet like any other. Hosts cannot use them (RFC 1122, section 3.2.1.3), but in
 * subnets that have no more than two (RFC 3021).
 * @param subnets those that the range can lie in
 */
export function doubtEndsOfSubnet(
  judgement: Judgement,
  at: Span,
  range: AddressRange,
  subnets: readonly BuiltScope[],
): void {
  const home = subnets.find(({ network }) => network && contains(network, range.low))?.network;
  if (!home || home.high - home.low < 3n) return;
  const low = range.low === home.low ? range.low + 1n : range.low;
  const high = range.high === home.high ? range.high - 1n : range.high;
  const held = [
    ...(low === range.low ? [] : [`${showAddress(4, range.low)}, the address of the subnet itself`]),
    ...(high === range.high ? [] : [`${showAddress(4, range.high)}, its address for broadcasts`]),
  ];
  if (held.length === 0) return;
  const usable = low <= high ? [low, high].map((address) => showAddress(4, address)) : undefined;
  judgement.warn(
    'address-range',
    at,
    `The range holds ${held.join(' and ')}, and dhcpd hands it out like any other.`,
    'A device that gets such an address reaches nobody, its UMS neither.',
    usable ? `Take the addresses from ${usable.join(' to ')}.` : 'Take addresses between the first and the last.',
    {
      mends: usable
        ? [
            {
              title: 'Leave it out of the range',
              safe: false,
              preferred: true,
              edits: [{ at, newText: usable.join(' ') }],
            },
          ]
        : [],
    },
  );
}
