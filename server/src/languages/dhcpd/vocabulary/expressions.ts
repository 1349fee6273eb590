/** What an expression yields. `any`: the kind of whatever it stands for. */
export type ResultKind = 'boolean' | 'data' | 'numeric' | 'any';

export interface ExpressionArgument {
  /** As it reads in a signature: `OFFSET`. */
  readonly name: string;
  /** An expression of that result, or a word that is no expression: an option's name, a variable's, a quoted text. */
  readonly kind: ResultKind | 'option' | 'variable' | 'quoted';
  /** One or more of them, with commas between. */
  readonly repeated?: true;
}

/** A word or sign of which expressions are made (dhcp-eval(5); results as a running server gave them). */
export interface ExpressionWord {
  readonly name: string;
  /** `value`: stands alone. `prefix`: its argument follows without parentheses. */
  readonly kind: 'operator' | 'prefix' | 'function' | 'value';
  readonly arguments: readonly ExpressionArgument[];
  readonly result: ResultKind;
  /** What it yields if something it needs is not there; missing where that cannot be. */
  readonly whenMissing?: string;
  /** One line in sentence case, without a full stop. */
  readonly help: string;
}

function data(name: string): ExpressionArgument {
  return { name, kind: 'data' };
}

function numeric(name: string): ExpressionArgument {
  return { name, kind: 'numeric' };
}

const A_AND_B: readonly ExpressionArgument[] = [data('A'), data('B')];
const TESTS: readonly ExpressionArgument[] = [
  { name: 'A', kind: 'boolean' },
  { name: 'B', kind: 'boolean' },
];
const NUMBERS: readonly ExpressionArgument[] = [numeric('A'), numeric('B')];
const OPTION: readonly ExpressionArgument[] = [{ name: '[SPACE.]NAME', kind: 'option' }];
const ALIKE: readonly ExpressionArgument[] = [
  { name: 'A', kind: 'any' },
  { name: 'B', kind: 'any' },
];

const NULL = 'missing, if a part is';

// biome-ignore format: two lines per word read as a table
const OPERATORS: readonly ExpressionWord[] = [
  { name: '=', kind: 'operator', arguments: ALIKE, result: 'boolean',
    whenMissing: 'false, if one side is missing; true, if both are',
    help: 'True if both sides are the same bytes or number; upper and lower case are told apart' },
  { name: '!=', kind: 'operator', arguments: ALIKE, result: 'boolean',
    whenMissing: 'true, if one side is missing; false, if both are',
    help: 'True if the sides differ' },
  { name: '~=', kind: 'operator', arguments: A_AND_B, result: 'boolean', whenMissing: NULL,
    help: 'True if A matches the extended regular expression B somewhere' },
  { name: '~~', kind: 'operator', arguments: A_AND_B, result: 'boolean', whenMissing: NULL,
    help: 'Like ~=, without regard to upper and lower case' },
  { name: 'and', kind: 'operator', arguments: TESTS, result: 'boolean', whenMissing: 'missing, even where A is false',
    help: 'True if both tests are; binds no tighter than or, so use parentheses' },
  { name: 'or', kind: 'operator', arguments: TESTS, result: 'boolean', whenMissing: 'the outcome of the other side',
    help: 'True if one of the tests is; binds no looser than and, so use parentheses' },
  { name: 'not', kind: 'prefix', arguments: [{ name: 'A', kind: 'boolean' }], result: 'boolean', whenMissing: NULL,
    help: 'Turns true and false round; a comparison must stand in parentheses: not (A = B)' },
  { name: '+', kind: 'operator', arguments: NUMBERS, result: 'numeric', whenMissing: NULL,
    help: 'Sum; unlike in arithmetic it is worked out before * and /' },
  { name: '-', kind: 'operator', arguments: NUMBERS, result: 'numeric',
    help: 'Stands in the manual, yet dhcpd accepts no way of writing it; add a negative number' },
  { name: '*', kind: 'operator', arguments: NUMBERS, result: 'numeric', whenMissing: NULL,
    help: 'Product; worked out after sums beside it' },
  { name: '/', kind: 'operator', arguments: NUMBERS, result: 'numeric', whenMissing: 'missing, if a part is or B is 0',
    help: 'Quotient, rounded down' },
  { name: '%', kind: 'operator', arguments: NUMBERS, result: 'numeric', whenMissing: 'missing, if a part is or B is 0',
    help: 'Remainder of a division' },
  { name: '&', kind: 'operator', arguments: NUMBERS, result: 'numeric', whenMissing: NULL,
    help: 'Bits that are set in both numbers' },
  { name: '|', kind: 'operator', arguments: NUMBERS, result: 'numeric', whenMissing: NULL,
    help: 'Bits that are set in one number or in both' },
  { name: '^', kind: 'operator', arguments: NUMBERS, result: 'numeric', whenMissing: NULL,
    help: 'Bits that are set in just one of the numbers' },
];

