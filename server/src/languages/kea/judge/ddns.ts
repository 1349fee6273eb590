import { parseAddress } from '../address.ts';
import type { JsonNode } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import type { Judgement } from './judgement.ts';

const ALGORITHMS = ['HMAC-MD5', 'HMAC-SHA1', 'HMAC-SHA224', 'HMAC-SHA256', 'HMAC-SHA384', 'HMAC-SHA512'];

/** The file of the daemon that updates DNS (d2_config.cc). */
export function judgeDdns(judgement: Judgement, map: JsonNode): void {
  const keys = new Map<string, JsonNode>();
  for (const node of map.maps('tsig-keys')) judgeKey(judgement, node, keys);
  for (const direction of ['forward-ddns', 'reverse-ddns']) {
    const names = new Map<string, JsonNode>();
    for (const domain of map.field(direction)?.maps('ddns-domains') ?? []) judgeDomain(judgement, domain, keys, names);
  }
  const address = map.field('ip-address');
  if (address?.text !== undefined && !parseAddress(address.text)) {
    judgement.error(
      'parameter-value',
      innerSpan(address),
      `"${address.text}" is no address.`,
      'Write an address of this machine.',
    );
  }
}

function judgeKey(judgement: Judgement, node: JsonNode, keys: Map<string, JsonNode>): void {
  const name = node.field('name');
  const algorithm = node.field('algorithm');
  if (!name?.text) {
    judgement.error('incomplete-declaration', name?.at ?? node.opening, 'This key has no name.', 'Add "name".');
  } else if (keys.has(name.text)) {
    judgement.error(
      'duplicate',
      innerSpan(name),
      `A key "${name.text}" is declared already.`,
      'Give this one a name of its own.',
    );
  } else keys.set(name.text, node);
  if (!algorithm) {
    judgement.error(
      'incomplete-declaration',
      node.opening,
      'This key has no "algorithm".',
      `Add it: ${ALGORITHMS.join(', ')}.`,
    );
  } else if (algorithm.text !== undefined && !ALGORITHMS.includes(algorithm.text.toUpperCase())) {
    judgement.error(
      'parameter-value',
      innerSpan(algorithm),
      `Kea knows no algorithm "${algorithm.text}".`,
      `Choose from ${ALGORITHMS.join(', ')}.`,
    );
  }
  const secret = node.field('secret');
  if (!secret && !node.field('secret-file')) {
    judgement.error('incomplete-declaration', node.opening, 'This key has no "secret".', 'Add it in base64.');
  } else if (secret?.text !== undefined && (secret.text === '' || !isBase64(secret.text))) {
    judgement.error(
      'parameter-value',
      innerSpan(secret),
      'The secret is no base64.',
      'Copy it whole, with its "=" at the end.',
    );
  }
}

const isBase64 = (text: string): boolean =>
  /^[A-Za-z0-9+/\s]*={0,2}$/.test(text) && text.replace(/\s/g, '').length % 4 === 0;

function judgeDomain(
  judgement: Judgement,
  node: JsonNode,
  keys: ReadonlyMap<string, JsonNode>,
  names: Map<string, JsonNode>,
): void {
  const name = node.field('name');
  if (!name?.text) {
    judgement.error('incomplete-declaration', name?.at ?? node.opening, 'This zone has no name.', 'Add "name".');
  } else if (names.has(name.text)) {
    judgement.error('duplicate', innerSpan(name), `The zone "${name.text}" stands here already.`, 'Join the two.');
  } else names.set(name.text, node);
  judgeKeyName(judgement, node.field('key-name'), keys);
  const servers = node.field('dns-servers');
  if (!servers || (servers.kind === 'array' && servers.children.length === 0)) {
    judgement.error(
      'incomplete-declaration',
      servers?.head ?? node.opening,
      'No DNS server takes the updates of this zone.',
      'Add "dns-servers" with at least one.',
    );
  }
  for (const server of servers?.maps() ?? []) {
    const address = server.field('ip-address');
    const hostname = server.field('hostname');
    judgeKeyName(judgement, server.field('key-name'), keys);
    if (hostname?.text) {
      judgement.error(
        'parameter-value',
        innerSpan(hostname),
        'Names of DNS servers are not supported.',
        'Write its "ip-address".',
      );
    } else if (!address || address.text === '') {
      judgement.error(
        'incomplete-declaration',
        address?.at ?? server.opening,
        'The DNS server has no "ip-address".',
        'Add it.',
      );
    } else if (address.text !== undefined && !parseAddress(address.text)) {
      judgement.error('parameter-value', innerSpan(address), `"${address.text}" is no address.`, 'Correct it.');
    }
  }
}

function judgeKeyName(judgement: Judgement, node: JsonNode | undefined, keys: ReadonlyMap<string, JsonNode>): void {
  if (!node?.text || keys.has(node.text)) return;
  judgement.error(
    'unknown-reference',
    innerSpan(node),
    `No key "${node.text}" stands in "tsig-keys".`,
    'Declare it, or correct the name.',
  );
}
