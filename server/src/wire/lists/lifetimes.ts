import type { ListPolicy } from '../../model/server-policy.ts';
import { bigEndian, readBigEndian } from '../bytes.ts';
import type { Membership } from '../classes.ts';
import { type Data, UNKNOWN } from '../outcome.ts';

import { Parameters } from './parameters.ts';

/** Options 51, 58 and 59; null for what is not sent. */
interface Times {
  readonly lifetime: Data;
  readonly renewal: Data;
  readonly rebinding: Data;
}

interface Lifetime {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}

/** How long a lease lasts, and when it is renewed (AllocEngine::getValidLft, Dhcpv4Srv::setTeeTimes). */
export function lifetimes(
  members: readonly Membership[],
  parameters: Parameters,
  wanted: Data,
  policy: ListPolicy,
): Times {
  const lifetime = lifetimeFor(members, parameters, wanted, policy);
  if (lifetime === undefined) return { lifetime: UNKNOWN, renewal: UNKNOWN, rebinding: UNKNOWN };
  const { names: _, reservations: __, ...names } = policy.parameters;
  const calculates = parameters.flag(names.calculatesTimes) === true;
  const time = (name: string, share: string, usual: number): number => {
    const set = parameters.number(name);
    if (set !== undefined) return Math.trunc(set);
    return calculates ? Math.round((parameters.number(share) ?? usual) * lifetime) : 0;
  };
  const { renewalShare, rebindingShare } = policy.defaults;
  const rebinding = time(names.rebinding, names.rebindingShare, rebindingShare);
  const rebinds = rebinding > 0 && rebinding < lifetime;
  const renewal = time(names.renewal, names.renewalShare, renewalShare);
  const renews = renewal > 0 && renewal < (rebinds ? rebinding : lifetime);
  return {
    lifetime: bigEndian(lifetime, 4),
    renewal: renews ? bigEndian(renewal, 4) : null,
    rebinding: rebinds ? bigEndian(rebinding, 4) : null,
  };
}

/** Seconds; undefined where it hangs on what is not known. */
function lifetimeFor(
  members: readonly Membership[],
  parameters: Parameters,
  wanted: Data,
  policy: ListPolicy,
): number | undefined {
  if (wanted === UNKNOWN) return undefined;
  const { lifetime, leastLifetime, mostLifetime } = policy.parameters;
  const read = (from: Parameters, otherwise: number | undefined): Lifetime | undefined => {
    const [usual, least, most] = [lifetime, leastLifetime, mostLifetime].map((name) => wrapped(from.number(name)));
    const value = usual ?? otherwise ?? least ?? most;
    return value === undefined ? undefined : { least: least ?? value, usual: value, most: most ?? value };
  };
  const asked = wanted === null ? 0 : readBigEndian(wanted, 4);
  const given = ({ least, usual, most }: Lifetime): number =>
    asked > 0 ? Math.min(Math.max(asked, least), most) : usual;
  const possible: number[] = [];
  for (const { of, certain } of members) {
    const own = read(new Parameters([of.scope]), undefined);
    if (!own || own.usual === 0) continue;
    possible.push(given(own));
    if (certain) return agreed(possible);
  }
  const whole = read(parameters, policy.defaults.lifetime);
  return agreed(whole ? [...possible, given(whole)] : possible);
}

function agreed([first, ...others]: readonly number[]): number | undefined {
  return others.every((one) => one === first) ? first : undefined;
}

/** Seconds are kept in 32 bits without sign. */
const wrapped = (value: number | undefined): number | undefined =>
  value === undefined ? undefined : Number(BigInt.asUintN(32, BigInt(Math.trunc(value))));
