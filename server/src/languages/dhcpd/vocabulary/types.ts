import type { OptionType } from '../../../model/option-type.ts';
import {
  BOOLEAN,
  DOMAIN_LIST,
  DOMAIN_LIST_COMPRESSED,
  DOMAIN_NAME,
  EMPTY,
  I32,
  IP,
  IP6,
  STRING,
  TEXT,
  U8,
  U16,
  U32,
} from './field-types.ts';

/** A type as an option definition writes it (dhcp-options(5), DEFINING NEW OPTIONS; tried on the real server). */
export interface DefinitionType {
  /** The words, with those in capitals to be filled in. */
  readonly words: string;
  /** Missing where the words hold something to be filled in. */
  readonly type?: OptionType;
  /** Whether `array of` may stand before it. */
  readonly repeatable: boolean;
  /** Whether it can be a field of a record, and whether another field may follow it there. */
  readonly inRecord: 'anywhere' | 'last' | 'never';
  /** One line in sentence case, without a full stop. */
  readonly help: string;
}

const I8: OptionType = { kind: 'integer', bits: 8, signed: true };
const I16: OptionType = { kind: 'integer', bits: 16, signed: true };

const FIXED = { repeatable: true, inRecord: 'anywhere' } as const;
const OPEN = { repeatable: false, inRecord: 'last' } as const;

// biome-ignore format: two lines per type read as a table
export const DEFINITION_TYPES: readonly DefinitionType[] = [
  { words: 'text', type: TEXT, ...OPEN,
    help: 'Characters in quotes, sent as they are' },
  { words: 'string', type: STRING, ...OPEN,
    help: 'Bytes, written as characters in quotes or as hexadecimal numbers with colons between them' },
  { words: 'ip-address', type: IP, ...FIXED,
    help: 'An IPv4 address, sent as four bytes; a host name is looked up' },
  { words: 'ip6-address', type: IP6, ...FIXED,
    help: 'An IPv6 address, sent as sixteen bytes' },
  { words: 'boolean', type: BOOLEAN, ...FIXED,
    help: 'One byte, 1 for on or true and 0 for off or false; yes and 1 are refused' },
  { words: 'unsigned integer 8', type: U8, ...FIXED,
    help: 'A whole number of one byte, 0 to 255' },
  { words: 'unsigned integer 16', type: U16, ...FIXED,
    help: 'A whole number of two bytes, 0 to 65535' },
  { words: 'unsigned integer 32', type: U32, ...FIXED,
    help: 'A whole number of four bytes, 0 to 4294967295' },
  { words: 'integer 8', type: I8, ...FIXED,
    help: 'A whole number of one byte, -128 to 127' },
  { words: 'integer 16', type: I16, ...FIXED,
    help: 'A whole number of two bytes, -32768 to 32767' },
  { words: 'integer 32', type: I32, ...FIXED,
    help: 'A whole number of four bytes, -2147483648 to 2147483647' },
  { words: 'signed integer 8', type: I8, ...FIXED,
    help: 'Another spelling of integer 8' },
  { words: 'signed integer 16', type: I16, ...FIXED,
    help: 'Another spelling of integer 16' },
  { words: 'signed integer 32', type: I32, ...FIXED,
    help: 'Another spelling of integer 32' },
  { words: 'domain-name', type: DOMAIN_NAME, ...OPEN,
    help: 'One domain name in DNS wire form, written without quotes' },
  { words: 'domain-list', type: DOMAIN_LIST, ...OPEN,
    help: 'A list of domain names in DNS wire form: quote each, put commas between them' },
  { words: 'domain-list compressed', type: DOMAIN_LIST_COMPRESSED, ...OPEN,
    help: 'The same as domain-list, with common endings sent only once' },
  { words: 'zerolen', type: EMPTY, ...OPEN,
    help: 'Nothing but the code and a length of 0' },
  { words: 'encapsulate SPACE', ...OPEN,
    help: 'The options of a space with their codes and lengths; only one option may carry a space' },
  { words: 'array of TYPE', repeatable: false, inRecord: 'anywhere',
    help: 'One or more values with commas between them; for types of a fixed length' },
  { words: '{ TYPE, … }', repeatable: true, inRecord: 'never',
    help: 'Fields one after the other, written with blanks between them; text and the like only at the end' },
  { words: 'array of { TYPE, … }', repeatable: false, inRecord: 'never',
    help: 'One or more rows of fields, with commas between the rows; for fields of a fixed length' },
];
