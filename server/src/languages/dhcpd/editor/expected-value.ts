import type { OptionType } from '../../../model/option-type.ts';
import type { Token } from '../lexer.ts';

/** A value of a type that has names for its values. */
export type ExpectedValue = {
  readonly kind: 'value';
  readonly type: Extract<
    OptionType,
    { readonly kind: 'boolean' | 'flag' | 'enumeration' | 'lease-time' | 'option-space' | 'key' }
  >;
};

/** What may come next in the value of an option or parameter, behind the tokens of it that stand already. */
export function expectedValue(type: OptionType, rest: readonly Token[]): readonly ExpectedValue[] {
  switch (type.kind) {
    case 'array': {
      const row = rest.slice(rest.findLastIndex(({ text }) => text === ',') + 1);
      return fieldAt(type.of, row);
    }
    case 'record':
      return fieldAt(type.fields, rest);
    case 'optional':
      return expectedValue(type.of, rest);
    case 'boolean':
    case 'flag':
    case 'enumeration':
    case 'lease-time':
    case 'option-space':
    case 'key':
      return rest.length === 0 ? [{ kind: 'value', type }] : [];
    default:
      return [];
  }
}

/** Fields are separated by blanks: as many stand already as there are runs of tokens without one. */
function fieldAt(fields: readonly OptionType[], row: readonly Token[]): readonly ExpectedValue[] {
  const index = row.filter(({ spaced }, i) => i === 0 || spaced).length;
  const field = fields[index];
  return field ? expectedValue(field, []) : [];
}
