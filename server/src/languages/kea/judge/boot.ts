import { parseAddress } from '../address.ts';
import { utf8 } from '../bytes.ts';
import type { JsonNode } from '../json-node.ts';
import { innerSpan } from '../json-spans.ts';
import type { Judgement } from './judgement.ts';

/** The boot fields of a reply: `next-server`, `server-hostname`, `boot-file-name`. */
export function judgeBoot(
  judgement: Judgement,
  node: JsonNode,
  where: 'global' | 'network' | 'class' | 'reservation',
): void {
  if (judgement.family === 6) return;
  judgeNextServer(judgement, node, where);
  if (where === 'global') return;
  judgeLength(judgement, node, 'server-hostname', 63);
  judgeLength(judgement, node, 'boot-file-name', where === 'reservation' ? 127 : 128);
}

function judgeNextServer(judgement: Judgement, node: JsonNode, where: string): void {
  const next = node.field('next-server');
  const text = next?.text;
  if (!next || text === undefined || (text === '' && (where === 'network' || where === 'global'))) return;
  if (parseAddress(text)?.family === 4) {
    if (text === '255.255.255.255' && (where === 'class' || where === 'reservation')) {
      judgement.error(
        'parameter-value',
        innerSpan(next),
        'No boot server can be at the broadcast address.',
        'Write its address.',
      );
    }
    return;
  }
  if (where === 'global') {
    judgement.warn(
      'parameter-value',
      innerSpan(next),
      `"${text}" is no IPv4 address. Kea starts with it.`,
      'It then answers no client at all, because it cannot fill in the address of the boot server.',
      'Write the address of the boot server.',
    );
    return;
  }
  judgement.error(
    'parameter-value',
    innerSpan(next),
    `"${text}" is no IPv4 address.`,
    'Write the address of the boot server; names are not looked up.',
  );
}

function judgeLength(judgement: Judgement, node: JsonNode, key: string, most: number): void {
  const field = node.field(key);
  const length = field?.text === undefined ? 0 : utf8(field.text).length;
  if (!field || length <= most) return;
  judgement.error(
    'parameter-value',
    innerSpan(field),
    `"${key}" holds ${most} characters at most, not ${length}.`,
    'Shorten it.',
  );
}
