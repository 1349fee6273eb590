import type { Model } from '../model/model.ts';
import type { OptionValue } from '../model/option.ts';
import type { Scope } from '../model/scope.ts';
import type { Place } from '../wire/place.ts';
import type { Reply } from '../wire/reply.ts';
import { type Device, readsVendorOption } from './devices.ts';
import type { Reason } from './resolve.ts';
import { SERVER_CODE, VENDOR_CODE } from './sub-options.ts';

/** Why a reply names no server although the configuration does, or that it does not: the place to look at. */
export function whyNone(model: Model, reply: Reply, place: Place, device: Device): readonly Reason[] {
  if (reply.options === null) return [];
  const inner = innerValues(model);
  const outer = model.values.filter((value) => value.space === model.mainSpace && value.code === SERVER_CODE);
  if (readsVendorOption(device) && inner.length > 0 && !reply.options.has(VENDOR_CODE)) {
    const reason = notSent(reply, inner) ?? elsewhere(inner, reply, place, 'Sub-option 224');
    if (reason) return [reason];
  }
  // What is wrong with one that is sent, the device's own reasons tell.
  if (reply.options.has(SERVER_CODE)) return [];
  if (reply.setBy(SERVER_CODE).length > 0) {
    const [value] = reply.setBy(SERVER_CODE);
    const text =
      value?.data.kind === 'unreadable'
        ? 'Option 224 is set here to something that the server cannot read.'
        : 'Option 224 is set here, but what it is worked out from gives no value.';
    return [{ text, at: value?.at }];
  }
  const reason = elsewhere(outer, reply, place, 'Option 224');
  if (reason) return [reason];
  if (inner.length > 0 && !readsVendorOption(device)) {
    return [
      { text: 'The server is named inside option 43 alone, which this release does not read.', at: inner[0]?.at },
    ];
  }
  return [{ text: 'Nothing in the configuration sets option 224.', at: undefined }];
}

/** The server's address in a space that option 43 could carry. */
function innerValues(model: Model): readonly OptionValue[] {
  return model.values.filter(
    ({ space, code, definition }) => space !== model.mainSpace && code === SERVER_CODE && definition?.at !== undefined,
  );
}

/** The sub-option is in force, but nothing puts its space into option 43. */
function notSent(reply: Reply, inner: readonly OptionValue[]): Reason | undefined {
  const value = inner.find(({ space }) => reply.inForce(space, SERVER_CODE).length > 0);
  if (!value) return undefined;
  const text = `Sub-option 224 of the space ${value.space} is set, but nothing puts this space into option 43.`;
  return { text, at: value.at, remedy: 'Name the space as the vendor option space beside it.' };
}

/** The option is set where this client does not come. */
function elsewhere(values: readonly OptionValue[], reply: Reply, place: Place, what: string): Reason | undefined {
  const [value] = values;
  if (!value) return undefined;
  const scope = solid(value.scope);
  const set = `${what} is set in ${described(scope)}`;
  if (scope.kind === 'class' && !reply.classes.some((one) => one.scope === scope || one.laterScopes.includes(scope))) {
    return { text: `${set}, which this device is not in.`, at: value.at, remedy: 'Look at what the class matches.' };
  }
  if (isAround(scope, place))
    return { text: `${set}, under a condition that this device does not meet.`, at: value.at };
  const others = new Set(values.map((one) => solid(one.scope))).size > 1;
  const text = `${set}${others ? ' and other scopes, but not here' : ' only'}.`;
  return { text, at: value.at, remedy: 'Set it in the global scope if it is meant for all.' };
}

function solid(scope: Scope): Scope {
  return scope.kind === 'conditional' && scope.parent ? solid(scope.parent) : scope;
}

const isAround = (scope: Scope, { network, subnet, pool }: Place): boolean =>
  scope.kind === 'global' || scope === network || scope === subnet || scope === pool?.scope;

/** A scope as a sentence names it. */
function described(scope: Scope): string {
  switch (scope.kind) {
    case 'global':
      return 'the global scope';
    case 'shared-network':
      return `shared network ${scope.name ?? ''}`.trimEnd();
    case 'subnet':
      return `subnet ${scope.name ?? ''}`.trimEnd();
    case 'pool':
      return scope.parent ? `a pool of ${described(scope.parent)}` : 'a pool';
    case 'group':
      return scope.name === undefined ? 'a group' : `group ${scope.name}`;
    case 'host':
      return scope.name === undefined ? 'a reservation' : `host ${scope.name}`;
    case 'class':
    case 'subclass':
      return scope.name === undefined ? `a ${scope.kind}` : `${scope.kind} "${scope.name}"`;
    case 'conditional':
    case 'other':
      return 'a block';
  }
}
