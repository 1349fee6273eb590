import type { AddressRange } from '../../../model/scope.ts';
import { readIp4, readIp6, showAddress } from '../address.ts';
import { contains } from '../address-ranges.ts';
import type { BuiltScope } from '../built-scope.ts';
import { readPrefixLength } from '../header.ts';
import type { Token } from '../lexer.ts';
import { Reader, Refusal } from '../reader.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd } from '../value.ts';
import { type Judgement, spanIn } from './judgement.ts';
import { doubtEndsOfSubnet } from './range-ends.ts';

const PURPOSE = { rule: 'address-range', what: 'an address of the range' } as const;

/** `range [dynamic-bootp] LOW [HIGH];` in a subnet or pool. */
export function judgeRange(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    reader.takeWord('dynamic-bootp');
    const low = readIp4(reader, PURPOSE);
    if (reader.isSign('-')) {
      const dash = reader.next();
      throw new Refusal(
        'syntax',
        dash,
        'dhcpd wants no dash between the two addresses of a range.',
        'Leave a blank between them.',
        [
          {
            title: 'Replace the dash by a blank',
            safe: true,
            edits: [{ start: dash.start, end: dash.end, newText: ' ' }],
          },
        ],
      );
    }
    const single = reader.atEnd || (reader.onNewLine && reader.peek().kind !== 'number');
    const high = single ? low : readIp4(reader, PURPOSE);
    expectEnd(reader);
    const range: AddressRange =
      low.address <= high.address
        ? { family: 4, low: low.address, high: high.address }
        : { family: 4, low: high.address, high: low.address };
    scope.ranges.push({ range, at: spanIn(statement, { start: low.start, end: high.end }) });
    refuseOutside(judgement, statement, scope, [low, high]);
    const subnet = scope.nearest('subnet');
    const subnets = subnet ? [subnet] : subnetsBefore(scope, statement);
    doubtEndsOfSubnet(judgement, spanIn(statement, { start: low.start, end: high.end }), range, subnets);
    if (low.address > high.address) {
      judgement.inform(
        'address-range',
        spanIn(statement, { start: low.start, end: high.end }),
        'The two addresses stand in the wrong order.',
        'dhcpd puts them in order by itself.',
        'Write the lower one first.',
      );
    }
  });
}

/** Every address of a range must lie in the subnet around it, or, in a pool of a shared network, in one of its subnets. */
function refuseOutside(
  judgement: Judgement,
  statement: Statement,
  scope: BuiltScope,
  ends: readonly { readonly address: bigint; readonly start: number; readonly end: number }[],
): void {
  const subnet = scope.nearest('subnet');
  const networks = subnet ? [subnet] : subnetsBefore(scope, statement);
  const [first] = ends;
  const home = networks.find(({ network }) => network && first && contains(network, first.address));
  for (const { address, start, end } of ends) {
    const network = home?.network ?? subnet?.network;
    if (network ? contains(network, address) : networks.length === 0) continue;
    judgement.error(
      'address-range',
      spanIn(statement, { start, end }),
      network
        ? `${showAddress(4, address)} is not in the subnet ${showAddress(4, network.low)} to ${showAddress(4, network.high)}.`
        : `${showAddress(4, address)} is in no subnet that this shared network has above the pool.`,
      'Take addresses of the subnet.',
      { related: subnet ? [{ at: subnet.at, message: 'the subnet' }] : [] },
    );
    return;
  }
}

const subnetsBefore = (scope: BuiltScope, statement: Statement): readonly BuiltScope[] =>
  (scope.nearest('shared-network')?.children ?? []).filter(
    (child) =>
      child.kind === 'subnet' && child.at.anchor.offset + child.at.start < statement.anchor.offset + statement.start,
  );

const PURPOSE6 = { rule: 'address-range', what: 'an IPv6 address' } as const;

/** `range6 LOW HIGH;`, `range6 PREFIX/LENGTH [temporary];`, `range6 ADDRESS temporary;` */
export function judgeRange6(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    refuseInPool4(statement, scope);
    const low = readIp6(reader, PURPOSE6);
    const network = scope.nearest('subnet')?.network;
    refuseOutside6(network, low);
    let high = low.address;
    let end = low.end;
    if (reader.takeSign('/')) {
      const bits = readPrefixLength(reader, 0, 128);
      const size = (1n << BigInt(128 - bits.value)) - 1n;
      end = bits.end;
      if (network && network.high - network.low < size) {
        throw new Refusal(
          'address-range',
          { start: low.start, end },
          'This range is wider than the subnet around it.',
          'Take a longer prefix.',
        );
      }
      if ((low.address & size) !== 0n) throw unaligned(low.address, bits.value, { start: low.start, end });
      high = low.address | size;
      const temporary = reader.peek();
      if (reader.takeWord('temporary') && (bits.value < 64 || bits.value === 128)) {
        throw new Refusal(
          'address-range',
          temporary,
          `Temporary addresses need a prefix of 64 to 127 bits, not of ${bits.value}.`,
          'Write /64.',
        );
      }
    } else if (reader.takeWord('temporary')) {
      const size = (1n << 64n) - 1n;
      if ((low.address & size) !== 0n) throw unaligned(low.address, 64, low);
      high = low.address | size;
    } else {
      const second = readIp6(reader, PURPOSE6);
      refuseOutside6(network, second);
      high = second.address;
      end = second.end;
    }
    scope.ranges.push({ range: ordered6(low.address, high), at: spanIn(statement, { start: low.start, end }) });
    expectEnd(reader);
  });
}

