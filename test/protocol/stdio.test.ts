import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { casesOf } from '../truth/cases.ts';
import { Editor, type EditorOptions } from './editor.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The bundles, and nothing else: what an editor starts. */
let folder: string;
let running: ChildProcess | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'igel rollout '));
  execFileSync(process.execPath, ['build.mjs', folder], { cwd: ROOT });
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => running?.kill());

function startProcess(words: readonly string[]) {
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['pipe', 'pipe', 'inherit'] });
  running = child;
  return child;
}

async function startEditor(words: readonly string[], options: EditorOptions = {}) {
  const child = startProcess(words);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { child, editor: await new Editor(connection, options).start() };
}

const URI = 'file:///nowhere/dhcpd.conf';
const BROKEN = 'option domain-name "example.org"\n';
const SERVER = ['server.js', '--stdio'];
const COMMAND_LINE = ['cli.js', 'server', '--stdio'];

test.each([{ words: SERVER }, { words: COMMAND_LINE }])(
  '$words: an editor greets, is told what is found, and says goodbye',
  async ({ words }) => {
    const { child, editor } = await startEditor(words);
    editor.open(URI, BROKEN);
    expect(await editor.found(URI)).toEqual(['1:32 syntax']);
    editor.replace(URI, 'org"', 'org";');
    expect(await editor.found(URI)).toEqual([]);
    const ended = once(child, 'exit');
    await editor.request('shutdown', null);
    editor.notify('exit', null);
    expect(await ended).toEqual([0, null]);
  },
);

test('an editor that goes away takes the server with it', async () => {
  const { child } = await startEditor(SERVER);
  const ended = once(child, 'exit');
  child.stdin.end();
  await ended;
});

test.each(['dhcpd', 'kea'] as const)(
  'over standard input and output, and on the command line: the same findings for every case of %s whose truth is known',
  async (language) => {
    const cases = casesOf(language);
    const words = ['cli.js', 'check', '--format', 'json', '--language', language, ...cases.map(({ file }) => file)];
    const { stdout } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 });
    const printed = JSON.parse(stdout) as readonly Printed[];
    const { editor } = await startEditor(COMMAND_LINE, { capabilities: { textDocument: { diagnostic: {} } } });
    for (const { file, config } of cases) {
      const uri = pathToFileURL(file).href;
      editor.open(uri, new TextDecoder('utf-8', { ignoreBOM: true }).decode(config), language);
      const found = (await editor.diagnostics(uri)).map(asPrinted);
      expect(found.toSorted(), file).toEqual(
        printed
          .filter((one) => one.file === file)
          .map(pick)
          .toSorted(),
      );
      editor.close(uri);
    }
    await editor.settle();
  },
);

interface Printed {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: { readonly line: number; readonly column: number };
  readonly end: { readonly line: number; readonly column: number };
}

const pick = ({ rule, severity, message, start, end }: Printed): string =>
  `${start.line}:${start.column}-${end.line}:${end.column} ${severity} ${rule}: ${message}`;

const asPrinted = ({ range: { start, end }, severity, code, message }: Diagnostic): string =>
  `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${['', 'error', 'warning', 'information'][severity ?? 0]} ${code}: ${message}`;

test('includes are read from the disk, and nothing of them is run', async () => {
  writeFileSync(join(folder, 'igel.conf'), 'option igelrmserver code 224 = text;\n');
  const { editor } = await startEditor(SERVER);
  const uri = pathToFileURL(join(folder, 'dhcpd.conf')).href;
  editor.open(uri, 'include "igel.conf";\noption igelrmserver "192.0.2.10";\n');
  expect(await editor.found(uri)).toEqual([]);
});

const frame = (body: string): string => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

test.each([
  ['no JSON', frame('{"jsonrpc": "2.0", nonsense')],
  [
    'JSON that is no message',
    ['7', 'null', '[]', '{"id":"x"}', '{"jsonrpc":"2.0","id":3,"method":7}'].map(frame).join(''),
  ],
  ['a length that is no number', 'Content-Length: many\r\n\r\n{"jsonrpc":"2.0","method":"x"}'],
  ['a length below nothing', 'Content-Length: -7\r\n\r\n{"jsonrpc":"2.0","method":"x"}'],
  ['a length that no text could have', 'Content-Length: 99999999999999\r\n\r\n{"jsonrpc":"2.0","method":"x"}'],
  ['a length that is too small', 'Content-Length: 9\r\n\r\n{"jsonrpc":"2.0","method":"x"}'],
  ['a message without a header', '{"jsonrpc":"2.0","method":"x"}'],
  ['a header without a length', 'Content-Type: x\r\n\r\n'],
  ['no header', 'garbage\r\n\r\n'],
  ['a method that nobody knows', frame('{"jsonrpc":"2.0","id":"y","method":"nobody/knowsThis"}')],
])('%s: the server lives on', async (_, bytes) => {
  const { child, editor } = await startEditor(SERVER);
  child.stdin.write(bytes);
  editor.open(URI, BROKEN);
  expect(await editor.found(URI)).toEqual(['1:32 syntax']);
});

test('a request that comes before the greeting is answered with a fault', async () => {
  const child = startProcess(SERVER);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  connection.listen();
  await expect(connection.sendRequest('textDocument/hover', {})).rejects.toMatchObject({ code: -32002 });
});
