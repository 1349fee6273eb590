import type { Completion } from '../../editor.ts';
import type { Declared, Names } from '../declarations.ts';
import type { Site } from './completions.ts';
import type { ExpectedValue } from './expected-value.ts';
import { placeOf, plainHelp, spaceHelp } from './help.ts';

const WHAT = { class: 'class', peer: 'failover peer', key: 'key', group: 'group' } as const;

/** Names of classes, failover peers, keys or groups that are declared above; keys and groups need no quotes. */
export function nameCompletions(what: keyof typeof WHAT, site: Site): readonly Completion[] {
  const { declarations } = site.view.assembly;
  const names: Readonly<Record<keyof typeof WHAT, Names<Declared>>> = {
    class: declarations.classes,
    peer: declarations.peers,
    key: declarations.keys,
    group: declarations.groups,
  };
  const quoted = site.cursor.within === 'code' && (what === 'class' || what === 'peer');
  return declaredAbove(names[what], site).map(({ name, at }) => {
    const text = quoted ? `"${name}"` : name;
    return {
      label: text,
      kind: what === 'class' ? 'class' : 'name',
      detail: WHAT[what],
      help: { ...plainHelp(`${WHAT[what]} "${name}"`), notes: [{ about: 'Declared', text: placeOf(at, site.view) }] },
      newText: text,
      snippet: undefined,
    } as const;
  });
}

/** Option spaces that are declared above. */
export function spaceCompletions(site: Site): readonly Completion[] {
  return declaredAbove(site.view.assembly.declarations.spaces, site).map(({ space: { name } }) => ({
    label: name,
    kind: 'space',
    detail: 'option space',
    help: spaceHelp(name, site.view, site.at),
    newText: name,
    snippet: undefined,
  }));
}

function declaredAbove<T extends Declared>(names: Names<T>, { view, at }: Site): readonly T[] {
  const { order } = view.assembly.declarations;
  const seen = new Map([...names].filter((one) => order.compare(one.at, at) < 0).map((one) => [one.name, one]));
  return [...seen.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The words that a value can be. */
export function valueCompletions(type: ExpectedValue['type'], site: Site): readonly Completion[] {
  switch (type.kind) {
    case 'option-space':
      return spaceCompletions(site);
    case 'key':
      return nameCompletions('key', site);
    case 'boolean':
    case 'flag':
      return ['on', 'off'].map((word) => wordOf(word, ''));
    case 'lease-time':
      return [wordOf('infinite', 'Without an end')];
    case 'enumeration':
      return Object.entries(type.values).map(([word, number]) => wordOf(word, '', String(number)));
  }
}

const wordOf = (word: string, help: string, detail = ''): Completion => ({
  label: word,
  kind: 'value',
  detail,
  help: plainHelp(word, help),
  newText: word,
  snippet: undefined,
});
