import type { AddressRange } from '../../../model/scope.ts';
import type { Span } from '../../../model/span.ts';
import { compareVersions } from '../../../model/version.ts';
import { type Address, overlap, parseAddress, prefixRange, showAddress } from '../address.ts';
import { BuiltScope } from '../built-scope.ts';
import type { JsonNode } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import { noteReplySteps } from '../reply-steps.ts';
import { judgeBoot } from './boot.ts';
import { isKnownClass, judgeGuards } from './class-references.ts';
import type { Judgement } from './judgement.ts';
import { inherited, judgeReservationMode, judgeTimers, judgeTriplet } from './lifetimes.ts';
import { judgeOptionData } from './option-data.ts';

/** From this release on every subnet needs a number of its own. */
const IDS_REQUIRED = '2.6.0';

/** A subnet as reservations see it. */
export interface Subnet {
  readonly node: JsonNode;
  readonly scope: BuiltScope;
  readonly range: AddressRange | undefined;
}

/** All subnets of a file, in the order in which Kea makes them. */
export class Networks {
  readonly subnets: Subnet[] = [];
  readonly #byNode = new Map<JsonNode, Subnet>();
  readonly #judgement: Judgement;
  readonly #global: JsonNode;
  readonly #key: 'subnet4' | 'subnet6';

