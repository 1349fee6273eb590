import { expect, test } from 'vitest';
import { type CodeAction, CodeActionTriggerKind } from 'vscode-languageserver-protocol';
import { at } from './editor.ts';
import { startEditor } from './in-memory.ts';

const URI = 'file:///etc/dhcp/dhcpd.conf';

const titles = (actions: readonly CodeAction[]): readonly string[] => actions.map(({ title }) => title);

function named(actions: readonly CodeAction[], title: string): CodeAction {
  const action = actions.find((one) => one.title === title);
  if (!action) throw new Error(`no "${title}" among ${titles(actions).join(', ')}`);
  return action;
}

/** Opens a text and asks what can be done about a place in it. */
async function offered(text: string, line: number, character = 0) {
  const editor = await startEditor();
  editor.open(URI, text);
  return { editor, actions: await editor.actions(URI, at(line, character)) };
}

test('a finding is mended, and is gone', async () => {
  const { editor, actions } = await offered('option domain-name "example.org"\ndefault-lease-time 600;\n', 0, 31);
  const fix = named(actions, 'Add the missing ";"');
  expect(fix).toMatchObject({ kind: 'quickfix', isPreferred: true, diagnostics: [{ code: 'syntax' }] });
  await editor.carryOut(fix);
  expect(editor.text(URI)).toBe('option domain-name "example.org";\ndefault-lease-time 600;\n');
  expect(await editor.found(URI)).toEqual([]);
});

test('the diagnostics of the editor are those that an action is about', async () => {
  const editor = await startEditor();
  editor.open(URI, 'nonsense 7;\n');
  const [diagnostic] = await editor.diagnostics(URI);
  if (!diagnostic) throw new Error('nothing found');
  const known = { ...diagnostic, data: 'of the editor' };
  const actions = await editor.actions(URI, diagnostic.range, { diagnostics: [known] });
  expect(named(actions, 'Explain unknown-statement').diagnostics).toEqual([known]);
});

test('a rule is ignored where it found something, or in the whole file', async () => {
  const text = 'group {\n  nonsense 7;\n}\nnonsense 7;\n';
  const { editor, actions } = await offered(text, 1, 3);
  await editor.carryOut(named(actions, 'Ignore unknown-statement here'));
  expect(editor.text(URI)).toBe('group {\n  # igel-rollout-ignore unknown-statement\n  nonsense 7;\n}\nnonsense 7;\n');
  expect(await editor.found(URI)).toEqual(['5:1 unknown-statement']);
  const again = await editor.actions(URI, at(4, 0));
  await editor.carryOut(named(again, 'Ignore unknown-statement in this file'));
  expect(await editor.found(URI)).toEqual([]);
});

test('all that is safe is mended at once, in as many rounds as it takes, and nothing else', async () => {
  const text = [
    'option domain-name "example.org"',
    'option domain-search "example.org"',
    'option igelrmserver "192.0.2.10";',
    'option routers 192.0.2.1;',
    '',
  ].join('\r\n');
  const { editor, actions } = await offered(text, 0, 31);
  const all = named(actions, 'Fix all safe problems in this file');
  expect(all).toMatchObject({ kind: 'quickfix' });
  expect(all.edit).toBeUndefined();
  await editor.carryOut(all);
  expect(editor.text(URI)).toBe(
    [
      'option domain-name "example.org";',
      'option domain-search "example.org";',
      'option igelrmserver code 224 = text;',
      'option igelrmserver "192.0.2.10";',
      'option routers 192.0.2.1;',
      '',
    ].join('\r\n'),
  );
  expect(await editor.found(URI)).toEqual([]);
});

test('an editor that mends when it saves asks for that alone', async () => {
  const editor = await startEditor({ capabilities: { textDocument: { diagnostic: {} } } });
  editor.open(URI, 'option domain-name "example.org"\n');
  for (const only of ['source.fixAll', 'source.fixAll.igelRollout', 'source']) {
    const actions = await editor.actions(URI, at(0), { only: [only] });
    expect(titles(actions)).toEqual(['Fix all safe problems']);
    expect(actions[0]?.edit).toBeDefined();
  }
  expect(await editor.actions(URI, at(0), { only: ['source.organizeImports'] })).toEqual([]);
  const [action] = await editor.actions(URI, at(0), { only: ['source.fixAll'] });
  if (action) await editor.carryOut(action);
  expect(editor.text(URI)).toBe('option domain-name "example.org";\n');
  expect(await editor.actions(URI, at(0), { only: ['source.fixAll'] })).toEqual([]);
});

test('a rule is explained by a command', async () => {
  const { actions } = await offered('nonsense 7;\n', 0, 2);
  expect(named(actions, 'Explain unknown-statement').command).toEqual({
    title: 'Explain unknown-statement',
    command: 'igelRollout.explainRule',
    arguments: ['unknown-statement'],
  });
});

test('a block is offered to a person who asks, and no reason to show a light bulb on every line', async () => {
  const editor = await startEditor();
  editor.open(URI, 'authoritative;\n');
  const [automatic, invoked] = [CodeActionTriggerKind.Automatic, CodeActionTriggerKind.Invoked];
  expect(titles(await editor.actions(URI, at(0), { triggerKind: automatic }))).toEqual([]);
  expect(titles(await editor.actions(URI, at(0), { triggerKind: invoked }))).toContain(
    'Insert igelrmserver block: option 224',
  );
});
