import { describe, expect, test } from 'vitest';
import { at, PUSHED } from './editor.ts';
import { Clock, startEditor } from './in-memory.ts';

const URI = 'file:///etc/dhcp/dhcpd.conf';
const FINE = 'option domain-name "example.org";\ndefault-lease-time 600;\n';
const BROKEN = 'option domain-name "example.org"\ndefault-lease-time 600;\n';

describe('diagnostics', () => {
  test('an editor that asks is told what is found, and told so when nothing is new', async () => {
    const editor = await startEditor();
    editor.open(URI, BROKEN);
    const first = await editor.pull(URI);
    expect(first).toMatchObject({
      kind: 'full',
      items: [
        {
          range: { start: { line: 0, character: 31 }, end: { line: 0, character: 32 } },
          severity: 1,
          code: 'syntax',
          source: 'igel-rollout',
        },
      ],
    });
    expect(await editor.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    editor.replace(URI, '600', '601');
    expect(await editor.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    editor.replace(URI, 'option', '\noption');
    const moved = await editor.pull(URI, first.resultId);
    expect(moved).toMatchObject({ kind: 'full', items: [{ range: { start: { line: 1, character: 31 } } }] });
    expect(moved.resultId).not.toBe(first.resultId);
  });

  test('an editor that does not ask is sent what is found, with the version it was found in', async () => {
    const editor = await startEditor({ capabilities: PUSHED });
    expect(editor.capabilities.diagnosticProvider).toBeUndefined();
    editor.open(URI, BROKEN);
    await editor.until(() => editor.published.length > 0);
    expect(editor.published).toMatchObject([{ uri: URI, version: 1, diagnostics: [{ code: 'syntax' }] }]);
    editor.replace(URI, 'org"\n', 'org";\n');
    await editor.until(() => editor.published.length > 1);
    expect(editor.published.at(-1)).toEqual({ uri: URI, version: 2, diagnostics: [] });
    editor.replace(URI, 'org";', 'org"');
    editor.close(URI);
    await editor.settle();
    expect(editor.published.at(-1)).toEqual({ uri: URI, diagnostics: [] });
  });

  test('a thousand are shown, errors first, and a last one says how many more there are', async () => {
    const editor = await startEditor();
    const warnings = Array.from({ length: 700 }, (_, i) => `host w${i} { hardware ethernet 02:00:00:00:00:01; }\n`);
    const errors = Array.from({ length: 700 }, () => 'nonsense 7;\n');
    editor.open(URI, [...warnings, ...errors].join(''));
    const found = await editor.diagnostics(URI);
    expect(found).toHaveLength(1001);
    const severities = found.slice(0, 1000).map(({ severity }) => severity ?? 0);
    expect(severities).toEqual(severities.toSorted((a, b) => a - b));
    expect(severities.filter((severity) => severity === 1)).toHaveLength(700);
    expect(found.at(-1)?.message).toMatch(/^399 more findings are not shown here/);
  });

  test('a long file is told from its beginning, and the editor is asked to ask again', async () => {
    const clock = new Clock();
    clock.perLook = 7;
    const editor = await startEditor({ clock });
    const host = (i: number) => `host h${i} {\n  hardware ethernet 02:00:00:00:00:00;\n}\n`;
    editor.open(URI, `${BROKEN}${Array.from({ length: 5000 }, (_, i) => host(i)).join('')}`);
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
    await editor.until(() => editor.refreshes > 0);
    expect((await editor.found(URI)).length).toBe(1001);
  });

  test('an editor that cannot be asked to ask again gets all at once', async () => {
    const clock = new Clock();
    clock.perLook = 7;
    const editor = await startEditor({ clock, capabilities: { textDocument: { diagnostic: {} } } });
    editor.open(URI, `${'host h { hardware ethernet 02:00:00:00:00:00; }\n'.repeat(2000)}`);
    expect(await editor.found(URI)).toHaveLength(1001);
    expect(editor.refreshes).toBe(0);
  });

  test('places in other files are linked', async () => {
    const disk = new Map([['/etc/dhcp/hosts.conf', 'host a { hardware ethernet 02:00:00:00:00:01; }\n']]);
    const editor = await startEditor({ disk });
    editor.open(URI, 'include "/etc/dhcp/hosts.conf";\nhost a { hardware ethernet 02:00:00:00:00:02; }\n');
    const [duplicate] = await editor.diagnostics(URI);
    expect(duplicate?.relatedInformation?.[0]?.location).toEqual({
      uri: 'file:///etc/dhcp/hosts.conf',
      range: { start: { line: 0, character: 5 }, end: { line: 0, character: 6 } },
    });
  });
});

describe('the line that is being typed', () => {
  test('is not scolded until the person pauses', async () => {
    const clock = new Clock();
    const editor = await startEditor({ clock });
    editor.open(URI, `${FINE}nonsense 7;\n`);
    editor.type(URI, FINE.length, 'option igelrm');
    expect(await editor.found(URI)).toEqual([]);
    clock.pass(999);
    await editor.settle();
    expect(editor.refreshes).toBe(0);
    clock.pass(1);
    await editor.until(() => editor.refreshes > 0);
    expect(await editor.found(URI)).not.toEqual([]);
  });

  test('is not scolded until another line is edited', async () => {
    const editor = await startEditor();
    editor.open(URI, FINE);
    editor.type(URI, FINE.length, 'nonsense 7;');
    expect(await editor.found(URI)).toEqual([]);
    editor.type(URI, editor.text(URI).length, '\n');
    expect(await editor.found(URI)).toEqual(['3:1 unknown-statement']);
  });

  test('is not scolded until the cursor is elsewhere, as an editor tells when it asks for code actions', async () => {
    const editor = await startEditor();
    editor.open(URI, FINE);
    editor.type(URI, FINE.length, 'nonsense 7;');
    await editor.actions(URI, at(2, 3));
    expect(await editor.found(URI)).toEqual([]);
    await editor.actions(URI, at(0, 3));
    await editor.until(() => editor.refreshes > 0);
    expect(await editor.found(URI)).toEqual(['3:1 unknown-statement']);
  });

  test('other lines are told at once', async () => {
    const editor = await startEditor();
    editor.open(URI, 'option igelrmserver code 224 = text;\noption igelrmserver "192.0.2.10";\n');
    editor.edit(URI, 14, 15, '');
    expect(await editor.found(URI)).toEqual(['2:8 option-224-undefined']);
  });

  test('is told again where what is found is sent', async () => {
    const clock = new Clock();
    const editor = await startEditor({ clock, capabilities: PUSHED });
    editor.open(URI, FINE);
    editor.type(URI, FINE.length, 'nonsense 7;');
    await editor.until(() => editor.published.at(-1)?.version === 12);
    expect(editor.published.at(-1)?.diagnostics).toEqual([]);
    clock.pass(1000);
    await editor.until(() => editor.published.at(-1)?.diagnostics.length === 1);
  });

  test('is told at once to an editor that could not be told later', async () => {
    const editor = await startEditor({ capabilities: { textDocument: { diagnostic: {} } } });
    editor.open(URI, FINE);
    editor.type(URI, FINE.length, 'nonsense 7;');
    expect(await editor.found(URI)).toEqual(['3:1 unknown-statement']);
  });
});

describe('requests', () => {
  test('an answer that nobody waits for any more is not worked out', async () => {
    const clock = new Clock();
    clock.perLook = 100;
    const editor = await startEditor({ clock, capabilities: { textDocument: { diagnostic: {} } } });
    editor.open(URI, `${'host h { hardware ethernet 02:00:00:00:00:00; }\n'.repeat(20_000)}`);
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const source = new CancellationTokenSource();
    const answer = editor.connection.sendRequest(
      'textDocument/diagnostic',
      { textDocument: { uri: URI } },
      source.token,
    );
    await editor.request('igelRollout/explain', { rule: 'syntax' });
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(await editor.found(URI)).toHaveLength(1001);
  });

  test('files that are not open, or of no known language, have nothing to tell', async () => {
    const editor = await startEditor();
    editor.open('file:///etc/hosts', '127.0.0.1 localhost\n', 'plaintext');
    for (const uri of ['file:///etc/hosts', 'file:///nowhere.conf', '', 'nonsense']) {
      expect(await editor.pull(uri)).toEqual({ kind: 'full', items: [] });
      expect(await editor.actions(uri, at(0))).toEqual([]);
      for (const method of ['hover', 'completion']) {
        const params = { textDocument: { uri }, position: { line: 0, character: 0 } };
        expect(await editor.request(`textDocument/${method}`, params)).toBeNull();
      }
    }
  });

  test('a file is known by its name where the editor has no name for its language', async () => {
    const editor = await startEditor();
    editor.open(URI, BROKEN, 'conf');
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
  });

  test('hovers, completions, symbols and folds are answered from the text as it is', async () => {
    const editor = await startEditor();
    editor.open(URI, 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  option routers 192.0.2.1;\n}\n');
    const textDocument = { uri: URI };
    const position = { line: 1, character: 11 };
    expect(await editor.request('textDocument/hover', { textDocument, position })).toMatchObject({
      contents: { kind: 'markdown', value: expect.stringContaining('routers') },
    });
    const list = await editor.request<{ items: { label: string; sortText: string }[] }>('textDocument/completion', {
      textDocument,
      position: { line: 1, character: 9 },
    });
    expect(list.items.map(({ label }) => label)).toContain('routers');
    expect(list.items.map(({ sortText }) => sortText)).toEqual(list.items.map(({ sortText }) => sortText).toSorted());
    expect(await editor.request('textDocument/documentSymbol', { textDocument })).toMatchObject([
      { name: expect.stringContaining('192.0.2.0') },
    ]);
    expect(await editor.request('textDocument/foldingRange', { textDocument })).toEqual([{ startLine: 0, endLine: 1 }]);
  });

  test('a rule is explained, by the server itself where the editor does not', async () => {
    const ours = await startEditor({ initializationOptions: { explains: true, showsRollout: true } });
    expect(ours.capabilities.executeCommandProvider).toBeUndefined();
    expect(await ours.request('igelRollout/explain', { rule: 'syntax' })).toMatchObject({
      markdown: expect.stringContaining('# syntax'),
    });
    expect(await ours.request('igelRollout/explain', { rule: 'sintax' })).toBeNull();
    const other = await startEditor();
    const command = { command: 'igelRollout.explainRule', arguments: ['syntax'] };
    expect(await other.request('workspace/executeCommand', command)).toContain('# syntax');
    expect(other.shown).toEqual([expect.stringContaining('# syntax')]);
  });
});

describe('settings', () => {
  test('are asked for, and asked for again when they change', async () => {
    const editor = await startEditor({ settings: { rules: { syntax: 'off' } } });
    editor.open(URI, BROKEN);
    await editor.until(() => editor.settingsAsked > 0);
    await editor.settle();
    expect(await editor.found(URI)).toEqual([]);
    editor.settings = { rules: { syntax: 'warning' } };
    editor.refreshes = 0;
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.refreshes > 0);
    expect(await editor.diagnostics(URI)).toMatchObject([{ code: 'syntax', severity: 2 }]);
  });

  test('come with the greeting or a notification where the editor cannot be asked', async () => {
    const editor = await startEditor({
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { settings: { rules: { syntax: 'off' } } },
    });
    editor.open(URI, BROKEN);
    expect(await editor.found(URI)).toEqual([]);
    editor.notify('workspace/didChangeConfiguration', { settings: { igelRollout: {} } });
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
  });

  test('that make no sense are told once, and do no harm', async () => {
    const editor = await startEditor({ settings: { rules: { sintax: 'off' }, flet: [] } });
    editor.open(URI, BROKEN);
    await editor.until(() => editor.shown.length > 1);
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.settle();
    expect(editor.shown).toEqual([
      'There is no setting igelRollout.flet. Is igelRollout.fleet meant?',
      'igelRollout.rules: there is no rule sintax. Is syntax meant?',
    ]);
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
  });

  test('that make no sense are told with their place to an editor that shows it there', async () => {
    const editor = await startEditor({ settings: { flet: [] }, initializationOptions: { placesComplaints: true } });
    await editor.until(() => editor.complaints.length > 0);
    editor.settings = { fleet: [] };
    editor.notify('workspace/didChangeConfiguration', { settings: null });
    await editor.until(() => editor.complaints.length > 1);
    expect(editor.complaints).toEqual([
      {
        complaints: [{ at: ['flet'], message: 'There is no setting igelRollout.flet. Is igelRollout.fleet meant?' }],
      },
      { complaints: [] },
    ]);
    expect(editor.shown).toEqual([]);
  });
});

describe('what an editor should not say', () => {
  test('edits beyond the text, or the wrong way round, are taken as far as they go', async () => {
    const editor = await startEditor();
    editor.open(URI, FINE);
    const change = (range: unknown, text: string) =>
      editor.notify('textDocument/didChange', {
        textDocument: { uri: URI, version: 2 },
        contentChanges: [{ range, text }],
      });
    change({ start: { line: 90, character: 9 }, end: { line: 99, character: 9 } }, 'nonsense 7;\n');
    expect(await editor.found(URI)).toEqual(['3:1 unknown-statement']);
    change({ start: { line: 1, character: 0 }, end: { line: 0, character: 0 } }, '');
    change({ start: { line: -1, character: -1 }, end: { line: 0, character: 0 } }, '');
    expect(await editor.found(URI)).toEqual(['2:1 unknown-statement']);
  });

  test.each([
    ['textDocument/didOpen', undefined],
    ['textDocument/didOpen', { textDocument: { uri: 7 } }],
    ['textDocument/didOpen', { textDocument: { uri: URI, languageId: 'dhcpd', text: null } }],
    ['textDocument/didChange', {}],
    ['textDocument/didChange', { textDocument: { uri: URI }, contentChanges: [{ range: {}, text: 7 }] }],
    ['textDocument/didChange', { textDocument: { uri: 'file:///unknown' }, contentChanges: [] }],
    ['textDocument/didClose', { textDocument: { uri: 'file:///unknown' } }],
    ['textDocument/didClose', null],
    ['workspace/didChangeWatchedFiles', { changes: [{}] }],
    ['workspace/didChangeConfiguration', 7],
    ['nobody/knowsThis', { a: 1 }],
  ])('%s with %j is survived', async (method, params) => {
    const editor = await startEditor();
    editor.open(URI, BROKEN);
    editor.notify(method, params);
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
  });

  test.each([
    ['textDocument/hover', {}],
    ['textDocument/diagnostic', undefined],
    ['textDocument/codeAction', { textDocument: { uri: URI } }],
    ['textDocument/codeAction', { textDocument: { uri: URI }, range: at(0), context: {} }],
    ['codeAction/resolve', { data: 'file:///unknown' }],
    ['workspace/executeCommand', { command: 'rm', arguments: ['-rf'] }],
    ['igelRollout/explain', null],
    ['nobody/knowsThis', {}],
  ])('%s with %j is answered', async (method, params) => {
    const editor = await startEditor();
    editor.open(URI, BROKEN);
    await editor.request(method, params).catch((error: Error) => expect(error.message).not.toBe(''));
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
  });

  test('a file that is opened twice has the text of the second time', async () => {
    const editor = await startEditor();
    editor.open(URI, FINE);
    editor.open(URI, BROKEN);
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
    editor.close(URI);
    expect(await editor.pull(URI)).toEqual({ kind: 'full', items: [] });
  });
});

test('a server without any abilities of the editor works', async () => {
  const editor = await startEditor({ capabilities: {} });
  editor.open(URI, BROKEN);
  await editor.until(() => editor.published.length > 0);
  expect(editor.published[0]?.diagnostics).toHaveLength(1);
});

test('an editor that can be told to ask again does not wait for the simulator of a file with many networks', async () => {
  const clock = new Clock();
  const editor = await startEditor({ clock });
  const subnet = (i: number) => `subnet 10.0.${i}.0 netmask 255.255.255.0 { range 10.0.${i}.10 10.0.${i}.99; }\n`;
  const networks = Array.from({ length: 60 }, (_, i) => subnet(i)).join('');
  const igel = [
    'option space igel;',
    'option igel.igelrmserver code 224 = text;',
    'class "igel" {',
    '  match if option vendor-class-identifier = "IGEL-DHCP-1";',
    '  vendor-option-space igel;',
    '  option igel.igelrmserver "192.0.2.10";',
    '}',
  ].join('\n');
  const text = `${networks}${'# \n'.repeat(9000)}${igel}\n`;
  editor.open(URI, text);
  const all = await editor.found(URI);
  expect(all).toEqual(['9064:12 vendor-class-match']);
  clock.perLook = 7;
  editor.replace(URI, '10.0.0.99', '10.0.0.98');
  expect(await editor.found(URI)).toEqual(all);
  editor.refreshes = 0;
  await editor.until(() => editor.refreshes > 0);
  clock.perLook = 0;
  expect(await editor.found(URI)).toEqual(all);
});