// biome-ignore format: two lines per word read as a table
const FUNCTIONS: readonly ExpressionWord[] = [
  { name: 'exists', kind: 'prefix', arguments: OPTION, result: 'boolean',
    help: 'True if the client sent the option' },
  { name: 'check', kind: 'prefix', arguments: [{ name: '"COLLECTION"', kind: 'quoted' }], result: 'boolean',
    help: 'Looks for the client in a collection of classes; default is the only one' },
  { name: 'defined', kind: 'function', arguments: [{ name: 'NAME', kind: 'variable' }], result: 'boolean',
    help: 'True if the variable has been set' },
  { name: 'option', kind: 'prefix', arguments: OPTION, result: 'data',
    whenMissing: 'missing, if the client did not send it',
    help: 'Value of an option the client sent, as bytes' },
  { name: 'config-option', kind: 'prefix', arguments: OPTION, result: 'data',
    whenMissing: 'missing, if nothing has set it so far',
    help: 'Value of an option the client is about to get, or of a parameter as server.NAME' },
  { name: 'packet', kind: 'function', arguments: [numeric('OFFSET'), numeric('LENGTH')], result: 'data',
    whenMissing: 'missing, if OFFSET is past the end',
    help: 'Bytes of the packet as it arrived, counted from its first; 28 6 is the hardware address' },
  { name: 'substring', kind: 'function', arguments: [data('DATA'), numeric('OFFSET'), numeric('LENGTH')],
    result: 'data',
    whenMissing: 'missing, if a part is; empty, if OFFSET is past the end',
    help: 'Bytes of a value from an offset on, the first of which is 0' },
  { name: 'suffix', kind: 'function', arguments: [data('DATA'), numeric('LENGTH')], result: 'data', whenMissing: NULL,
    help: 'The last bytes of a value' },
  { name: 'lcase', kind: 'function', arguments: [data('DATA')], result: 'data', whenMissing: NULL,
    help: 'The value in small letters' },
  { name: 'ucase', kind: 'function', arguments: [data('DATA')], result: 'data', whenMissing: NULL,
    help: 'The value in capital letters' },
  { name: 'concat', kind: 'function', arguments: [data('DATA'), { ...data('DATA'), repeated: true }], result: 'data',
    whenMissing: NULL,
    help: 'Two or more values put together' },
  { name: 'reverse', kind: 'function', arguments: [numeric('WIDTH'), data('DATA')], result: 'data',
    whenMissing: 'missing, if a part is or the length is no multiple of WIDTH',
    help: 'The value cut into blocks of WIDTH bytes, last block first' },
  { name: 'binary-to-ascii', kind: 'function',
    arguments: [numeric('BASE'), numeric('BITS'), data('SEPARATOR'), data('DATA')], result: 'data',
    whenMissing: 'missing, if a part is or the length does not fit BITS',
    help: 'The value read as numbers of BITS bits and written out: base 10, 8 bits and "." make an address readable' },
  { name: 'encode-int', kind: 'function', arguments: [numeric('NUMBER'), numeric('BITS')], result: 'data',
    whenMissing: NULL,
    help: 'A number as 8, 16 or 32 bits, highest byte first' },
  { name: 'extract-int', kind: 'function', arguments: [data('DATA'), numeric('BITS')], result: 'numeric',
    whenMissing: 'missing, if the value is or is too short',
    help: 'The number in the first 8, 16 or 32 bits of a value, highest byte first' },
  { name: 'pick', kind: 'function', arguments: [{ ...data('DATA'), repeated: true }], result: 'data',
    whenMissing: 'missing, if all are',
    help: 'The first of the values that is there' },
  { name: 'pick-first-value', kind: 'function', arguments: [{ ...data('DATA'), repeated: true }], result: 'data',
    whenMissing: 'missing, if all are',
    help: 'Another spelling of pick' },
  { name: 'gethostname', kind: 'function', arguments: [], result: 'data',
    help: 'Name of the machine the server runs on' },
  { name: 'gethostbyname', kind: 'function', arguments: [{ name: '"NAME"', kind: 'quoted' }], result: 'data',
    whenMissing: 'missing, if the name is not found',
    help: 'Address of a host, looked up while the client waits' },
  { name: 'v6relay', kind: 'function', arguments: [numeric('RELAY'), data('DATA')], result: 'data',
    whenMissing: 'missing, if there is no such relay',
    help: 'What an expression yields on the packet of a DHCPv6 relay: 0 for the client, 1 for its nearest relay' },
];

