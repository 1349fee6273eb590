/** What a key's value must be. Maps and lists of maps name the kind of map; the program is added where kinds differ by program. */
export type KeyType =
  | { readonly kind: 'string' }
  | { readonly kind: 'integer' }
  /** A number with a decimal point: a whole number is refused. */
  | { readonly kind: 'float' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'strings' }
  /** Codes or names of options, as texts. */
  | { readonly kind: 'codes' }
  /** A map of any content. */
  | { readonly kind: 'anything' }
  | { readonly kind: 'map'; readonly of: string }
  | { readonly kind: 'list'; readonly of: string };

export const STRING: KeyType = { kind: 'string' };
export const INTEGER: KeyType = { kind: 'integer' };
export const FLOAT: KeyType = { kind: 'float' };
export const BOOLEAN: KeyType = { kind: 'boolean' };
export const STRINGS: KeyType = { kind: 'strings' };
export const CODES: KeyType = { kind: 'codes' };
export const ANYTHING: KeyType = { kind: 'anything' };
export const map = (of: string): KeyType => ({ kind: 'map', of });
export const list = (of: string): KeyType => ({ kind: 'list', of });

/** The type in the words of a message. */
export function describeKeyType({ kind }: KeyType): string {
  switch (kind) {
    case 'string':
      return 'a text in double quotes';
    case 'integer':
      return 'a whole number';
    case 'float':
      return 'a number with a decimal point';
    case 'boolean':
      return 'true or false';
    case 'strings':
      return 'a list of texts';
    case 'codes':
      return 'a list of option codes in double quotes';
    case 'anything':
    case 'map':
      return 'a map in braces';
    case 'list':
      return 'a list of maps';
  }
}
