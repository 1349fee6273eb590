import type { Scope } from '../../model/scope.ts';
import type { ListPolicy } from '../../model/server-policy.ts';
import type { BootFields } from '../boot-fields.ts';
import { sameBytes } from '../bytes.ts';
import type { Membership } from '../classes.ts';
import { UNKNOWN, type Unknown } from '../outcome.ts';
import { Parameters } from './parameters.ts';

/**
 * The fixed fields of a reply: what the reservation says, else the first class that says something, else the subnet or what is around it
 * (Dhcpv4Srv::setFixedFields). An address of zeros and a text without characters say nothing in a class or reservation.
 *
 * @param around the subnet and what is around it, the innermost first
 */
export function bootFields(
  reservation: Scope | undefined,
  members: readonly Membership[],
  around: readonly Scope[],
  { parameters: { boot } }: ListPolicy,
): BootFields {
  const network = around.map((scope) => new Parameters([scope]));
  const fieldOf = (name: string, read: (text: string) => Uint8Array | undefined, otherwise: Uint8Array) => {
    const possible: Uint8Array[] = [];
    const ask = (parameters: Parameters): Uint8Array | undefined => {
      const text = parameters.text(name);
      const value = text ? read(text) : undefined;
      return value?.some((byte) => byte !== 0) ? value : undefined;
    };
    const own = reservation && ask(new Parameters([reservation]));
    if (own) return own;
    for (const { of, certain } of members) {
      const value = ask(new Parameters([of.scope]));
      if (!value) continue;
      possible.push(value);
      if (certain) return agreed(possible);
    }
    // What is empty there leaves it to what is around; an address of zeros does not
    const set = network.find((parameters) => parameters.text(name));
    const text = set?.text(name);
    return agreed([...possible, (text && read(text)) || otherwise]);
  };
  return {
    server: fieldOf(boot.server, addressOf, new Uint8Array(4)),
    serverName: fieldOf(boot.serverName, utf8, new Uint8Array()),
    file: fieldOf(boot.file, utf8, new Uint8Array()),
  };
}

function agreed([first = new Uint8Array(), ...others]: readonly Uint8Array[]): Uint8Array | Unknown {
  return others.every((one) => sameBytes(one, first)) ? first : UNKNOWN;
}

/** Undefined for what is no address, which keeps everybody without an answer. */
function addressOf(text: string): Uint8Array | undefined {
  const parts = text.split('.').map(Number);
  return parts.length === 4 && parts.every((part) => part >= 0 && part <= 255) ? Uint8Array.from(parts) : undefined;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
