import type { Permit } from '../../model/host.ts';
import type { ParameterValue } from '../../model/scope.ts';
import type { BuiltScope } from './built-scope.ts';
import type { JsonNode } from './json-node.ts';
import { innerSpan } from './json-spans.ts';

/** Keys that decide about what a client is sent, in whichever map they stand. */
const PARAMETERS: readonly string[] = [
  'valid-lifetime',
  'min-valid-lifetime',
  'max-valid-lifetime',
  'renew-timer',
  'rebind-timer',
  'calculate-tee-times',
  't1-percent',
  't2-percent',
  'echo-client-id',
  'reservation-mode',
  'reservations-global',
  'reservations-in-subnet',
  'reservations-out-of-pool',
  'host-reservation-identifiers',
  'early-global-reservations-lookup',
  'next-server',
  'server-hostname',
  'boot-file-name',
  'ddns-send-updates',
  'ddns-override-no-update',
  'ddns-override-client-update',
  'ddns-replace-client-name',
  'ddns-generated-prefix',
  'ddns-qualifying-suffix',
  'hostname-char-set',
  'hostname-char-replacement',
];

/** Notes what a map says beside its options: parameters, classes that it gives or wants tested, and whom it serves. */
export function noteReplySteps(node: JsonNode, scope: BuiltScope): void {
  for (const name of PARAMETERS) {
    const field = node.field(name);
    const value = field && parameterValue(field);
    if (field && value !== undefined) scope.steps.push({ kind: 'parameter', name, value, at: field.at });
  }
  for (const key of ['require-client-classes', 'evaluate-additional-classes']) {
    for (const { text, at } of node.field(key)?.children ?? []) {
      if (text !== undefined) scope.steps.push({ kind: 'request-class', name: text, at });
    }
  }
  const classes = node.field('client-classes')?.children ?? [];
  if (scope.kind === 'host') {
    for (const { text, at } of classes) {
      if (text !== undefined) scope.steps.push({ kind: 'add-class', name: text, at });
    }
    return;
  }
  if (scope.kind === 'global') return;
  for (const guard of [node.field('client-class'), ...classes]) {
    if (guard?.text) scope.permits.push(memberOf(guard, guard.text));
  }
}

/** Whether libraries are loaded that may do something to clients. */
export function noteExtensions(map: JsonNode, scope: BuiltScope): void {
  const name = 'hooks-libraries';
  const list = map.field(name);
  if (list && list.children.length > 0) scope.steps.push({ kind: 'parameter', name, value: true, at: list.at });
}

/** What stands for the whole server inside of `dhcp-ddns`. */
export function noteNameUpdates(map: JsonNode, scope: BuiltScope): void {
  const updates = map.field('dhcp-ddns');
  const enabled = updates?.field('enable-updates');
  if (enabled?.boolean !== undefined) {
    scope.steps.push({ kind: 'parameter', name: 'enable-updates', value: enabled.boolean, at: enabled.at });
  }
}

const memberOf = (node: JsonNode, name: string): Permit => ({
  allow: true,
  clients: { memberOf: name },
  at: innerSpan(node),
});

function parameterValue(node: JsonNode): ParameterValue | undefined {
  if (node.kind === 'number') return Number.isFinite(node.number) ? node.number : undefined;
  if (node.kind !== 'array') return node.text ?? node.boolean;
  return node.children.flatMap(({ text }) => text ?? []);
}
