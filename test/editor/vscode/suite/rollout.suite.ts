import {
  type CodeLens,
  commands,
  type DocumentLink,
  env,
  type InlayHint,
  Range,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { closeAll, diagnostics, equal, hoverAt, matches, open, placeOf, replace, until } from './editor.ts';

const SCHEME = 'igel-rollout-table';

/** The words above the lines of a document, in the order of the lines. */
async function lenses({ uri }: TextDocument): Promise<readonly string[]> {
  const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
  return found
    .toSorted((a, b) => a.range.start.line - b.range.start.line)
    .map(({ range, command }) => `${range.start.line + 1}: ${command?.title}`);
}

/** The table that is open, when it reads as wanted. */
const table = (wanted: RegExp): Promise<TextDocument> =>
  until(workspace.onDidChangeTextDocument, () =>
    workspace.textDocuments.find(({ uri, getText }) => uri.scheme === SCHEME && wanted.test(getText())),
  );

const inFront = (scheme: string): Promise<Uri> =>
  until(window.onDidChangeActiveTextEditor, () => {
    const uri = window.activeTextEditor?.document.uri;
    return uri?.scheme === scheme ? uri : undefined;
  });

suite('who gets which UMS', () => {
  teardown(closeAll);

  test('is said above what decides, and follows the text', async () => {
    const document = await open('rollout.dhcpd.conf');
    await diagnostics(document, (found) => found.length > 0);
    equal(await lenses(document), [
      '2: Decides for IGEL OS 11.03.500 and lower',
      '4: IGEL OS 11.04.100+: 10.99.0.11 through 43/224 (12.7.5: perhaps)',
      '9: IGEL OS 11.04.100+: 10.99.0.11 through 43/224 (12.7.5: perhaps); 11.03.500 and lower: 10.99.0.10 through 224',
    ]);
    await replace(document, placeOf(document, '10.99.0.10'), '10.99.0.12');
    matches((await lenses(document)).join('\n'), /11\.03\.500 and lower: 10\.99\.0\.12 through 224/);
  });

  test('is said of a subnet where the pointer is', async () => {
    const document = await open('rollout.dhcpd.conf');
    matches(
      await hoverAt(document, placeOf(document, 'subnet').start),
      /11\.03\.500 or lower \| \*\*10\.99\.0\.10\*\*/,
    );
  });

  test('hexadecimal digits are told in words behind them', async () => {
    const document = await open('rollout.dhcpd.conf');
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = await commands.executeCommand<InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
    equal(
      hints.map(({ position, label }) => [position.line, label]),
      [[5, '224 = "10.99.0.11"']],
    );
  });

  test('as a table: a lens opens it, it follows the text, its rows lead to the lines, and it can be copied', async () => {
    const document = await open('rollout.dhcpd.conf');
    const [lens] = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
    await commands.executeCommand(lens?.command?.command ?? '', ...((lens?.command?.arguments ?? []) as unknown[]));
    const uri = await inFront(SCHEME);
    const shown = await table(/^10\.99\.0\.0\/24 {2}10\.99\.0\.10 +10\.99\.0\.11 /m);
    equal(`${shown.uri}`, `${uri}`);
    matches(shown.getText(), /^Who registers where +rollout\.dhcpd\.conf\n/);

    await replace(document, placeOf(document, '10.99.0.10'), '10.99.0.12');
    await table(/^10\.99\.0\.0\/24 {2}10\.99\.0\.12 /m);

    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri, 20);
    const [subnet] = links;
    equal(subnet && shown.getText(subnet.range), '10.99.0.0/24');
    await commands.executeCommand('vscode.open', subnet?.target);
    await inFront(document.uri.scheme);
    equal(window.activeTextEditor?.selection.active.line, placeOf(document, 'subnet').start.line);

    // A browser without a window in front may keep its clipboard to itself: then only the command is tried.
    await env.clipboard.writeText('before');
    const isOpen = (await env.clipboard.readText()) === 'before';
    await commands.executeCommand('igelRollout.copyRollout');
    if (isOpen) equal(await env.clipboard.readText(), shown.getText());
  });

  test('of a file that the server does not start with, that is what is said', async () => {
    const document = await open('rollout.dhcpd.conf');
    // In a browser what the tests before have typed may be saved.
    await replace(document, document.lineAt(1).range, 'option igelrmserver "10.99.0.10"');
    matches((await lenses(document)).join('\n'), /9: IGEL OS: none, since dhcpd does not start with this file/);
    await commands.executeCommand('igelRollout.showRollout');
    await table(/dhcpd does not start with this file, so nobody gets an answer \(rollout\.dhcpd\.conf:2\)/);
  });
});
