import { commands, type DocumentSymbol, type FoldingRange } from 'vscode';
import { closeAll, completionsAt, equal, hoverAt, matches, open, openText, placeOf } from './editor.ts';

suite('asking', () => {
  teardown(closeAll);

  test('hovers tell what a word means', async () => {
    const document = await open('dhcpd.conf');
    matches(await hoverAt(document, placeOf(document, 'igelrmserver').start), /igelrmserver/);
    matches(await hoverAt(document, placeOf(document, 'range').start), /range/);
  });

  test('completions know what the file declares', async () => {
    const document = await openText('option space igel;\nclass "thin" {\n}\nvendor-option-space \n');
    const labels = (await completionsAt(document, placeOf(document, 'vendor-option-space ').end)).items.map(
      ({ label }) => (typeof label === 'string' ? label : label.label),
    );
    matches(labels.join(), /\bigel\b/);
  });

  test('completions come with what they mean', async () => {
    const document = await openText('default-le\n');
    const { items } = await completionsAt(document, document.lineAt(0).range.end);
    const item = items.find(({ label }) => label === 'default-lease-time');
    matches(JSON.stringify(item?.documentation), /./);
  });

  test('the outline holds networks and what is in them', async () => {
    const { uri } = await open('dhcpd.conf');
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', uri);
    matches(symbols.map(({ name }) => name).join(), /192\.0\.2\.0/);
  });

  test('blocks fold', async () => {
    const { uri } = await open('dhcpd.conf');
    const folds = await commands.executeCommand<FoldingRange[]>('vscode.executeFoldingRangeProvider', uri);
    equal(
      folds.map(({ start, end }) => [start, end]),
      [[3, 4]],
    );
  });
});