  constructor(judgement: Judgement, global: JsonNode, scope: BuiltScope) {
    this.#judgement = judgement;
    this.#global = global;
    this.#key = judgement.family === 4 ? 'subnet4' : 'subnet6';
    const names = new Map<string, JsonNode>();
    for (const node of global.maps('shared-networks')) this.#network(node, scope, names);
    for (const node of global.maps(this.#key)) this.#subnet(node, scope, undefined);
    this.#judgeIds();
    this.#judgePrefixes();
  }

  subnetOf(node: JsonNode): Subnet | undefined {
    return this.#byNode.get(node);
  }

  /** Differs whenever a reservation could be judged otherwise. */
  get signature(): string {
    return this.subnets.map(({ range }) => (range ? `${range.low}-${range.high}` : '?')).join();
  }

  #network(node: JsonNode, global: BuiltScope, names: Map<string, JsonNode>): void {
    const judgement = this.#judgement;
    const name = node.field('name');
    const text = name?.text;
    const scope = new BuiltScope('shared-network', 'shared-networks', node, node.opening, global, text);
    if (!name || text === '') {
      judgement.error(
        'incomplete-declaration',
        name?.at ?? node.opening,
        'This shared network has no name.',
        'Add "name".',
      );
    } else if (text !== undefined) {
      const first = names.get(text);
      if (first) {
        judgement.error(
          'duplicate',
          innerSpan(name),
          `A shared network "${text}" is declared already.`,
          'Give this one a name of its own.',
          {
            related: [{ at: first.head, message: 'declared here' }],
          },
        );
      } else names.set(text, name);
    }
    this.#common(node, scope, [node, this.#global]);
    for (const subnet of node.maps(this.#key)) this.#subnet(subnet, scope, node);
    this.#judgeUnity(node);
  }

  /** Subnets of one link agree in what concerns the link. */
  #judgeUnity(node: JsonNode): void {
    const judgement = this.#judgement;
    let card = node.textOf('interface') ?? '';
    const whole = inherited([node, this.#global], 'authoritative')?.boolean ?? false;
    for (const subnet of node.maps(this.#key)) {
      const authoritative = inherited([subnet, node, this.#global], 'authoritative')?.boolean ?? false;
      const own = subnet.field('authoritative');
      if (own && authoritative !== whole && judgement.family === 4) {
        judgement.error(
          'parameter-value',
          own.at,
          `This subnet is ${authoritative ? '' : 'not '}authoritative, and its shared network is ${whole ? '' : 'not'}.`,
          'Set "authoritative" for the shared network as a whole.',
        );
      }
      const field = subnet.field('interface');
      const text = field?.text ?? '';
      if (field && text !== '' && card !== '' && text !== card) {
        judgement.error(
          'parameter-value',
          innerSpan(field),
          `This subnet is on "${text}", and the shared network on "${card}".`,
          'All subnets of a shared network are on one interface.',
        );
      }
      if (card === '') card = text;
    }
  }

  #subnet(node: JsonNode, parent: BuiltScope, network: JsonNode | undefined): void {
    const judgement = this.#judgement;
    const field = node.field('subnet');
    const scope = new BuiltScope('subnet', this.#key, node, field?.head ?? node.opening, parent, field?.text);
    const range = field?.text === undefined ? undefined : this.#prefix(field, field.text);
    scope.network = range;
    const subnet: Subnet = { node, scope, range };
    this.subnets.push(subnet);
    this.#byNode.set(node, subnet);
    const around = [node, network, this.#global];
    this.#common(node, scope, around);
    this.#untestedGuard(node);
    const pools: { readonly range: AddressRange; readonly at: Span }[] = [];
    for (const pool of node.maps('pools')) this.#pool(pool, scope, range, pools);
    for (const pool of node.maps('pd-pools')) this.#prefixPool(pool, scope, pools);
    if (judgement.family === 6) {
      const card = node.field('interface');
      const id = node.field('interface-id');
      if (card && id && card.text !== '' && id.text !== '') {
        judgement.error(
          'duplicate',
          id.head,
          '"interface" and "interface-id" exclude each other.',
          'Keep "interface" for clients on the link, "interface-id" for those behind a relay.',
        );
      }
    }
    const relayed = node.field('4o6-subnet');
    if (relayed?.text && !/^[0-9a-f:.]+\/\d+$/i.test(relayed.text)) {
      judgement.error(
        'parameter-value',
        innerSpan(relayed),
        `"${relayed.text}" is no IPv6 prefix.`,
        'Write one such as 2001:db8::/64.',
      );
    }
  }

  #common(node: JsonNode, scope: BuiltScope, around: readonly (JsonNode | undefined)[]): void {
    const judgement = this.#judgement;
    judgeOptionData(judgement, node.maps('option-data'), scope, undefined);
    noteReplySteps(node, scope);
    judgeBoot(judgement, node, 'network');
    judgeTriplet(judgement, around, 'valid-lifetime', true);
    if (judgement.family === 6) judgeTriplet(judgement, around, 'preferred-lifetime', true);
    judgeTimers(judgement, around);
    judgeReservationMode(judgement, node);
    judgeGuards(judgement, node);
    this.#relay(node);
  }

  /** A subnet is chosen before reservations are read: a class that nothing else gives keeps everybody out. */
  #untestedGuard(node: JsonNode): void {
    const guard = node.field('client-class');
    const name = guard?.text;
    if (!guard || name === undefined || isKnownClass(name)) return;
    if (
      this.#global.field('hooks-libraries')?.children.length ||
      this.#global.field('early-global-reservations-lookup')?.boolean
    )
      return;
    const declared = this.#global.maps('client-classes').find((other) => other.textOf('name') === name);
    if (!declared || declared.field('test') || declared.field('template-test')) return;
    this.#judgement.warn(
      'class-never-matches',
      innerSpan(guard),
      `No test puts clients into "${name}", and what reservations give is read only after the subnet is chosen.`,
      'No client gets an address from this subnet.',
      'Give the class a test, or guard the pools instead of the subnet.',
      { related: [{ at: declared.field('name')?.head ?? declared.opening, message: 'the class' }] },
    );
  }

  #prefix(field: JsonNode, written: string): AddressRange | undefined {
    const judgement = this.#judgement;
    const { family } = judgement;
    const text = written.replace(/[ \t]/g, '');
    const [address = '', length] = text.split('/');
    const at = innerSpan(field);
    const refuse = (what: string, remedy: string): undefined => {
      judgement.error('address-range', at, what, remedy);
      return undefined;
    };
    if (length === undefined) {
      return refuse(
        `"${written}" has no length: nothing tells how large the network is.`,
        `Write it as ${text}/${family === 4 ? 24 : 64}, or whatever the length is.`,
      );
    }
    const parsed = parseAddress(address);
    if (!parsed) return refuse(`"${address}" is no address.`, 'Correct it.');
    if (parsed.family !== family)
      return refuse(
        `"${address}" is an IPv${parsed.family} address, and this is the DHCPv${family} server.`,
        `Write an IPv${family} network.`,
      );
    const bits = /^\+?\d+$/.test(length) ? Number(length) : Number.NaN;
    const most = family === 4 ? 32 : 128;
    if (!(bits <= most)) return refuse(`"${length}" is no length of a network.`, `Write a number from 0 to ${most}.`);
    const range = prefixRange(parsed, bits);
    if (range.low !== parsed.address) {
      const right = `${showAddress(family, range.low)}/${bits}`;
      judgement.warn(
        'address-range',
        at,
        `${address} is no address of a network of length ${bits}: ${showAddress(family, range.low)} is.`,
        'Kea 2.2 takes it for the whole network; people who read the file may be misled.',
        `Write ${right}.`,
        { mends: [{ title: `Write ${right}`, safe: false, preferred: true, edits: [{ at, newText: right }] }] },
      );
    }
    return range;
  }

  #pool(
    node: JsonNode,
    parent: BuiltScope,
    network: AddressRange | undefined,
    pools: { readonly range: AddressRange; readonly at: Span }[],
  ): void {
    const judgement = this.#judgement;
    const field = node.field('pool');
    const scope = new BuiltScope('pool', 'pools', node, field?.head ?? node.opening, parent, field?.text);
    judgeOptionData(judgement, node.maps('option-data'), scope, undefined);
    noteReplySteps(node, scope);
    judgeGuards(judgement, node);
    if (field?.text === undefined) return;
    const at = innerSpan(field);
    const range = this.#poolRange(field, field.text);
    if (!range) return;
    scope.ranges.push({ range, at });
    if (network && !(range.low >= network.low && range.high <= network.high)) {
      judgement.error(
        'address-range',
        at,
        `This pool is not inside its subnet, which goes from ${showAddress(network.family, network.low)} to ${showAddress(network.family, network.high)}.`,
        'Correct the pool or the subnet.',
        { related: [{ at: parent.at, message: 'the subnet' }] },
      );
    }
    this.#against(pools, range, at);
    this.#atTheEdge(network, range, at);
  }

  /** Kea gives out every address of a pool, those that a network keeps for itself too. */
  #atTheEdge(network: AddressRange | undefined, range: AddressRange, at: Span): void {
    if (network?.family !== 4 || network.high - network.low < 3n) return;
    const edges = [network.low, network.high].filter((edge) => edge >= range.low && edge <= range.high);
    if (edges.length === 0) return;
    this.#judgement.warn(
      'address-range',
      at,
      `This pool holds ${edges.map((edge) => showAddress(4, edge)).join(' and ')}, which no client can use: the first address of a network names it, the last one is for broadcasts.`,
      'The client that is given such an address has no network.',
      'Begin one address later and end one earlier.',
    );
  }

  #against(pools: { readonly range: AddressRange; readonly at: Span }[], range: AddressRange, at: Span): void {
    const other = pools.find((pool) => overlap(pool.range, range));
    if (other) {
      const shared = larger(other.range.low, range.low);
      this.#judgement.error(
        'address-range',
        at,
        `This pool shares ${showAddress(range.family, shared)} with another one of its subnet.`,
        'Let each address stand in one pool.',
        { related: [{ at: other.at, message: 'the other pool' }] },
      );
    }
    pools.push({ range, at });
  }

  #poolRange(field: JsonNode, written: string): AddressRange | undefined {
    const judgement = this.#judgement;
    const { family } = judgement;
    const text = written.replace(/[ \t]/g, '');
    const at = innerSpan(field);
    const refuse = (what: string, remedy: string, newText?: string): undefined => {
      judgement.error('address-range', at, what, remedy, {
        mends:
          newText === undefined
            ? []
            : [{ title: `Write ${newText}`, safe: true, preferred: true, edits: [{ at, newText }] }],
      });
      return undefined;
    };
    const own = (address: Address | undefined): address is Address => address?.family === family;
    if (text.includes('/')) {
      const [address = '', length = ''] = text.split('/');
      const parsed = parseAddress(address);
      const bits = /^\+?\d+$/.test(length) ? Number(length) : Number.NaN;
      const most = family === 4 ? 32 : 128;
      if (!own(parsed)) return refuse(`"${address}" is no IPv${family} address.`, 'Correct it.');
      if (!(bits > 0 && bits <= most))
        return refuse(`"${length}" is no length of a pool.`, `Write a number from 1 to ${most}.`);
      const { high } = prefixRange(parsed, bits);
      return { family, low: parsed.address, high };
    }
    const separator = text.indexOf('-');
    if (separator < 0) {
      const [first = '', second = ''] = text.split(/[–—‒−~]|\.\.\.?|to/u);
      const meant = parseAddress(first) && parseAddress(second) ? `${first} - ${second}` : undefined;
      const single = parseAddress(text);
      return refuse(
        meant !== undefined
          ? 'Kea does not know the dash between these addresses.'
          : `"${written}" is neither a range nor a prefix.`,
        meant !== undefined
          ? 'Write the short one that a keyboard has: -.'
          : 'Write FIRST - LAST, or a prefix such as 192.0.2.64/27.',
        meant ?? (single ? `${text} - ${text}` : undefined),
      );
    }
    const [first, last] = [text.slice(0, separator), text.slice(separator + 1)];
    const [low, high] = [parseAddress(first), parseAddress(last)];
    if (!own(low)) return refuse(`"${first}" is no IPv${family} address.`, 'Correct it.');
    if (!own(high)) return refuse(`"${last}" is no IPv${family} address.`, 'Correct it.');
    if (low.address > high.address)
      return refuse(
        'The last address of this pool is before the first.',
        'Put the smaller one first.',
        `${last} - ${first}`,
      );
    return { family, low: low.address, high: high.address };
  }

  #prefixPool(node: JsonNode, parent: BuiltScope, pools: { readonly range: AddressRange; readonly at: Span }[]): void {
    const judgement = this.#judgement;
    const field = node.field('prefix');
    const scope = new BuiltScope('pool', 'pd-pools', node, field?.head ?? node.opening, parent, field?.text);
    judgeOptionData(judgement, node.maps('option-data'), scope, undefined);
    judgeGuards(judgement, node);
    const lengthNode = node.field('prefix-len');
    const delegatedNode = node.field('delegated-len');
    const length = lengthNode?.integer;
    const delegated = delegatedNode?.integer;
    const refuse = (at: JsonNode | undefined, what: string, remedy: string) =>
      judgement.error('address-range', at ? innerSpan(at) : node.opening, what, remedy);
    const parsed = field?.text === undefined ? undefined : parseAddress(field.text);
    if (field?.text !== undefined && parsed?.family !== 6) {
      refuse(
        field,
        `"${field.text}" is no IPv6 prefix without its length.`,
        'Write it such as 2001:db8:1::, and the length in "prefix-len".',
      );
    }
    if (length !== undefined && (length < 1 || length > 128)) {
      refuse(lengthNode, `${length} is no length of a prefix.`, 'Write a number from 1 to 128.');
      return;
    }
    if (delegated !== undefined && (delegated < 0 || delegated > 255)) {
      refuse(delegatedNode, `${delegated} is no length of a prefix.`, 'Write a number from 1 to 128.');
      return;
    }
    if (length !== undefined && delegated !== undefined && delegated < length) {
      refuse(
        delegatedNode,
        `Prefixes of length ${delegated} are larger than the pool of length ${length}.`,
        '"delegated-len" is at least as large as "prefix-len".',
      );
      return;
    }
    this.#excluded(node, delegated);
    if (parsed?.family !== 6 || length === undefined || !field) return;
    this.#against(pools, { ...prefixRange(parsed, length), low: parsed.address }, innerSpan(field));
  }

  #excluded(node: JsonNode, delegated: number | undefined): void {
    const judgement = this.#judgement;
    const prefixNode = node.field('excluded-prefix');
    const lengthNode = node.field('excluded-prefix-len');
    const at = prefixNode ?? lengthNode;
    if (!at) return;
    const prefix = parseAddress(prefixNode?.text ?? '::');
    const length = lengthNode?.integer ?? 0;
    if (prefix?.family !== 6) {
      judgement.error(
        'address-range',
        innerSpan(at),
        `"${prefixNode?.text}" is no IPv6 prefix without its length.`,
        'Correct it.',
      );
    } else if ((prefix.address === 0n) !== (length === 0)) {
      judgement.error(
        'incomplete-declaration',
        at.head,
        'An excluded prefix has an address and a length.',
        'Add "excluded-prefix" and "excluded-prefix-len", or take both away.',
      );
    } else if (length > 128 || (length !== 0 && delegated !== undefined && length <= delegated)) {
      judgement.error(
        'address-range',
        (lengthNode ?? at).at,
        `An excluded prefix of length ${length} is not a part of a delegated one of length ${delegated}.`,
        'Make it longer than "delegated-len", and 128 at most.',
      );
    }
  }

  #relay(node: JsonNode): void {
    const judgement = this.#judgement;
    const relay = node.field('relay');
    if (relay?.kind !== 'object') return;
    const single = relay.field('ip-address');
    const list = relay.field('ip-addresses');
    if (single && list) {
      judgement.error(
        'duplicate',
        single.head,
        '"ip-address" and "ip-addresses" exclude each other.',
        'Put all addresses into "ip-addresses".',
        {
          related: [{ at: list.head, message: 'the list' }],
        },
      );
      return;
    }
    const seen = new Set<string>();
    for (const address of single ? [single] : (list?.children ?? [])) {
      const { text } = address;
      if (text === undefined) continue;
      if (parseAddress(text)?.family !== judgement.family) {
        judgement.error(
          'parameter-value',
          innerSpan(address),
          `"${text}" is no IPv${judgement.family} address.`,
          'Write the address of the relay.',
        );
      } else if (seen.has(text)) {
        judgement.error('duplicate', innerSpan(address), `The relay ${text} stands here twice.`, 'Take one away.');
      }
      seen.add(text);
    }
  }

  /** Numbers are given from 1 on to subnets that have none; none may occur twice (CfgSubnets4::add). */
  #judgeIds(): void {
    const judgement = this.#judgement;
    const required = compareVersions(judgement.version, IDS_REQUIRED) >= 0;
    const used = new Map<number, JsonNode>();
    let next = 1;
    for (const { node } of this.subnets) {
      const field = node.field('id');
      const given = field?.integer;
      if (required && (!field || given === 0)) {
        judgement.error(
          'incomplete-declaration',
          field?.at ?? node.opening,
          field
            ? 'A subnet cannot have the number 0.'
            : `Since Kea ${IDS_REQUIRED} each subnet needs a number: "id" is missing.`,
          'Add "id" with a number that no other subnet has; keep those that leases refer to.',
        );
        continue;
      }
      const id = given === undefined || given === 0 ? next++ : given;
      const other = used.get(id);
      if (other) {
        judgement.error(
          'duplicate',
          field?.at ?? node.opening,
          field && given !== 0
            ? `Another subnet has the number ${id} already.`
            : `This subnet has no "id", and the next free number, ${id}, is that of another one.`,
          'Give each subnet a number of its own.',
          { related: [{ at: other.field('id')?.head ?? other.opening, message: 'the other subnet' }] },
        );
      } else used.set(id, node);
    }
  }

  #judgePrefixes(): void {
    const judgement = this.#judgement;
    const texts = new Map<string, JsonNode>();
    const seen: { readonly range: AddressRange; readonly at: Span }[] = [];
    for (const { node, range } of this.subnets) {
      const field = node.field('subnet');
      const text = field?.text?.replace(/[ \t]/g, '');
      if (!field || text === undefined || !range) continue;
      const at = innerSpan(field);
      const same = texts.get(text);
      if (same) {
        judgement.error('duplicate', at, `The subnet ${text} is declared already.`, 'Join the two.', {
          related: [{ at: same.head, message: 'declared here' }],
        });
        continue;
      }
      texts.set(text, field);
      const other = seen.length < 2000 ? seen.find((earlier) => overlap(earlier.range, range)) : undefined;
      if (other) {
        judgement.warn(
          'address-range',
          at,
          `This subnet shares addresses with ${showAddress(range.family, other.range.low)} to ${showAddress(range.family, other.range.high)}.`,
          'Which of the two serves a client depends on how the server finds its subnet.',
          'Make the subnets separate.',
          { related: [{ at: other.at, message: 'the other subnet' }] },
        );
      }
      seen.push({ range, at });
    }
  }
}

const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b);