// biome-ignore format: two lines per word read as a table
const VALUES: readonly ExpressionWord[] = [
  { name: 'known', kind: 'value', arguments: [], result: 'boolean',
    help: 'True if the client has a host declaration; still false while classes are matched' },
  { name: 'static', kind: 'value', arguments: [], result: 'boolean',
    help: 'True if the client gets a fixed address' },
  { name: 'hardware', kind: 'value', arguments: [], result: 'data',
    whenMissing: 'missing, if there is neither packet nor lease',
    help: 'Hardware type in one byte, 1 for Ethernet, then the hardware address' },
  { name: 'leased-address', kind: 'value', arguments: [], result: 'data',
    whenMissing: 'missing, if there is no lease yet',
    help: 'Address the client gets, as four bytes' },
  { name: 'host-decl-name', kind: 'value', arguments: [], result: 'data',
    whenMissing: 'missing, if the client has none',
    help: "Name of the client's host declaration" },
  { name: 'filename', kind: 'value', arguments: [], result: 'data', whenMissing: 'missing, if the field is empty',
    help: "What the client put into the boot file field" },
  { name: 'server-name', kind: 'value', arguments: [], result: 'data', whenMissing: 'missing, if the field is empty',
    help: "What the client put into the server name field" },
  { name: 'null', kind: 'value', arguments: [], result: 'data',
    help: 'A value that is missing' },
  { name: 'lease-time', kind: 'value', arguments: [], result: 'numeric',
    whenMissing: 'missing, if there is no running lease',
    help: 'Seconds the lease has left' },
  { name: 'client-state', kind: 'value', arguments: [], result: 'numeric', whenMissing: 'always missing in the server',
    help: 'State of the client program, for its own configuration' },
];

const DNS_RESULTS: readonly string[] = [
  'formerr',
  'noerror',
  'notauth',
  'notimp',
  'notzone',
  'nxdomain',
  'nxrrset',
  'refused',
  'servfail',
  'yxdomain',
  'yxrrset',
];

const CLIENT_STATES: readonly string[] = ['booting', 'reboot', 'select', 'request', 'bound', 'renew', 'rebind'];

function constant(name: string, help: string): ExpressionWord {
  return { name, kind: 'value', arguments: [], result: 'numeric', help };
}

/** Everything an expression is made of besides texts, numbers, hexadecimal bytes, variables and calls of functions. */
export const EXPRESSION_WORDS: readonly ExpressionWord[] = [
  ...OPERATORS,
  ...FUNCTIONS,
  ...VALUES,
  ...DNS_RESULTS.map((name) => constant(name, `Number of the DNS result ${name.toUpperCase()}`)),
  ...CLIENT_STATES.map((name) => constant(name, `Number of the client state ${name}, to compare with client-state`)),
];

/** How a word is written with its arguments: `substring(DATA, OFFSET, LENGTH)`, `exists [SPACE.]NAME`, `A ~= B`. */
export function formOf({ name, kind, arguments: parts }: ExpressionWord): string {
  const written = parts.map((part) => (part.repeated ? `${part.name}, …` : part.name));
  switch (kind) {
    case 'operator':
      return written.join(` ${name} `);
    case 'prefix':
      return `${name} ${written.join(' ')}`;
    case 'function':
      return `${name}(${written.join(', ')})`;
    case 'value':
      return name;
  }
}
