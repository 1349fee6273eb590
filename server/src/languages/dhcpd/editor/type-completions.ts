import type { Completion } from '../../editor.ts';
import { DEFINITION_TYPES, type DefinitionType } from '../vocabulary/types.ts';
import type { Site } from './completions.ts';
import type { ExpectedType } from './expected-type.ts';
import { plainHelp, typeHelp } from './help.ts';

/** The types of option definitions, or what is missing of the one that is begun. */
export function typeCompletions({ begun, inside }: ExpectedType, site: Site): readonly Completion[] {
  const words = begun.join(' ');
  return DEFINITION_TYPES.filter((type) => fits(type, inside)).flatMap((type) => {
    const plain = type.words.replace(/ ?(?:SPACE|TYPE|\{.*)$/, '');
    if (words !== '' && !plain.startsWith(`${words} `) && !(plain === words && plain !== type.words)) return [];
    const rest = (text: string) => (words === '' ? text : text.slice(words.length + 1));
    const label = rest(type.words);
    const open = type.words.endsWith('}')
      ? `${plain} { $1 }`.trimStart()
      : type.words === plain
        ? undefined
        : `${plain} $1`;
    return [
      {
        label,
        kind: 'type',
        detail: 'type of an option',
        help: typeHelp(type),
        newText: rest(plain) === '' ? '{' : rest(plain),
        snippet: open === undefined || !site.free ? undefined : rest(open),
      } as const,
    ];
  });
}

function fits({ words, repeatable, inRecord }: DefinitionType, inside: ExpectedType['inside']): boolean {
  if (inside === 'array') return repeatable;
  if (inside === 'record') return inRecord !== 'never';
  return !words.startsWith('signed');
}

/** The word behind an option's name that makes the statement a definition. */
export function codeCompletions({ free }: Site): readonly Completion[] {
  return [
    {
      label: 'code',
      kind: 'statement',
      detail: 'code NUMBER = TYPE',
      help: plainHelp('code', 'Gives the option its code and type; stands before its first use, outside of all braces'),
      newText: 'code',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: tab stops
      snippet: free ? 'code ${1:number} = ${2:text};' : undefined,
    },
  ];
}
