import { parseAddress } from '../address.ts';
import type { JsonNode } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import type { Judgement } from './judgement.ts';

const REPLACE_MODES = ['always', 'never', 'when-present', 'when-not-present'];

/** Settings of a DHCP server that Kea reads beyond their mere type. */
export function judgeServer(judgement: Judgement, map: JsonNode): void {
  judgeNameChanges(judgement, map.field('dhcp-ddns'));
  judgeReplaceModes(judgement, map);
  judgeGlobalReservations(judgement, map);
  judgeSanityChecks(judgement, map.field('sanity-checks'));
  judgeMacSources(judgement, map.field('mac-sources'));
  judgeIdentifiers(judgement, map.field('host-reservation-identifiers'));
  judgeInterfaces(judgement, map.field('interfaces-config'));
}

/** The connection to the daemon that updates DNS (D2ClientConfigParser). */
function judgeNameChanges(judgement: Judgement, node: JsonNode | undefined): void {
  if (node?.kind !== 'object') return;
  judgeWord(judgement, node.field('ncr-protocol'), ['UDP']);
  judgeWord(judgement, node.field('ncr-format'), ['JSON']);
  judgeWord(judgement, node.field('replace-client-name'), [...REPLACE_MODES, 'true', 'false']);
  const server = node.field('server-ip');
  const sender = node.field('sender-ip');
  const to = parseAddress(server?.text ?? '127.0.0.1');
  if (server?.text !== undefined && !to) {
    judgement.error(
      'parameter-value',
      innerSpan(server),
      `"${server.text}" is no address.`,
      'Write the address of the daemon.',
    );
    return;
  }
  if (!sender?.text) return;
  const from = parseAddress(sender.text);
  if (!from) {
    judgement.error(
      'parameter-value',
      innerSpan(sender),
      `"${sender.text}" is no address.`,
      'Write an address of this machine, or an empty text.',
    );
  } else if (to && from.family !== to.family) {
    judgement.error(
      'parameter-value',
      innerSpan(sender),
      `An IPv${from.family} address cannot send to an IPv${to.family} address.`,
      'Take both from one family.',
    );
  } else if (to && from.address === to.address) {
    const port = node.field('server-port')?.integer ?? 53_001;
    if ((node.field('sender-port')?.integer ?? 0) !== port) return;
    judgement.error(
      'parameter-value',
      innerSpan(sender),
      'Sender and server have the same address and port.',
      'Take another sender port.',
    );
  }
}

function judgeWord(judgement: Judgement, node: JsonNode | undefined, words: readonly string[]): void {
  const { text } = node ?? {};
  if (!node || text === undefined || words.some((word) => word.toLowerCase() === text.toLowerCase())) return;
  judgement.error(
    'parameter-value',
    innerSpan(node),
    `"${node.key}" does not take "${text}".`,
    `Write ${words.map((word) => `"${word}"`).join(', ')}.`,
  );
}

/** `ddns-replace-client-name` wherever it stands. */
function judgeReplaceModes(judgement: Judgement, map: JsonNode): void {
  const visit = (node: JsonNode) => {
    judgeWord(judgement, node.field('ddns-replace-client-name'), [...REPLACE_MODES, 'true', 'false']);
    for (const key of ['shared-networks', 'subnet4', 'subnet6']) for (const inner of node.maps(key)) visit(inner);
  };
  visit(map);
}

function judgeGlobalReservations(judgement: Judgement, map: JsonNode): void {
  const reservations = map.field('reservations');
  if (!reservations || reservations.item.close === reservations.item.start + 2) return;
  const used = (node: JsonNode): boolean =>
    node.field('reservations-global')?.boolean === true ||
    node.textOf('reservation-mode') === 'global' ||
    ['shared-networks', 'subnet4', 'subnet6'].some((key) => node.maps(key).some(used));
  if (used(map) || !judgement.situation.complete) return;
  if (map.field('early-global-reservations-lookup')?.boolean === true) return;
  judgement.warn(
    'misplaced-declaration',
    reservations.head,
    'Reservations outside of all subnets are ignored unless "reservations-global" is true.',
    'What stands here reaches no client.',
    'Set "reservations-global": true, or move the reservations into their subnets.',
  );
}

function judgeSanityChecks(judgement: Judgement, node: JsonNode | undefined): void {
  const words = ['none', 'warn', 'fix', 'fix-del', 'del'];
  const checks = node?.field('lease-checks');
  if (checks) judgeWord(judgement, checks, words);
}

const MAC_SOURCES = [
  'any',
  'raw',
  'duid',
  'ipv6-link-local',
  'client-link-addr-option',
  'rfc6939',
  'remote-id',
  'rfc4649',
  'subscriber-id',
  'rfc4580',
  'docsis-cmts',
  'docsis-modem',
];

function judgeMacSources(judgement: Judgement, node: JsonNode | undefined): void {
  const seen = new Set<string>();
  for (const element of node?.children ?? []) {
    const { text } = element;
    if (text === undefined) continue;
    if (!MAC_SOURCES.includes(text)) {
      judgement.error(
        'parameter-value',
        innerSpan(element),
        `Kea knows no source "${text}" of hardware addresses.`,
        `Choose from ${MAC_SOURCES.join(', ')}.`,
      );
    } else if (seen.has(text)) {
      judgement.error('duplicate', innerSpan(element), `"${text}" stands here twice.`, 'Take one away.');
    }
    seen.add(text);
  }
}

/** What reservations are searched by. */
function judgeIdentifiers(judgement: Judgement, node: JsonNode | undefined): void {
  const seen = new Set<string>();
  for (const element of node?.children ?? []) {
    const { text } = element;
    if (text === undefined) continue;
    if (seen.has(text)) {
      judgement.error('duplicate', innerSpan(element), `"${text}" stands here twice.`, 'Take one away.');
    }
    seen.add(text);
  }
}

/** Interfaces are looked for on the machine; what can be told without it is an address that is none. */
function judgeInterfaces(judgement: Judgement, node: JsonNode | undefined): void {
  const seen = new Set<string>();
  for (const element of node?.field('interfaces')?.children ?? []) {
    const { text } = element;
    if (text === undefined) continue;
    const [name = '', address] = text.split('/');
    if (name.trim() === '') {
      judgement.error(
        'parameter-value',
        element.at,
        'The name of the interface is empty.',
        'Write it, or "*" for all.',
      );
    } else if (address !== undefined && parseAddress(address)?.family !== judgement.family) {
      judgement.error(
        'parameter-value',
        innerSpan(element),
        `"${address}" is no IPv${judgement.family} address.`,
        'Write INTERFACE/ADDRESS, or the interface alone.',
      );
    } else if (seen.has(text)) {
      judgement.error('duplicate', innerSpan(element), `"${text}" stands here twice.`, 'Take one away.');
    }
    seen.add(text);
  }
}
