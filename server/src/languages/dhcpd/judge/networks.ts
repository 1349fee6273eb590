import type { AddressRange, Scope } from '../../../model/scope.ts';
import { type Span, startOf } from '../../../model/span.ts';
import { showAddress } from '../address.ts';
import { AddressRanges } from '../address-ranges.ts';
import type { BuiltScope } from '../built-scope.ts';
import type { Judgement } from './judgement.ts';

interface Network {
  readonly range: AddressRange;
  readonly scope: BuiltScope;
}

interface HandedOut {
  readonly range: AddressRange;
  readonly at: Span;
}

/** The subnets and ranges of a file, against which hosts are checked. */
export class Networks {
  readonly #networks: Readonly<Record<4 | 6, AddressRanges<Network>>>;
  readonly #ranges: Readonly<Record<4 | 6, AddressRanges<HandedOut>>>;
  readonly #handedOut: readonly HandedOut[];
  /** Whether the file declares any subnet of a family. */
  readonly declared: Readonly<Record<4 | 6, boolean>>;
  /** Differs whenever a host's address could be judged otherwise. */
  readonly signature: string;

  constructor(global: BuiltScope) {
    const networks: Network[] = [];
    const ranges: HandedOut[] = [];
    const visit = (scope: BuiltScope) => {
      if (scope.kind === 'subnet' && scope.network) networks.push({ range: scope.network, scope });
      ranges.push(...scope.ranges);
      for (const child of scope.children) visit(child);
    };
    visit(global);
    const of = <T extends { readonly range: AddressRange }>(given: readonly T[], family: 4 | 6) =>
      new AddressRanges(given.filter(({ range }) => range.family === family));
    this.#networks = { 4: of(networks, 4), 6: of(networks, 6) };
    this.#ranges = { 4: of(ranges, 4), 6: of(ranges, 6) };
    this.#handedOut = ranges;
    this.declared = {
      4: networks.some(({ range }) => range.family === 4),
      6: networks.some(({ range }) => range.family === 6),
    };
    this.signature = [...networks, ...ranges].map(({ range }) => `${range.low}-${range.high}`).join();
  }

  /** The innermost subnet that an address belongs to. */
  subnetOf(family: 4 | 6, address: bigint): Scope | undefined {
    return this.#networks[family].holding(address)?.scope;
  }

  /** Whether addresses outside of a network are handed out to anybody. */
  handsOutElsewhere({ family, low, high }: AddressRange): boolean {
    return this.#handedOut.some(({ range }) => range.family === family && (range.high < low || range.low > high));
  }

  /** The range that hands an address out to anybody. */
  rangeOf(family: 4 | 6, address: bigint): HandedOut | undefined {
    return this.#ranges[family].holding(address);
  }

  /** Ranges that share addresses are refused; subnets that do are only warned of. */
  judge(judgement: Judgement): void {
    if (judgement.family === 6 && this.declared[6]) {
      for (const { scope } of this.#networks[4]) {
        judgement.error(
          'unknown-statement',
          scope.at,
          'dhcpd breaks off at a subnet of DHCPv4 beside one of DHCPv6.',
          'Put the two kinds into files of their own: dhcpd serves one of them at a time.',
        );
      }
    }
    for (const [a, b] of this.#ranges[4].overlaps()) {
      const [first, second] = startOf(a.at) < startOf(b.at) ? [a, b] : [b, a];
      const shared = larger(a.range.low, b.range.low);
      judgement.error(
        'address-range',
        second.at,
        `This range shares ${showAddress(4, shared)} with another one.`,
        'Let each address stand in one range.',
        { related: [{ at: first.at, message: 'the other range' }] },
      );
    }
    for (const family of [4, 6] as const) {
      for (const [a, b] of this.#networks[family].overlaps()) {
        const [first, second] = startOf(a.scope.at) < startOf(b.scope.at) ? [a, b] : [b, a];
        judgement.warn(
          'address-range',
          second.scope.at,
          `This subnet shares addresses with ${showAddress(family, first.range.low)} to ${showAddress(family, first.range.high)}.`,
          'Clients of the wider one may be served with the settings of the narrower one.',
          'Make the subnets separate.',
          { related: [{ at: first.scope.at, message: 'the other subnet' }] },
        );
      }
    }
  }
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