/** A pool without the 6 holds IPv4 addresses, wherever it stands. */
function refuseInPool4(statement: Statement, scope: BuiltScope): void {
  if (scope.keyword !== 'pool') return;
  throw new Refusal(
    'unknown-statement',
    { start: statement.start, end: statement.keywordEnd },
    `"${statement.keyword}" does not belong in a pool, but in a pool6.`,
    'Write pool6 for a pool of IPv6 addresses.',
  );
}

const ordered6 = (a: bigint, b: bigint): AddressRange =>
  a <= b ? { family: 6, low: a, high: b } : { family: 6, low: b, high: a };

function refuseOutside6(
  network: AddressRange | undefined,
  found: { readonly address: bigint; readonly start: number; readonly end: number },
): void {
  if (!network) return;
  if (network.family === 4) {
    throw new Refusal(
      'address-range',
      found,
      'An IPv6 address lies in no IPv4 subnet: dhcpd -6 stops here.',
      'Put the range into the subnet6 that it belongs to.',
    );
  }
  if (contains(network, found.address)) return;
  throw new Refusal(
    'address-range',
    found,
    `${showAddress(6, found.address)} is not in the subnet ${showAddress(6, network.low)} to ${showAddress(6, network.high)}.`,
    'Take addresses of the subnet.',
  );
}

const unaligned = (address: bigint, bits: number, at: { readonly start: number; readonly end: number }): Refusal =>
  new Refusal(
    'address-range',
    at,
    `${showAddress(6, address)} has bits beyond the first ${bits}.`,
    `Write ${showAddress(6, address & ~((1n << BigInt(128 - bits)) - 1n))}, or a longer prefix.`,
  );

/** `prefix6 LOW HIGH /LENGTH;` */
export function judgePrefix6(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    refuseInPool4(statement, scope);
    const low = readIp6(reader, PURPOSE6);
    const high = readIp6(reader, PURPOSE6);
    if (!reader.takeSign('/')) {
      throw new Refusal(
        'address-range',
        reader.peek(),
        'The length of the prefixes is missing.',
        'Write "/" and the number of bits.',
      );
    }
    const bits = readPrefixLength(reader, 1, 127);
    const size = (1n << BigInt(128 - bits.value)) - 1n;
    for (const end of [low, high]) if ((end.address & size) !== 0n) throw unaligned(end.address, bits.value, end);
    expectEnd(reader);
    scope.ranges.push({
      range: ordered6(low.address, high.address | size),
      at: spanIn(statement, { start: low.start, end: high.end }),
    });
  });
}

/** `fixed-prefix6 PREFIX/LENGTH;` of a host. */
export function judgeFixedPrefix6(judgement: Judgement, statement: Statement): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    readIp6(reader, PURPOSE6);
    if (!reader.takeSign('/')) {
      throw new Refusal(
        'address-range',
        reader.peek(),
        'The length of the prefix is missing.',
        'Write "/" and the number of bits.',
      );
    }
    readPrefixLength(reader, 0, 128);
    expectEnd(reader);
  });
}

/** The head of a subnet, and what only the whole block shows. */
export function judgeNetworkBlock(judgement: Judgement, opens: BuiltScope): void {
  const { statement } = opens;
  if (!statement?.block) return;
  if (
    opens.kind === 'pool' &&
    opens.all('range').length + opens.all('range6').length + opens.all('prefix6').length === 0
  ) {
    const six = statement.keyword === 'pool6';
    if (opens.all('include').length > 0 && judgement.declarations.incomplete) return;
    judgement.error(
      'incomplete-declaration',
      opens.ending,
      'This pool has no addresses.',
      six ? 'Add a range6 or prefix6.' : 'Add a range.',
      { related: [{ at: headSpan(statement), message: 'the pool' }] },
    );
  }
  if (opens.kind === 'shared-network') {
    if (opens.name === '') {
      judgement.error('syntax', opens.at, 'The name of this shared network is empty.', 'Give it a name.');
    }
    const subnets = opens.children.some(({ kind }) => kind === 'subnet');
    if (!subnets && !(opens.all('include').length > 0 && judgement.declarations.incomplete)) {
      judgement.error(
        'incomplete-declaration',
        opens.ending,
        'This shared network has no subnet.',
        'Put the subnets of the link into it.',
        { related: [{ at: headSpan(statement), message: 'the shared network' }] },
      );
    }
  }
}

const NAME_SIZE = 16;

/**
 * dhcpd leaves a name that is longer than the system's field for it alone, but copies one that fills it, whose end then lies behind it; the
 * server is ended for that (net/if.h, IFNAMSIZ).
 */
function refuseCrashingName(name: Token): void {
  if (new TextEncoder().encode(name.text.replaceAll('"', '')).length !== NAME_SIZE) return;
  throw new Refusal(
    'parameter-value',
    name,
    `No interface has a name of ${NAME_SIZE} characters, and dhcpd crashes on it.`,
    'Write the name that "ip link" shows.',
  );
}

/** `interface NAME;` in a subnet or shared network: dhcpd takes the next token, whatever it is, and only one for each network. */
export function judgeInterface(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const name = reader.next();
    if (name.kind === 'end') {
      throw new Refusal(
        'syntax',
        { start: statement.start, end: statement.keywordEnd },
        'The name of the interface is missing.',
        'Name the interface.',
      );
    }
    refuseCrashingName(name);
    const network = scope.nearest('shared-network') ?? scope;
    const first = judgement.interfaces.get(network);
    if (first) {
      throw new Refusal(
        'duplicate',
        headSpan(statement),
        'This network is tied to an interface already.',
        'Keep one of the two.',
      );
    }
    // An interface that another network names is not tied to this one too.
    const text = name.text.replaceAll('"', '');
    if (![...judgement.interfaces.values()].includes(text)) judgement.interfaces.set(network, text);
    expectEnd(reader);
  });
}
