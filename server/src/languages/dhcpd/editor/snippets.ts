// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets
import type { OptionType } from '../../../model/option-type.ts';
import type { Place } from '../vocabulary/place.ts';
import type { StatementForm } from '../vocabulary/statement.ts';

/** What is typed for a person who chooses a statement, with tab stops; `\t` stands for one step of indentation. */
// biome-ignore format: one declaration per line reads as a table
const DECLARATIONS: Readonly<Record<string, string>> = {
  'subnet': 'subnet ${1:192.0.2.0} netmask ${2:255.255.255.0} {\n\t$0\n}',
  'subnet6': 'subnet6 ${1:2001:db8::/64} {\n\t$0\n}',
  'shared-network': 'shared-network ${1:name} {\n\t$0\n}',
  'pool': 'pool {\n\trange ${1:192.0.2.10} ${2:192.0.2.99};\n\t$0\n}',
  'pool6': 'pool6 {\n\trange6 ${1:2001:db8::10} ${2:2001:db8::99};\n\t$0\n}',
  'range': 'range ${1:192.0.2.10} ${2:192.0.2.99};',
  'range6': 'range6 ${1:2001:db8::10} ${2:2001:db8::99};',
  'group': 'group {\n\t$0\n}',
  'host': 'host ${1:name} {\n\thardware ethernet ${2:02:00:00:00:00:01};\n\t$0\n}',
  'class': 'class "${1:name}" {\n\tmatch if ${2:option vendor-class-identifier = "$3"};\n\t$0\n}',
  'subclass': 'subclass "${1:class}" ${2:"key"};',
  'key': 'key ${1:name} {\n\talgorithm ${2|hmac-sha256,hmac-sha512,hmac-sha384,hmac-sha224,hmac-sha1,hmac-md5|};\n\tsecret "$3";\n}',
  'zone': 'zone ${1:example.com}. {\n\tprimary ${2:127.0.0.1};\n\t$0\n}',
  'failover peer': 'failover peer "${1:name}" {\n\t${2|primary,secondary|};\n\tpeer address ${3:192.0.2.2};\n\t$0\n}',
  'include': 'include "$1";',
  'interface': 'interface "$1";',
  'option space': 'option space ${1:name};',
  'if': 'if ${1:test} {\n\t$0\n}',
  'elsif': 'elsif ${1:test} {\n\t$0\n}',
  'else': 'else {\n\t$0\n}',
  'switch': 'switch (${1:expression}) {\n\tcase ${2:value}:\n\t\t$0\n\t\tbreak;\n}',
  'on': 'on ${1|commit,release,expiry|} {\n\t$0\n}',
  'define': 'define ${1:name} ($2) {\n\t$0\n}',
  'set': 'set ${1:name} = $2;',
  'log': 'log (${1|info,debug,error,fatal|}, $2);',
  'execute': 'execute ("$1");',
  'match if': 'match if $1;',
  'match': 'match $1;',
  'spawn with': 'spawn with $1;',
  'hardware': 'hardware ethernet ${1:02:00:00:00:00:01};',
  'secret': 'secret "$1";',
};

/** Declarations that are mere references in some places. */
const REFERENCES: Readonly<Record<string, Readonly<Partial<Record<Place, string>>>>> = {
  'failover peer': { pool: 'failover peer "$1";' },
  key: { zone: 'key $1;' },
  group: { host: 'group $1;' },
};

/** A whole statement with tab stops. */
export function statementSnippet(
  keyword: string,
  form: StatementForm | undefined,
  place: Place | 'unknown',
  type: OptionType | undefined,
): string {
  const known = (place === 'unknown' ? undefined : REFERENCES[keyword]?.[place]) ?? DECLARATIONS[keyword];
  if (known !== undefined) return known;
  if (type) return `${keyword} ${valueSnippet(type)};`;
  const shape = form?.arguments ?? '';
  if (shape === '' || shape === ':') return `${keyword}${shape === ':' ? ':' : ';'}`;
  if (/^[a-z0-9-]+(?:\|[a-z0-9-]+)+$/.test(shape)) return `${keyword} \${1|${shape.replaceAll('|', ',')}|};`;
  return `${keyword} ${/^"[A-Z]+"/.test(shape) ? '"$1"' : '$1'};`;
}

/** A tab stop where the value of a type is to be written, with quotes or a choice of words where there are any. */
export function valueSnippet(type: OptionType): string {
  switch (type.kind) {
    case 'boolean':
    case 'flag':
      return '${1|on,off|}';
    case 'enumeration':
      return `\${1|${Object.keys(type.values).join(',')}|}`;
    case 'text':
      return '"$1"';
    case 'domain-list':
      return '"$1"';
    default:
      return '$1';
  }
}
