import type { Language, ServerSettings } from '../languages/language.ts';
import type { LeftOut } from '../languages/serving-plan.ts';
import type { Model } from '../model/model.ts';
import type { ServerPolicy } from '../model/server-policy.ts';
import { type Span, startOf } from '../model/span.ts';
import { Server } from '../wire/reply.ts';
import { CARRIED } from './divisions.ts';
import { planOf } from './plan.ts';
import { clientOf, type Probe } from './probes.ts';

/** What a configuration means, and the habits of the server that reads it. */
export interface Served {
  readonly model: Model;
  readonly policy: ServerPolicy;
}

export interface Conversion {
  /** A whole configuration of the other server. */
  readonly text: string;
  /** What it does not send as the old one does, in the order in which it was found. */
  readonly left: readonly LeftOut[];
}

/**
 * Writes for another server what leads IGEL OS devices to their UMS: options 43, 224 and 226, for the same clients and places.
 * @param understood what the written text means, if its server is simulated: then both are asked, and where they differ it is said
 */
export function convert<F>(
  source: Served,
  target: Language<F>,
  settings: ServerSettings,
  understood: (text: string) => Served | undefined,
): Conversion | undefined {
  if (!target.writePlan) return undefined;
  const { plan, left, probes } = planOf(source.model, source.policy);
  const written = target.writePlan(plan, settings);
  const all = [...left, ...written.left];
  const result = understood(written.text);
  if (result) all.push(...differences(source, result, probes));
  return { text: written.text, left: withoutTwins(all) };
}

/** Asks both servers as the same clients, in the places that both have. */
function differences(source: Served, result: Served, probes: readonly Probe[]): readonly LeftOut[] {
  const before = new Server(source.model, source.policy);
  const after = new Server(result.model, result.policy);
  const found: LeftOut[] = [];
  for (const place of before.places) {
    const same = after.places.find(
      ({ subnet, pool }) =>
        subnet?.network?.low === place.subnet?.network?.low && pool?.range.low === place.pool?.range.low,
    );
    for (const probe of probes) {
      const client = clientOf(probe, [1, 3, 6, 12, 15, ...CARRIED]);
      const old = before.reply(client, place);
      const now = same && after.reply(client, same);
      // Where no addresses are handed out, only clients with one of their own are answered.
      if (place.pool && now && (old.options === null) !== (now.options === null)) {
        found.push({ what: 'Not the same clients get an answer here.', at: place.pool.at });
      }
      if (!old.options || !now?.options) continue;
      for (const code of CARRIED) {
        if (old.unknown.includes(code) || now.unknown.includes(code)) continue;
        if (old.options.get(code)?.join() === now.options.get(code)?.join()) continue;
        found.push({
          what: `Option ${code} is not the same for all clients afterwards.`,
          at: old.setBy(code)[0]?.at ?? place.pool?.at ?? place.subnet?.at,
        });
      }
    }
  }
  return found;
}

function withoutTwins(left: readonly LeftOut[]): readonly LeftOut[] {
  const key = ({ what, at }: LeftOut) => `${what} ${at ? placeOf(at) : ''}`;
  return [...new Map(left.map((one) => [key(one), one])).values()];
}

const placeOf = (at: Span): string => `${at.anchor.file}:${startOf(at)}`;
