import type { OptionType } from '../../../model/option-type.ts';

/** How a value of a type is written, with words in capitals to be filled in. */
export function shapeOfValue(type: OptionType): string {
  switch (type.kind) {
    case 'integer':
      return 'NUMBER';
    case 'boolean':
    case 'flag':
      return 'on|off';
    case 'ip-address':
      return 'ADDRESS|HOST-NAME';
    case 'ip6-address':
      return 'ADDRESS';
    case 'text':
      return '"TEXT"';
    case 'string':
    case 'encapsulate':
    case 'vendor-encapsulate':
      return '"TEXT"|HEX:HEX:…';
    case 'domain-name':
      return 'NAME';
    case 'domain-list':
      return '"NAME", …';
    case 'lease-time':
      return 'SECONDS|infinite';
    case 'empty':
      return '';
    case 'enumeration':
      return Object.keys(type.values).join('|');
    case 'option-space':
      return 'SPACE';
    case 'key':
      return 'KEY';
    case 'array':
      return `${type.of.map(shapeOfValue).join(' ')}, …`;
    case 'record':
      return type.fields.map(shapeOfValue).join(' ');
    case 'optional':
      return `[${shapeOfValue(type.of)}]`;
  }
}
