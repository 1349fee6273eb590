/**
 * What an option's or a parameter's value is made of, whichever server's language declares it.
 *
 * The kinds cover the format letters of ISC dhcpd (dhcp-options(5), "DEFINING NEW OPTIONS", and the tables of its
 * standard options). All numbers travel in network byte order.
 */
export type OptionType =
  /** A whole number of 1, 2 or 4 bytes. */
  | { readonly kind: 'integer'; readonly bits: 8 | 16 | 32; readonly signed: boolean }
  /** One byte: 1 for on or true, 0 for off or false. dhcpd also takes `ignore`, which becomes 2. */
  | { readonly kind: 'boolean' }
  /** An IPv4 address, 4 bytes; dhcpd also takes a host name and looks it up. */
  | { readonly kind: 'ip-address' }
  /** An IPv6 address, 16 bytes. */
  | { readonly kind: 'ip6-address' }
  /** Characters as they stand, in quotes or as one bare word; no NUL is added. */
  | { readonly kind: 'text' }
  /** Any bytes: a quoted text, or hexadecimal bytes separated by colons. */
  | { readonly kind: 'string' }
  /** One domain name in DNS wire form (RFC 1035, section 3.1), written without quotes. */
  | { readonly kind: 'domain-name' }
  /** Domain names in DNS wire form, each written in quotes; `compressed` ones may point back (RFC 1035, 4.1.4). */
  | { readonly kind: 'domain-list'; readonly compressed: boolean }
  /** Seconds in 4 bytes without sign, or the word `infinite` for all ones. */
  | { readonly kind: 'lease-time' }
  /** A switch of the server itself, written like a boolean and never sent. */
  | { readonly kind: 'flag' }
  /** No bytes at all: being there is the whole message. */
  | { readonly kind: 'empty' }
  /** One of a closed list of words, each with its number. The words are told apart by case. */
  | {
      readonly kind: 'enumeration';
      readonly name: string;
      readonly bits: 8 | 16 | 32;
      readonly values: Readonly<Record<string, number>>;
    }
  /** The name of an option space, as a bare word. */
  | { readonly kind: 'option-space' }
  /** The options of `space`, one after the other; the bytes may also be given whole, like a `string`. */
  | { readonly kind: 'encapsulate'; readonly space: string }
  /** Like `encapsulate`, with the space that the server parameter `vendor-option-space` names for this client. */
  | { readonly kind: 'vendor-encapsulate' }
  /** The name of a key, quoted or bare. */
  | { readonly kind: 'key' }
  /** One or more values separated by commas; with several members, each value is a row of all of them. */
  | { readonly kind: 'array'; readonly of: readonly OptionType[] }
  /** Fields in this order, separated by blanks. */
  | { readonly kind: 'record'; readonly fields: readonly OptionType[] }
  /** The last field of a record, where it may be left out. */
  | { readonly kind: 'optional'; readonly of: OptionType };

/**
 * The type in the words of an option definition, such as `unsigned integer 32`, `array of ip-address` or
 * `{ ip-address, text }`. Types that no definition can declare get a short description in their place.
 */
export function describeType(type: OptionType): string {
  switch (type.kind) {
    case 'integer':
      return `${type.signed ? 'signed' : 'unsigned'} integer ${type.bits}`;
    case 'domain-list':
      return type.compressed ? 'domain-list compressed' : 'domain-list';
    case 'lease-time':
      return 'seconds or infinite';
    case 'flag':
      return 'on or off';
    case 'empty':
      return 'zerolen';
    case 'enumeration':
      return `one of ${Object.keys(type.values).join(', ')}`;
    case 'option-space':
      return 'name of an option space';
    case 'encapsulate':
      return `encapsulate ${type.space}`;
    case 'vendor-encapsulate':
      return 'encapsulate the vendor option space';
    case 'key':
      return 'name of a key';
    case 'array':
      return `array of ${describeRow(type.of)}`;
    case 'record':
      return `{ ${type.fields.map(describeType).join(', ')} }`;
    case 'optional':
      return `optional ${describeType(type.of)}`;
    case 'boolean':
    case 'ip-address':
    case 'ip6-address':
    case 'text':
    case 'string':
    case 'domain-name':
      return type.kind;
  }
}

function describeRow(members: readonly OptionType[]): string {
  const [only] = members;
  return members.length === 1 && only ? describeType(only) : `{ ${members.map(describeType).join(', ')} }`;
}
