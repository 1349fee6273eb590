import { describe, expect, test } from 'vitest';
import type { CodeLens, InlayHint } from 'vscode-languageserver-protocol';
import type { RolloutResult, RolloutSummaryResult } from '../../server/src/protocol/requests.ts';
import { type Editor, PULLING } from './editor.ts';
import { startEditor } from './in-memory.ts';

const URI = 'file:///etc/dhcp/dhcpd.conf';
const TEXT = `option igelrmserver code 224 = text;
option igelrmserver "10.99.0.10";
subnet 10.99.0.0 netmask 255.255.255.0 {
  range 10.99.0.20 10.99.0.50;
}
`;
const INCLUDING = 'include "servers.conf";\nsubnet 10.99.0.0 netmask 255.255.255.0 {\n  range 10.99.0.20;\n}\n';
const INCLUDED = 'file:///etc/dhcp/servers.conf';
const SERVERS = 'option igelrmserver code 224 = text;\noption igelrmserver "10.99.0.10";\n';

/** The words above lines, each as the editor shows it: asked for only when it is seen. */
async function lenses(editor: Editor, uri = URI): Promise<readonly string[]> {
  const found = await editor.request<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  const shown = await Promise.all(found.map((lens) => editor.request<CodeLens>('codeLens/resolve', lens)));
  return shown.map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
}

const rollout = (editor: Editor, uri = URI) => editor.request<RolloutResult>('igelRollout/rollout', { uri });

const summary = (editor: Editor) => editor.request<RolloutSummaryResult>('igelRollout/rolloutSummary', { uri: URI });

const REFRESHING = {
  ...PULLING,
  workspace: { ...PULLING.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};

describe('code lenses', () => {
  test('say who ends where, and what is said follows the text', async () => {
    const editor = await startEditor();
    editor.open(URI, TEXT);
    expect(await lenses(editor)).toEqual([
      '3: IGEL OS of every version: 10.99.0.10 through 224',
      '2: Decides for IGEL OS of every version',
    ]);
    editor.replace(URI, '99.0.10', '99.0.11');
    expect((await lenses(editor))[0]).toBe('3: IGEL OS of every version: 10.99.0.11 through 224');
  });

  test('one that was given out before the text changed is not shown with words of another text', async () => {
    const editor = await startEditor();
    editor.open(URI, TEXT);
    const [old] = await editor.request<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
    editor.replace(URI, '99.0.10', '99.0.11');
    await editor.diagnostics(URI);
    await expect(editor.request('codeLens/resolve', old)).rejects.toMatchObject({ code: -32800 });
  });

  test('can be switched off while the editor runs', async () => {
    const editor = await startEditor({ capabilities: REFRESHING, settings: { codeLens: false } });
    editor.open(URI, TEXT);
    await editor.until(() => editor.lensRefreshes > 0);
    expect(await lenses(editor)).toEqual([]);
    editor.settings = { codeLens: true };
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.lensRefreshes > 1);
    expect(await lenses(editor)).toHaveLength(2);
  });

  test('the editor is asked to ask again when another file changes them, and not for the file that is typed in', async () => {
    const editor = await startEditor({
      capabilities: REFRESHING,
      disk: new Map([['/etc/dhcp/servers.conf', SERVERS]]),
    });
    editor.open(URI, INCLUDING);
    expect(await lenses(editor)).toEqual(['2: IGEL OS of every version: 10.99.0.10 through 224']);
    editor.replace(URI, '0.20', '0.21');
    await editor.diagnostics(URI);
    expect(editor.lensRefreshes).toBe(0);
    await lenses(editor);
    editor.open(INCLUDED, SERVERS.replace('99.0.10', '99.0.12'));
    await editor.until(() => editor.lensRefreshes > 0);
    expect(await lenses(editor)).toEqual(['2: IGEL OS of every version: 10.99.0.12 through 224']);
  });

  test('an editor that does not show the table itself is sent it as a message', async () => {
    const editor = await startEditor();
    expect(editor.capabilities.executeCommandProvider?.commands).toContain('igelRollout.showRollout');
    editor.open(URI, TEXT);
    const [lens] = await editor.request<readonly CodeLens[]>('textDocument/codeLens', { textDocument: { uri: URI } });
    const { command } = await editor.request<CodeLens>('codeLens/resolve', lens);
    const text = await editor.request<string>('workspace/executeCommand', command);
    expect(text).toContain('Who registers where');
    await editor.until(() => editor.shown.length > 0);
    expect(editor.shown).toEqual([text]);
  });
});

