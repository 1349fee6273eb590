import { expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol';
import { at, type Editor, PULLING } from './editor.ts';
import { startEditor } from './in-memory.ts';

const URI = 'file:///etc/dhcp/dhcpd.conf';

async function inserting(editor: Editor, text: string): Promise<readonly CodeAction[]> {
  editor.open(URI, text);
  const actions = await editor.actions(URI, at(1), { only: ['refactor'] });
  return actions.filter(({ title }) => title.startsWith('Insert igelrmserver block'));
}

test('a file that tells devices nothing is offered the blocks that do, and nothing is wrong with what is inserted', async () => {
  const editor = await startEditor();
  const actions = await inserting(editor, 'authoritative;\n');
  expect(actions.map(({ title }) => title)).toEqual([
    'Insert igelrmserver block: option 224',
    'Insert igelrmserver block: option 43 for igel-dhcp-1',
    'Insert igelrmserver block: both, for a mixed fleet',
  ]);
  const both = actions[2];
  if (both) await editor.carryOut(both);
  expect(editor.text(URI)).toContain('option igelrmserver code 224 = text;');
  expect(await editor.found(URI)).toEqual([]);
});

test('an editor that knows tab stops gets them', async () => {
  const editor = await startEditor({
    capabilities: { ...PULLING, workspace: { ...PULLING.workspace, workspaceEdit: { snippetEditSupport: true } } },
  });
  const [action] = await inserting(editor, 'authoritative;\n');
  expect(action?.edit?.documentChanges).toMatchObject([{ textDocument: { uri: URI, version: 1 } }]);
  expect(JSON.stringify(action?.edit)).toContain('"kind":"snippet"');
});
