import type { OptionDefinition } from '../../../model/option.ts';
import { describeType } from '../../../model/option-type.ts';
import { type Span, startOf } from '../../../model/span.ts';
import type { Help, Note } from '../../editor.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { SERVER_SPACE } from '../standard-definitions.ts';
import { type ExpressionWord, formOf } from '../vocabulary/expressions.ts';
import type { ParameterOfOtherBuild } from '../vocabulary/parameters-of-other-builds.ts';
import { type Family, type Place, SCOPES_AND_BLOCKS } from '../vocabulary/place.ts';
import { STANDARD_SPACES } from '../vocabulary/spaces.ts';
import type { Statement, StatementForm } from '../vocabulary/statement.ts';
import type { DefinitionType } from '../vocabulary/types.ts';
import { optionByCode, optionByName, parameter } from '../vocabulary/vocabulary.ts';
import { shapeOfValue } from './shape.ts';
import type { View } from './view.ts';

export const plainHelp = (title: string, help = '', traits: readonly string[] = []): Help => ({
  title,
  traits,
  help: sentence(help),
  forms: [],
  notes: [],
});

const sentence = (help: string): string => (help === '' ? '' : `${help}.`);

const code = (text: string): string => `\`${text}\``;

/** A statement as it may be written in a place. Where it belongs elsewhere, all its forms are shown. */
export function statementHelp(statement: Statement, place: Place | 'unknown', family: 4 | 6 | undefined): Help {
  const all = statement.variants ?? [statement];
  const here = place === 'unknown' ? all : all.filter((form) => isAccepted(form, place, family));
  const forms = here.length > 0 ? here : all;
  const [first] = forms;
  const [only] = forms.length === 1 ? forms : [];
  const found = parameter(statement.keyword);
  const notes: Note[] = [];
  if (found?.default !== undefined) notes.push({ about: 'Without it', text: code(found.default) });
  notes.push({ about: 'Place', text: placesOf(statement, family) });
  if (here.length === 0) notes.push({ about: 'Here', text: 'not accepted' });
  const effect = only && effectOf(only);
  if (effect !== undefined) notes.push({ about: 'Effect', text: effect });
  return {
    title: statement.keyword,
    traits: familyTraits(first ? commonFamily(forms) : statement.family),
    help: only ? sentence(only.help) : '',
    forms: only
      ? [written(statement.keyword, only)]
      : forms.flatMap((form) => [`# ${form.help}`, written(statement.keyword, form)]),
    notes,
  };
}

const isAccepted = ({ places4, places6 }: StatementForm, place: Place, family: 4 | 6 | undefined): boolean =>
  (family !== 6 && places4.includes(place)) || (family !== 4 && places6.includes(place));

const commonFamily = (forms: readonly StatementForm[]): Family => {
  const [first] = forms;
  return first && forms.every(({ family }) => family === first.family) ? first.family : 'both';
};

const familyTraits = (family: Family): readonly string[] => (family === 'both' ? [] : [`DHCPv${family} only`]);

/** A form with its keyword, as a line of the file. */
function written(keyword: string, { arguments: shape }: StatementForm): string {
  const line = shape === '' || shape === ':' ? keyword + shape : `${keyword} ${shape}`;
  return /[;:}]$/.test(line) ? line : `${line};`;
}

const PLACE_NAMES: Readonly<Record<Place, string>> = {
  global: 'directly in the file',
  'shared-network': 'shared-network',
  subnet: 'subnet',
  pool: 'pool',
  group: 'group',
  host: 'host',
  class: 'class',
  subclass: 'subclass',
  if: 'if',
  on: 'on',
  switch: 'switch',
  failover: 'failover peer',
  'failover-state': 'failover state',
  key: 'key',
  zone: 'zone',
};

function placesOf({ places4, places6 }: StatementForm, family: 4 | 6 | undefined): string {
  const places = family === 4 ? places4 : family === 6 ? places6 : [...new Set([...places4, ...places6])];
  if (places.length === 0) return family === undefined ? 'nowhere' : `nowhere in DHCPv${family}`;
  if (SCOPES_AND_BLOCKS.every((place) => places.includes(place))) return 'anywhere';
  return places.map((place) => PLACE_NAMES[place]).join(', ');
}