describe('inlay hints', () => {
  const HEX =
    'class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option vendor-encapsulated-options 01:01:01;\n}\n';
  const hints = (editor: Editor, from: number, to: number) =>
    editor.request<readonly InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: URI },
      range: { start: { line: from, character: 0 }, end: { line: to, character: 0 } },
    });

  test('tell behind hexadecimal digits what they say', async () => {
    const editor = await startEditor();
    editor.open(URI, HEX);
    expect(await hints(editor, 0, 4)).toMatchObject([
      {
        position: { line: 2, character: 45 },
        label: 'exclusive = 1',
        paddingLeft: true,
        tooltip: { kind: 'markdown' },
      },
    ]);
    expect(await hints(editor, 0, 1)).toEqual([]);
  });
});

describe('the rollout table', () => {
  test('comes with links to the lines that decide, and in short', async () => {
    const editor = await startEditor();
    editor.open(URI, TEXT);
    const view = await rollout(editor);
    expect(view?.text).toBe(
      'Who registers where     dhcpd.conf\n              every release\n10.99.0.0/24  10.99.0.10\n              224\n',
    );
    expect(view?.links).toEqual([
      { line: 2, start: 0, end: 12, uri: URI, target: { line: 2, character: 0 } },
      { line: 3, start: 14, end: 17, uri: URI, target: { line: 1, character: 0 } },
    ]);
    expect(view?.marks.map(({ role }) => role)).toEqual(['heading', 'way']);
    expect(await summary(editor)).toEqual({ places: 1, without: 0, partly: 0 });
  });

  test('of a file that the server does not start with says so', async () => {
    const editor = await startEditor();
    editor.open(URI, TEXT.replace('"10.99.0.10";', '"10.99.0.10"'));
    const view = await rollout(editor);
    expect(view?.text).toContain('✗ dhcpd does not start with this file, so nobody gets an answer (dhcpd.conf:2).');
    expect(await summary(editor)).toMatchObject({
      places: 1,
      without: 1,
      refusal: expect.stringContaining('does not start'),
    });
  });

  test('is counted by subnets: those without any UMS, and those where only some releases find one', async () => {
    const editor = await startEditor();
    editor.open(
      URI,
      `option igelrmserver code 224 = text;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  option igelrmserver "10.99.0.10";
}
subnet 10.99.0.0 netmask 255.255.255.0 {
  range 10.99.0.20;
}
subnet 10.99.1.0 netmask 255.255.255.0 {
  pool { range 10.99.1.20; deny members of "igel"; }
}
subnet 10.99.2.0 netmask 255.255.255.0 {
  pool { range 10.99.2.20; deny members of "igel"; }
  pool { range 10.99.2.30; option igelrmserver "10.99.0.10"; }
}
subnet 10.99.3.0 netmask 255.255.255.0 { }
`,
    );
    expect(await summary(editor)).toEqual({ places: 3, without: 1, partly: 1 });
  });

  test('of a file that is not open there is none', async () => {
    expect(await rollout(await startEditor())).toBeNull();
  });

  test('an editor that shows it is told when another may hold', async () => {
    const editor = await startEditor({ initializationOptions: { showsRollout: true } });
    expect(editor.capabilities.executeCommandProvider?.commands).not.toContain('igelRollout.showRollout');
    editor.open(URI, TEXT);
    await rollout(editor);
    editor.replace(URI, '99.0.10', '99.0.11');
    await editor.until(() => editor.rolloutChanges.length > 0);
    expect(editor.rolloutChanges).toEqual([{ uris: [URI] }]);
    expect((await rollout(editor))?.text).toContain('10.99.0.11');
  });

  test('of an included file is that of the config that includes it', async () => {
    const editor = await startEditor({ disk: new Map([['/etc/dhcp/dhcpd.conf', INCLUDING]]) });
    editor.open(INCLUDED, SERVERS);
    const view = await rollout(editor, INCLUDED);
    expect(view?.text).toContain('dhcpd.conf\n');
    expect(view?.links.map(({ uri }) => uri)).toEqual([URI, INCLUDED]);
  });
});
