import { ConfigurationTarget, DiagnosticSeverity, languages, type Uri, workspace } from 'vscode';
import { closeAll, diagnostics, equal, open, rulesOf, until } from './editor.ts';

const set = async (key: string, value: unknown, target: ConfigurationTarget): Promise<void> =>
  workspace.getConfiguration('igelRollout').update(key, value, target);

/** Files that something is said about, beside the configs. */
const complaints = (): readonly (readonly [Uri, readonly { readonly message: string }[]])[] =>
  languages.getDiagnostics().filter(([uri, found]) => uri.path.endsWith('settings.json') && found.length > 0);

suite('settings', () => {
  teardown(async () => {
    for (const target of [ConfigurationTarget.Workspace, ConfigurationTarget.Global]) {
      await set('rules', undefined, target);
      await set('dhcpd.family', undefined, target);
    }
    await until(languages.onDidChangeDiagnostics, () => complaints().length === 0 || undefined);
    await closeAll();
  });

  test('a rule that is switched off finds nothing, and comes back', async () => {
    const document = await open('mistakes.dhcpd.conf');
    await diagnostics(document, (found) => found.length === 2);
    await set('rules', { 'option-224-type': 'off' }, ConfigurationTarget.Workspace);
    equal(rulesOf(await diagnostics(document, (found) => found.length === 1)), ['syntax']);
    await set('rules', undefined, ConfigurationTarget.Workspace);
    await diagnostics(document, (found) => found.length === 2);
  });

  for (const [name, target] of [
    ['the workspace', ConfigurationTarget.Workspace],
    ['the person', ConfigurationTarget.Global],
  ] as const) {
    test(`what is wrong in the settings of ${name} is told where it stands`, async () => {
      await open('mistakes.dhcpd.conf');
      await set('rules', { sintax: 'off' }, target);
      const [told] = await until(languages.onDidChangeDiagnostics, () =>
        complaints().length > 0 ? complaints() : undefined,
      );
      const [uri, found] = told ?? [];
      equal(
        found?.map(({ message }) => message),
        ['igelRollout.rules: there is no rule sintax. Is syntax meant?'],
      );
      const [{ range, severity } = {}] = languages.getDiagnostics(uri ?? ({} as Uri));
      equal(severity, DiagnosticSeverity.Warning);
      const document = await workspace.openTextDocument(uri ?? ({} as Uri));
      equal(document.getText(range), '"sintax"');
    });
  }
});