/** Where it does nothing although it is accepted. */
function effectOf({ effect, places4, places6 }: StatementForm): string | undefined {
  if (effect === 'everywhere') return undefined;
  if (effect === 'never') return 'none';
  if (effect === 'lease-file') return 'in the lease file only';
  const idle = [...new Set([...places4, ...places6])].filter((place) => !effect.includes(place));
  const few = idle.length < effect.length;
  const named = (few ? idle : effect).map((place) => PLACE_NAMES[place]).join(', ');
  return few ? `none in ${named}` : `only ${named}; elsewhere it is read and does nothing`;
}

export function otherBuildHelp({ name, build, type, help }: ParameterOfOtherBuild): Help {
  return {
    ...plainHelp(name, help),
    forms: [`${name} ${shapeOfValue(type)};`],
    notes: [
      {
        about: 'Server',
        text: build === 'ldap' ? 'only one that is built for LDAP' : 'only one that is built for EUI-64',
      },
    ],
  };
}

/** An option by its definition, whichever it has: the server's own, or the file's. */
export function optionHelp(definition: OptionDefinition, view: View): Help {
  const { space, name, type } = definition;
  if (space === SERVER_SPACE) {
    const found = parameter(name);
    return { ...plainHelp(`${space}.${name}`, found?.help ?? ''), traits: ['parameter of the server, never sent'] };
  }
  const full = nameWithSpace(space, name);
  const standard = optionByName(space, name);
  const same = standard?.code === definition.code ? standard : undefined;
  const notes: Note[] = [{ about: 'Place', text: 'anywhere; of several scopes that set it the narrowest wins' }];
  if (definition.at) notes.push({ about: 'Defined', text: placeOf(definition.at, view) });
  const elsewhere = definition.at && optionByCode(space, definition.code);
  if (elsewhere && elsewhere.name !== name.toLowerCase()) {
    notes.push({ about: 'Also', text: `dhcpd itself calls this code ${code(elsewhere.name)}: ${elsewhere.help}` });
  }
  if (same?.ianaName !== undefined) notes.push({ about: 'Registered as', text: same.ianaName });
  return {
    title: full,
    traits: [...codeTraits(definition), ...(type ? [describeType(type)] : [])],
    help: sentence(same?.help ?? ''),
    forms: [`option ${`${full} ${type ? shapeOfValue(type) : 'VALUE'}`.trim()};`],
    notes,
  };
}

const codeTraits = ({ space, code: number }: OptionDefinition): readonly string[] =>
  Number.isFinite(number) ? [`option ${number}${space === MAIN_SPACE ? '' : ` of space ${space}`}`] : [];

export const nameWithSpace = (space: string, name: string): string =>
  space === MAIN_SPACE ? name : `${space}.${name}`;

/** Where something is declared: the line, in this file or in another one. */
export function placeOf(at: Span, { document }: View): string {
  if (at.anchor.file !== document.file) return `in ${at.anchor.file}`;
  return `line ${document.positionAt(startOf(at)).line + 1}`;
}

export function typeHelp({ words, help }: DefinitionType): Help {
  return plainHelp(words, help, ['type of an option']);
}

export function expressionHelp(word: ExpressionWord): Help {
  const { result, whenMissing, help } = word;
  return {
    title: word.name,
    traits: result === 'any' ? [] : [`yields ${RESULTS[result]}`],
    help: sentence(help),
    forms: word.kind === 'value' ? [] : [formOf(word)],
    notes: whenMissing === undefined ? [] : [{ about: 'Result without data', text: whenMissing }],
  };
}

const RESULTS = { boolean: 'true or false', data: 'bytes', numeric: 'a number' } as const;

export function spaceHelp(name: string, view: View, at: Span): Help {
  const own =
    view.assembly.declarations.spaces.before(name.toLowerCase(), at) ??
    view.assembly.declarations.spaces.anywhere(name.toLowerCase());
  const standard = STANDARD_SPACES.get(name.toLowerCase());
  const title = `option space ${own?.space.name ?? standard?.name ?? name}`;
  if (own) return { ...plainHelp(title), notes: [{ about: 'Declared', text: placeOf(own.at, view) }] };
  if (!standard) return plainHelp(title, '', ['not declared']);
  const { help, encapsulatedBy } = standard;
  return {
    ...plainHelp(title, help),
    notes: encapsulatedBy === undefined ? [] : [{ about: 'Sent inside', text: `option ${encapsulatedBy}` }],
  };
}
