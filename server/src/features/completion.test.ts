// biome-ignore-all lint/suspicious/noTemplateCurlyInString: tab stops of snippets
import { describe, expect, test } from 'vitest';
import { filledIn } from '../../../test/editor/apply-edits.ts';
import { dhcpdAt, type Surroundings } from '../../../test/editor/unit-at-cursor.ts';
import { completionsAt } from './completion.ts';

function completed(marked: string, surroundings?: Surroundings) {
  const { unit, document, offset } = dhcpdAt(marked, surroundings);
  const found = completionsAt(unit, document, offset);
  const { text } = document;
  const accept = (label: string, withTabStops: boolean): string | undefined => {
    const item = found?.items.find((one) => one.label === label);
    if (!found || !item) return undefined;
    const chosen = withTabStops && item.snippet !== undefined ? filledIn(item.snippet) : item.newText;
    return text.slice(0, found.range.start) + chosen + text.slice(found.range.end);
  };
  return { labels: found?.items.map(({ label }) => label) ?? [], items: found?.items ?? [], accept };
}

describe('what igel-dhcp-1 is compared with', () => {
  const marked = 'class "igel" {\n  match if option vendor-class-identifier = |;\n}\n';

  test('comes first, in quotes', () => {
    const { labels, accept } = completed(marked);
    expect(labels[0]).toBe('"igel-dhcp-1"');
    expect(accept('"igel-dhcp-1"', true)).toBe(
      'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n',
    );
  });

  test('or without them where they stand', () => {
    expect(completed(marked.replace('|', '"ig|"')).accept('igel-dhcp-1', true)).toBe(
      'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n}\n',
    );
  });

  test('is the vendor class, and no other option', () => {
    expect(completed('class "a" { match if option user-class = |; }').labels).not.toContain('"igel-dhcp-1"');
  });
});

test('items say what they are: type and code, and the help that a hover shows', () => {
  const routers = completed('option |').items.find(({ label }) => label === 'routers');
  expect(routers?.detail).toBe('3 · array of ip-address');
  expect(routers?.documentation).toContain('Default gateways of the client in order of preference.');
});

test('a whole line is written where the rest of it is free, and only the word where it is not', () => {
  expect(completed('option rou|').accept('routers', true)).toBe('option routers ;');
  expect(completed('option rou| 192.0.2.1;').accept('routers', true)).toBe('option routers 192.0.2.1;');
  expect(completed('option rou|').accept('routers', false)).toBe('option routers');
});

test('nothing is offered in comments and texts', () => {
  expect(completed('# opt|').labels).toEqual([]);
  expect(completed('authoritative; # opt|').labels).toEqual([]);
  expect(completed('option domain-name "exa|";').labels).toEqual([]);
});

test('included files know what their includer declares above them', () => {
  const { labels } = completed('option space igel;\ninclude "more.conf";\n', {
    files: { 'more.conf': 'class "a" { vendor-option-space |' },
  });
  expect(labels).toEqual(['igel']);
});
