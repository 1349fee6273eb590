/** A word or sign of which class tests are made (Kea's manual, "Using Expressions in Classification"). */
export interface ExpressionWord {
  readonly name: string;
  /** `root`: what a value begins with. `field`: what stands behind a dot. */
  readonly kind: 'operator' | 'function' | 'root' | 'field' | 'constant';
  /** How it is written. */
  readonly form: string;
  /** One line in sentence case, without a full stop. */
  readonly help: string;
  /** What it yields where the client sends nothing of the kind. */
  readonly whenMissing?: string;
  /** The only family that has it. */
  readonly family?: 4 | 6;
  /** The first release that has it; missing where 2.0 does already. */
  readonly since?: string;
  /** With tab stops, where it takes arguments. */
  readonly snippet?: string;
  /** For a field: the roots that have it. */
  readonly of?: readonly string[];
}

const EMPTY = 'the empty text';
const OPTIONS = ['option', 'relay4'];

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: tab stops
// biome-ignore-start format: a few lines per word read as a table
export const EXPRESSION_HELP: readonly ExpressionWord[] = [
  // Operators
  {
    name: '==',
    kind: 'operator',
    form: 'A == B',
    help: 'True if both sides are the same bytes; upper and lower case are told apart',
  },
  { name: '+', kind: 'operator', form: 'A + B', help: 'Joins two values' },
  { name: 'and', kind: 'operator', form: 'TEST and TEST', help: 'True if both tests hold; it binds stronger than or' },
  { name: 'or', kind: 'operator', form: 'TEST or TEST', help: 'True if one of the tests holds' },
  {
    name: 'not',
    kind: 'operator',
    form: 'not TEST',
    help: 'True if the test does not hold; it takes the next test only',
  },
  {
    name: 'sand',
    kind: 'operator',
    form: 'TEST sand TEST',
    since: '2.7.2',
    help: 'Like and, but the second test is left alone where the first decides',
  },
  {
    name: 'sor',
    kind: 'operator',
    form: 'TEST sor TEST',
    since: '2.7.2',
    help: 'Like or, but the second test is left alone where the first decides',
  },
  // What a client sends
  {
    name: 'option',
    kind: 'root',
    form: 'option[CODE or NAME].hex',
    snippet: 'option[${1:60}].${2|hex,text,exists|}',
    help: 'An option that the client sends',
  },
  {
    name: 'relay4',
    kind: 'root',
    form: 'relay4[CODE].hex',
    family: 4,
    snippet: 'relay4[${1:1}].${2|hex,exists|}',
    help: 'A sub-option of option 82, which relay agents add',
  },
  {
    name: 'relay6',
    kind: 'root',
    form: 'relay6[HOP].option[CODE].hex',
    family: 6,
    snippet: 'relay6[${1:0}].$0',
    help: 'What a relay agent has added; 0 is the one nearest to the server, -1 the one nearest to the client',
  },
  {
    name: 'vendor',
    kind: 'root',
    form: 'vendor[ENTERPRISE].option[CODE].hex',
    snippet: 'vendor[${1:*}].$0',
    help: 'The vendor options of an enterprise (DHCPv4: 125), * for any',
  },
  {
    name: 'vendor-class',
    kind: 'root',
    form: 'vendor-class[ENTERPRISE].data',
    snippet: 'vendor-class[${1:*}].$0',
    help: 'The vendor class by enterprise (DHCPv4: 124), * for any; the plain one of IGEL OS is option[60]',
  },
  { name: 'pkt', kind: 'root', form: 'pkt.FIELD', help: 'Where the packet came from and went to' },
  { name: 'pkt4', kind: 'root', form: 'pkt4.FIELD', family: 4, help: 'The fixed fields of a DHCPv4 message' },
  { name: 'pkt6', kind: 'root', form: 'pkt6.FIELD', family: 6, help: 'The fixed fields of a DHCPv6 message' },
  // Behind a dot
  {
    name: 'hex',
    kind: 'field',
    form: 'option[CODE].hex',
    of: OPTIONS,
    whenMissing: EMPTY,
    help: 'The bytes of the option as they are',
  },
  {
    name: 'text',
    kind: 'field',
    form: 'option[CODE].text',
    of: OPTIONS,
    whenMissing: EMPTY,
    help: 'The text of the option; of options that hold no text it is a description, which no test should compare',
  },
  {
    name: 'exists',
    kind: 'field',
    form: 'option[CODE].exists',
    of: [...OPTIONS, 'vendor', 'vendor-class'],
    help: 'True if the client sends it',
  },
  {
    name: 'enterprise',
    kind: 'field',
    form: 'vendor.enterprise',
    of: ['vendor', 'vendor-class'],
    whenMissing: EMPTY,
    help: 'The number of the enterprise, in four bytes',
  },
  {
    name: 'data',
    kind: 'field',
    form: 'vendor-class[ENTERPRISE].data[INDEX]',
    of: ['vendor-class'],
    whenMissing: EMPTY,
    help: 'One of the texts of the vendor class, the first without an index',
  },
  {
    name: 'peeraddr',
    kind: 'field',
    form: 'relay6[HOP].peeraddr',
    family: 6,
    of: ['relay6'],
    whenMissing: EMPTY,
    help: 'The address that the relay agent had the message from',
  },
  {
    name: 'linkaddr',
    kind: 'field',
    form: 'relay6[HOP].linkaddr',
    family: 6,
    of: ['relay6'],
    whenMissing: EMPTY,
    help: 'The link that the client is on',
  },
  {
    name: 'iface',
    kind: 'field',
    form: "pkt.iface == 'eth0'",
    of: ['pkt'],
    help: 'The interface that the message came in by',
  },
  { name: 'src', kind: 'field', form: 'pkt.src', of: ['pkt'], help: 'The address that the message came from' },
  { name: 'dst', kind: 'field', form: 'pkt.dst', of: ['pkt'], help: 'The address that the message was sent to' },
  { name: 'len', kind: 'field', form: 'pkt.len', of: ['pkt'], help: 'The length of the message, in four bytes' },
  {
    name: 'mac',
    kind: 'field',
    form: 'substring(pkt4.mac, 0, 3) == 0x00e0c5',
    family: 4,
    of: ['pkt4'],
    help: 'The hardware address, without a type before it',
  },
  {
    name: 'hlen',
    kind: 'field',
    form: 'pkt4.hlen',
    family: 4,
    of: ['pkt4'],
    help: 'The length of the hardware address, in four bytes',
  },
  {
    name: 'htype',
    kind: 'field',
    form: 'pkt4.htype',
    family: 4,
    of: ['pkt4'],
    help: 'The type of the hardware, in four bytes; 1 is Ethernet',
  },
  {
    name: 'ciaddr',
    kind: 'field',
    form: 'pkt4.ciaddr',
    family: 4,
    of: ['pkt4'],
    help: 'The address that the client says it has',
  },
  {
    name: 'giaddr',
    kind: 'field',
    form: 'pkt4.giaddr',
    family: 4,
    of: ['pkt4'],
    help: 'The address of the relay agent; 0.0.0.0 without one',
  },
  {
    name: 'yiaddr',
    kind: 'field',
    form: 'pkt4.yiaddr',
    family: 4,
    of: ['pkt4'],
    help: 'The field for the address of the client',
  },
  {
    name: 'siaddr',
    kind: 'field',
    form: 'pkt4.siaddr',
    family: 4,
    of: ['pkt4'],
    help: 'The field for the address of the next server',
  },
  {
    name: 'msgtype',
    kind: 'field',
    form: 'pkt4.msgtype == 1',
    of: ['pkt4', 'pkt6'],
    help: 'The type of the message, in four bytes; 1 is a DHCPDISCOVER or SOLICIT',
  },
  {
    name: 'transid',
    kind: 'field',
    form: 'pkt4.transid',
    of: ['pkt4', 'pkt6'],
    help: 'The number of the exchange, in four bytes',
  },
  // Functions
  {
    name: 'member',
    kind: 'function',
    form: "member('CLASS')",
    snippet: "member('$1')",
    help: 'True if the client is in a class that is declared above, or built in: KNOWN, UNKNOWN, ALL, VENDOR_CLASS_…',
  },
  {
    name: 'substring',
    kind: 'function',
    form: 'substring(A, START, LENGTH or all)',
    snippet: 'substring(${1:option[60].hex}, ${2:0}, ${3:all})',
    whenMissing: EMPTY,
    help: 'A part; a negative START counts from the end, a negative LENGTH takes what is before it',
  },
  {
    name: 'match',
    kind: 'function',
    form: "match('REGEX', A)",
    since: '2.7.0',
    snippet: "match('$1', ${2:option[60].text})",
    help: 'True if a regular expression fits the whole value',
  },
  {
    name: 'split',
    kind: 'function',
    form: "split(A, 'DELIMITERS', FIELD)",
    since: '2.1.5',
    snippet: "split(${1:option[12].text}, '${2:.}', ${3:1})",
    whenMissing: EMPTY,
    help: 'One field of a value that is cut at any of the delimiters, counted from 1',
  },
  { name: 'concat', kind: 'function', form: 'concat(A, B)', snippet: 'concat($1, $2)', help: 'Joins two values' },
  {
    name: 'ifelse',
    kind: 'function',
    form: 'ifelse(TEST, A, B)',
    snippet: 'ifelse($1, $2, $3)',
    help: 'A if the test holds, else B',
  },
  {
    name: 'sifelse',
    kind: 'function',
    form: 'sifelse(TEST, A, B)',
    since: '2.7.2',
    snippet: 'sifelse($1, $2, $3)',
    help: 'Like ifelse, but only the value that is taken is worked out',
  },
  {
    name: 'lcase',
    kind: 'function',
    form: 'lcase(A)',
    since: '2.5.2',
    snippet: 'lcase($1)',
    whenMissing: EMPTY,
    help: 'The text in small letters',
  },
  {
    name: 'ucase',
    kind: 'function',
    form: 'ucase(A)',
    since: '2.5.2',
    snippet: 'ucase($1)',
    whenMissing: EMPTY,
    help: 'The text in capitals',
  },
  {
    name: 'hexstring',
    kind: 'function',
    form: "hexstring(A, 'SEPARATOR')",
    snippet: "hexstring(${1:pkt4.mac}, '${2::}')",
    whenMissing: EMPTY,
    help: 'Bytes as hexadecimal digits with a separator between them',
  },
  {
    name: 'addrtotext',
    kind: 'function',
    form: 'addrtotext(A)',
    snippet: 'addrtotext($1)',
    whenMissing: EMPTY,
    help: 'The text of an address of 4 or 16 bytes',
  },
  ...(['int8', 'int16', 'int32', 'uint8', 'uint16', 'uint32'] as const).map(
    (type): ExpressionWord => ({
      name: `${type}totext`,
      kind: 'function',
      form: `${type}totext(A)`,
      snippet: `${type}totext($1)`,
      whenMissing: EMPTY,
      help: `The decimal text of a number of ${Number(/\d+/.exec(type)?.[0]) / 8} byte${type.endsWith('8') ? '' : 's'}`,
    }),
  ),
  // The rest
  { name: 'all', kind: 'constant', form: 'substring(A, START, all)', help: 'Everything that follows' },
];
// biome-ignore-end format: a few lines per word read as a table
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: tab stops

export const expressionWord = (name: string): ExpressionWord | undefined =>
  EXPRESSION_HELP.find((word) => word.name === name);
