import type { ListPolicy } from '../../model/server-policy.ts';
import { bytesOfText, textOfBytes } from '../bytes.ts';
import { type Data, UNKNOWN } from '../outcome.ts';
import type { Parameters } from './parameters.ts';

/** Who asks under which name. */
export interface Named {
  /** The name that a reservation gives it. */
  readonly reserved: string | undefined;
  /** Option 12 that it sends. */
  readonly sent: Data;
  /** The address that it gets. */
  readonly address: Uint8Array | typeof UNKNOWN;
}

/** Option 12 that the server makes of the client's name (Dhcpv4Srv::processHostnameOption); null where it makes none. */
export function hostName({ reserved, sent, address }: Named, parameters: Parameters, policy: ListPolicy): Data {
  const { names } = policy.parameters;
  const suffix = parameters.text(names.suffix) ?? '';
  if (reserved) return bytesOfText(qualified(reserved, suffix).toLowerCase());
  if (sent === UNKNOWN) return UNKNOWN;
  const mode = parameters.text(names.replace)?.toLowerCase() ?? 'never';
  const generated = (): Data => {
    if (address === UNKNOWN) return UNKNOWN;
    const prefix = parameters.text(names.generatedPrefix) ?? policy.defaults.generatedPrefix;
    return bytesOfText(qualified(`${prefix}-${address.join('-')}`, suffix));
  };
  if (sent === null) return mode === 'always' || mode === 'when-not-present' ? generated() : null;
  const name = textOfBytes(sent).trim();
  const labels = labelCount(name);
  if (labels === undefined || labels === 0) return null;
  if (mode === 'always' || mode === 'true' || mode === 'when-present' || labels < 2) return generated();
  const cleaned = clean(name, parameters, policy).toLowerCase();
  return bytesOfText(labels === 2 ? qualified(cleaned, suffix) : cleaned);
}

function clean(name: string, parameters: Parameters, policy: ListPolicy): string {
  const { names } = policy.parameters;
  const characters = parameters.text(names.characters) ?? policy.defaults.characters;
  if (characters === '') return name;
  try {
    return name.replace(new RegExp(characters, 'g'), parameters.text(names.replacement) ?? '');
  } catch {
    return name;
  }
}

/** With the root counted as one; 0 for nothing at all, undefined for what is no domain name. */
function labelCount(name: string): number | undefined {
  if (name === '') return 0;
  if (name === '.') return 1;
  const labels = name.replace(/\.$/, '').split('.');
  if (labels.some((label) => label === '' || label.length > 63)) return undefined;
  return labels.length + 1;
}

/** A name with the suffix behind it, unless it ends with that already, and without the root's dot (D2ClientMgr::qualifyName). */
function qualified(name: string, suffix: string): string {
  const bare = suffix.replace(/\.$/, '');
  const plain = name.replace(/\.$/, '');
  const has = suffix === '' || plain === bare || plain.endsWith(`.${bare}`);
  const whole = has ? name : `${name}${name !== '' && !name.endsWith('.') ? '.' : ''}${suffix}`;
  return whole.replace(/\.$/, '');
}
