import type { JsonNode } from '../json-node.ts';
import type { Judgement } from './judgement.ts';

/** What Kea assumes for a lifetime that stands nowhere. */
const DEFAULTS: Readonly<Record<string, number>> = { 'valid-lifetime': 7200, 'preferred-lifetime': 3600 };

/** The value of a key, looked for in a map and then in those around it, with the map that has it. */
export function inherited(nodes: readonly (JsonNode | undefined)[], key: string): JsonNode | undefined {
  for (const node of nodes) {
    const found = node?.field(key);
    if (found) return found;
  }
  return undefined;
}

/** Lifetimes are kept in 32 bits without sign: what does not fit wraps. */
const wrapped = (value: number): number => Number(BigInt.asUintN(32, BigInt(Math.trunc(value))));

/** `min-…`, `…` and `max-…` must be in order (SimpleParser::parseIntTriplet). `nodes` are the map and those that it inherits from. */
export function judgeTriplet(
  judgement: Judgement,
  nodes: readonly (JsonNode | undefined)[],
  key: 'valid-lifetime' | 'preferred-lifetime',
  hasDefault: boolean,
): void {
  const [own] = nodes;
  const plain = inherited(nodes, key);
  const least = inherited(nodes, `min-${key}`);
  const most = inherited(nodes, `max-${key}`);
  const number = (node: JsonNode | undefined) => (node?.integer === undefined ? undefined : wrapped(node.integer));
  const min = number(least);
  const max = number(most);
  const value = number(plain) ?? (hasDefault ? DEFAULTS[key] : undefined);
  const local = [least, plain, most].find((node) => node && own && node.parent === own);
  const place = local ?? least ?? most ?? plain;
  if (!place || !local) return;
  const lower = least ?? plain;
  const refuse = (what: string) =>
    judgement.error('parameter-value', local.at, what, 'Put the three in order: smallest, usual, largest.', {
      related: [lower, most].flatMap((node) =>
        node && node !== local ? [{ at: node.head, message: 'compared with this' }] : [],
      ),
    });
  if (value === undefined && min !== undefined && max !== undefined) {
    judgement.error(
      'incomplete-declaration',
      local.head,
      `"min-${key}" and "max-${key}" stand here without "${key}".`,
      `Add "${key}".`,
    );
    return;
  }
  const usual = value ?? min ?? max ?? 0;
  const usualText = plain ? `${usual}` : `${usual}, which Kea assumes`;
  if (min !== undefined && max !== undefined && min > max)
    refuse(`"min-${key}" (${min}) is larger than "max-${key}" (${max}).`);
  else if (min !== undefined && min > usual) refuse(`"min-${key}" (${min}) is larger than "${key}" (${usualText}).`);
  else if (max !== undefined && max < usual) refuse(`"max-${key}" (${max}) is smaller than "${key}" (${usualText}).`);
  if (local.integer !== undefined && wrapped(local.integer) !== local.integer) {
    judgement.warn(
      'parameter-value',
      local.at,
      `${local.written} does not fit into 32 bits: ${wrapped(local.integer)} is used.`,
      'Clients get a lease of another length.',
      'Write seconds from 0 to 4294967295.',
    );
  }
}

/** The timers and shares of a network, with what it inherits (BaseNetworkParser). */
export function judgeTimers(judgement: Judgement, nodes: readonly (JsonNode | undefined)[]): void {
  const [own] = nodes;
  const renew = inherited(nodes, 'renew-timer');
  const rebind = inherited(nodes, 'rebind-timer');
  const t1 = renew?.integer;
  const t2 = rebind?.integer;
  for (const [node, value] of [
    [renew, t1],
    [rebind, t2],
  ] as const) {
    if (node && value !== undefined && value < 0 && node.parent !== own) {
      judgement.error('parameter-value', node.at, `${node.key} is ${value}.`, 'Write 0 or more.');
    }
  }
  if (renew && rebind && t1 !== undefined && t2 !== undefined && t1 > t2) {
    const at = renew.parent === own ? renew : rebind.parent === own ? rebind : renew;
    judgement.error(
      'parameter-value',
      at.at,
      `"renew-timer" (${t1}) is larger than "rebind-timer" (${t2}).`,
      'Clients renew first: make the renew timer the smaller one.',
      {
        related:
          at === renew ? [{ at: rebind.head, message: 'rebind-timer' }] : [{ at: renew.head, message: 'renew-timer' }],
      },
    );
  }
  judgeShares(judgement, nodes);
  const cache = inherited(nodes, 'cache-threshold');
  const threshold = cache?.number;
  if (cache && threshold !== undefined && (threshold <= 0 || threshold >= 1)) {
    judgement.error(
      'parameter-value',
      cache.at,
      `${cache.written} is no share of a lease.`,
      'Write a number between 0.0 and 1.0.',
    );
  }
}

function judgeShares(judgement: Judgement, nodes: readonly (JsonNode | undefined)[]): void {
  const switched = inherited(nodes, 'calculate-tee-times')?.boolean ?? judgement.family === 6;
  if (!switched) return;
  const t1 = inherited(nodes, 't1-percent');
  const t2 = inherited(nodes, 't2-percent');
  for (const node of [t1, t2]) {
    const value = node?.number;
    if (node && value !== undefined && (value <= 0 || value >= 1)) {
      judgement.error(
        'parameter-value',
        node.at,
        `${node.written} is no share of a lifetime.`,
        'Write a number between 0.0 and 1.0.',
      );
      return;
    }
  }
  const first = t1?.number ?? 0.5;
  const second = t2?.number ?? (judgement.family === 4 ? 0.875 : 0.8);
  const at = t1 ?? t2;
  if (at && first >= second) {
    judgement.error(
      'parameter-value',
      at.at,
      `"t1-percent" (${first}) is not smaller than "t2-percent" (${second}${t2 ? '' : ', which Kea assumes'}).`,
      'Clients renew first: make t1-percent the smaller one.',
    );
  }
}

/** `reservation-mode` and the three switches that replace it exclude each other. */
export function judgeReservationMode(judgement: Judgement, node: JsonNode): void {
  const mode = node.field('reservation-mode');
  if (!mode) return;
  const other = ['reservations-global', 'reservations-in-subnet', 'reservations-out-of-pool'].find((key) =>
    node.fields.has(key),
  );
  if (other === undefined) return;
  judgement.error(
    'duplicate',
    mode.head,
    `"reservation-mode" and "${other}" say the same in two ways.`,
    'Take "reservation-mode" away: it is the old way.',
    { related: [{ at: node.field(other)?.head ?? mode.head, message: 'the new way' }] },
  );
}
