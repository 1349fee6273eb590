import type { BootFields } from './boot-fields.ts';
import { sameBytes } from './bytes.ts';
import { UNKNOWN, type Unknown } from './outcome.ts';
import type { Reply } from './reply.ts';

/** What two clients both get; the rest is unknown. */
export function commonReply(one: Reply, other: Reply): Reply {
  if (one.options === null || other.options === null) return one;
  const options = new Map(one.options);
  const unknown = new Set([...one.unknown, ...other.unknown]);
  for (const code of new Set([...one.options.keys(), ...other.options.keys()])) {
    const bytes = one.options.get(code);
    const rival = other.options.get(code);
    if (bytes && rival && sameBytes(bytes, rival)) continue;
    options.delete(code);
    unknown.add(code);
  }
  const boot = one.boot && other.boot && commonBoot(one.boot, other.boot);
  return { ...one, options, boot, unknown: [...unknown].sort((a, b) => a - b) };
}

function commonBoot(one: BootFields, other: BootFields): BootFields {
  const agreed = (name: keyof BootFields): Uint8Array | Unknown => {
    const first = one[name];
    const second = other[name];
    return first !== UNKNOWN && second !== UNKNOWN && sameBytes(first, second) ? first : UNKNOWN;
  };
  return { server: agreed('server'), serverName: agreed('serverName'), file: agreed('file') };
}

/** What one client gets where either of two replies may be the one; all of it is unknown where one of them is silence. */
export function eitherReply(one: Reply, other: Reply): Reply {
  if (one.options && other.options) return commonReply(one, other);
  const answered = one.options ? one : other;
  const codes = new Set([...answered.unknown, ...(answered.options?.keys() ?? [])]);
  return { ...answered, unknown: [...codes].sort((a, b) => a - b) };
}
