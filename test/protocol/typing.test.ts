import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { messageOf } from '../../server/src/cli/places.ts';
import { dhcpdTexts, scraps } from '../stories/dhcpd-texts.ts';
import { disk, startAnalysis } from '../truth/analysis-of-disk.ts';
import { casesOf } from '../truth/cases.ts';
import { briefly, type Editor } from './editor.ts';
import { startEditor } from './in-memory.ts';

const CASES = casesOf('dhcpd').map(({ file, name, config }) => ({
  name,
  path: file,
  uri: new URL(`file://${file}`).href,
  text: new TextDecoder().decode(config),
}));

const analysis = await startAnalysis(disk);

const LEVELS = ['', 'error', 'warning', 'information'];

const inWords = ({ range: { start, end }, severity, code, message }: Diagnostic): string =>
  `${start.line}:${start.character}-${end.line}:${end.character} ${LEVELS[severity ?? 0]} ${code}: ${message}`;

/** What the command line finds in a file, in the words of `inWords`. */
function foundByCommandLine(path: string, text: string): readonly string[] {
  const [report] = analysis.check({ path, text, language: 'dhcpd' }, { fleet: [], rules: {} });
  return (report?.findings ?? []).map((finding) => {
    const range = { start: report?.position(finding.start), end: report?.position(finding.end) };
    const severity = LEVELS.indexOf(finding.severity);
    return inWords({ range, severity, code: finding.rule, message: messageOf(finding) } as Diagnostic);
  });
}

test('an editor is told the same as the command line, for every case whose truth is known', async () => {
  const editor = await startEditor({ disk: { get: disk.read } });
  for (const { path, uri, text } of CASES) {
    editor.open(uri, text);
    const found = (await editor.diagnostics(uri)).map(inWords);
    expect(found.toSorted(), path).toEqual(foundByCommandLine(path, text).toSorted());
    editor.close(uri);
  }
});

const URI = 'file:///nowhere/typed.conf';

/** What a server finds that sees the text for the first time. */
async function afresh(text: string): Promise<readonly string[]> {
  const editor = await startEditor({ capabilities: { textDocument: { diagnostic: {} } } });
  editor.open(URI, text);
  return (await editor.diagnostics(URI)).map(briefly);
}

/** Findings on a line, which is to have none while it is being typed. */
const onLine = (found: readonly Diagnostic[], line: number): readonly Diagnostic[] =>
  found.filter(({ range }) => range.start.line <= line && range.end.line >= line);

/** Types a text from nothing, asking for diagnostics after every letter, as an editor does. */
async function typeOut(editor: Editor, text: string): Promise<void> {
  editor.open(URI, '');
  let line = 0;
  for (const [i, letter] of [...text].entries()) {
    const at = [...text].slice(0, i).join('').length;
    editor.edit(URI, at, at, letter);
    if (letter === '\n') line++;
    expect(onLine(await editor.diagnostics(URI), line)).toEqual([]);
  }
}

test.each(CASES.filter(({ text }) => text.length < 1500).filter((_, i) => i % 25 === 0))(
  '$name, typed letter by letter: nothing is thrown, no unfinished line is scolded, and in the end all is found',
  async ({ text }) => {
    const editor = await startEditor();
    await typeOut(editor, text);
    // Another place is edited, so that no line is being typed any more.
    editor.edit(URI, 0, 0, '# \n\n');
    editor.edit(URI, 0, 4, '');
    expect((await editor.diagnostics(URI)).map(briefly)).toEqual(await afresh(text));
    expect(editor.logged).toEqual([]);
  },
);

test('whatever is typed, cut and pasted, the server finds what one does that sees the text for the first time', async () => {
  const edits = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      removed: fc.oneof(fc.constantFrom(0, 0, 1, 2), fc.nat(200)),
      typed: fc.oneof(scraps, fc.constant('')),
      asks: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const editor = await startEditor({ capabilities: { textDocument: { diagnostic: {} } } });
  await fc.assert(
    fc.asyncProperty(dhcpdTexts, edits, async (text, changes) => {
      editor.open(URI, text);
      for (const { at, removed, typed, asks } of changes) {
        const { length } = editor.text(URI);
        const start = Math.floor(at * length);
        editor.edit(URI, start, Math.min(length, start + removed), typed);
        if (asks) await editor.pull(URI);
      }
      expect((await editor.diagnostics(URI)).map(briefly)).toEqual(await afresh(editor.text(URI)));
      editor.close(URI);
    }),
    { numRuns: 30 },
  );
  expect(editor.logged).toEqual([]);
});
