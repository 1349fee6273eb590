import type { Completion } from '../../editor.ts';
import type { Place } from '../vocabulary/place.ts';
import type { Statement, StatementForm } from '../vocabulary/statement.ts';
import { STATEMENTS } from '../vocabulary/statements.ts';
import { parameter, statement as statementNamed } from '../vocabulary/vocabulary.ts';
import type { Site } from './completions.ts';
import { plainHelp, statementHelp } from './help.ts';
import { statementSnippet } from './snippets.ts';

/** What people write most, before all others. */
const FIRST: readonly string[] = [
  'option',
  'subnet',
  'subnet6',
  'pool',
  'pool6',
  'range',
  'range6',
  'hardware',
  'fixed-address',
  'fixed-address6',
  'match if',
  'vendor-option-space',
  'class',
  'host',
];

const DEFINITION: StatementForm['kind'] = 'definition';

/** The statements that dhcpd takes in the place of the cursor. */
export function statementCompletions(site: Site): readonly Completion[] {
  const here = STATEMENTS.flatMap((statement) => {
    const forms = formsHere(statement, site);
    const [first] = forms;
    return first && /^[a-z]/.test(statement.keyword) ? [{ statement, first, forms }] : [];
  });
  const sorted = here.toSorted(
    (a, b) =>
      rankOf(a.statement, a.first) - rankOf(b.statement, b.first) ||
      (a.statement.keyword < b.statement.keyword ? -1 : 1),
  );
  return sorted.flatMap(({ statement, first, forms }) => {
    const item = completionOf(statement, first, statement.keyword, site);
    const defines = statement.keyword === 'option' && forms.some(({ kind }) => kind === DEFINITION);
    return defines ? [item, definitionCompletion(item, site)] : [item];
  });
}

/** Defining an option is another thing than setting one. */
function definitionCompletion({ help }: Completion, { free }: Site): Completion {
  return {
    label: 'option … code … = …',
    kind: 'declaration',
    detail: 'definition of an option',
    help,
    newText: 'option',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: tab stops
    snippet: free ? 'option ${1:name} code ${2:number} = ${3:text};' : undefined,
  };
}

function rankOf({ keyword }: Statement, { kind }: StatementForm): number {
  const first = FIRST.indexOf(keyword);
  if (first >= 0) return first;
  return FIRST.length + (['declaration', 'definition', 'parameter', 'executable'].indexOf(kind) + 1);
}

/** The forms that dhcpd accepts in the place and that do something there. */
function formsHere(statement: Statement, { cursor: { place }, view }: Site): readonly StatementForm[] {
  // Nothing is known of a block that dhcpd does not have.
  if (place === 'unknown') return [];
  const { family } = view.model;
  return (statement.variants ?? [statement]).filter((form) => {
    const accepted = (family !== 6 && form.places4.includes(place)) || (family !== 4 && form.places6.includes(place));
    return accepted && hasEffect(form, place);
  });
}

function hasEffect({ effect }: StatementForm, place: Place): boolean {
  if (typeof effect === 'string') return effect === 'everywhere';
  return effect.includes(place);
}

/** What follows the words that stand already. */
export function moreOfStatement(begun: readonly string[], site: Site): readonly Completion[] {
  const beginning = `${begun.join(' ')} `;
  return STATEMENTS.filter(({ keyword }) => keyword.startsWith(beginning)).flatMap((statement) => {
    const [form] = formsHere(statement, site);
    return form ? [completionOf(statement, form, statement.keyword.slice(beginning.length), site)] : [];
  });
}

function completionOf(statement: Statement, form: StatementForm, label: string, site: Site): Completion {
  const { place } = site.cursor;
  const { keyword } = statement;
  const whole = keyword === 'option' ? undefined : statementSnippet(keyword, form, place, parameter(keyword)?.type);
  const snippet = whole?.slice(keyword.length - label.length);
  const isAlone = snippet === `${label};`;
  return {
    label,
    kind: form.kind === 'declaration' && form.arguments.includes('{') ? 'declaration' : 'statement',
    detail: form.arguments,
    help: statementHelp(statement, place, site.view.model.family),
    newText: isAlone && site.free ? `${label};` : label,
    snippet: site.free && !isAlone ? snippet : undefined,
  };
}

/** Words inside a statement. */
export function wordCompletions(words: readonly string[], of: string, site: Site): readonly Completion[] {
  const found = statementNamed(of);
  const { place } = site.cursor;
  return words.map((word) => {
    const isBranch = word === 'else' || word === 'elsif';
    return {
      label: word,
      kind: isBranch ? 'statement' : 'value',
      detail: of,
      help: found ? { ...statementHelp(found, place, site.view.model.family), title: word } : plainHelp(word),
      newText: word,
      snippet: isBranch && site.free ? statementSnippet(word, undefined, place, undefined) : undefined,
    };
  });
}
