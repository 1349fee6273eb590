import {
  type Disposable,
  languages,
  MarkdownString,
  StatusBarAlignment,
  type TextDocument,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { type Findings, findingsOf, inWords } from './findings.ts';
import { isConfig } from './languages.ts';

type ServerState = 'starting' | 'running' | 'stopped';

/** Says, while a config is in front, what is found in it. A click shows the findings. */
export class StatusItem implements Disposable {
  readonly #item = window.createStatusBarItem('igelRollout.status', StatusBarAlignment.Right, 100);
  readonly #listeners: readonly Disposable[];
  #server: ServerState = 'starting';

  constructor() {
    this.#item.name = 'IGEL Rollout';
    const update = () => this.#update();
    this.#listeners = [
      window.onDidChangeActiveTextEditor(update),
      languages.onDidChangeDiagnostics(update),
      workspace.onDidOpenTextDocument(update),
    ];
  }

  setServer(state: ServerState): void {
    this.#server = state;
    this.#update();
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    this.#item.dispose();
  }

  #update(): void {
    const document = window.activeTextEditor?.document;
    if (!document || !isConfig(document)) {
      this.#item.hide();
      return;
    }
    this.#item.backgroundColor = undefined;
    switch (this.#server) {
      case 'starting':
        this.#say('$(loading~spin) IGEL', 'The language server is starting.', undefined);
        break;
      case 'stopped':
        this.#say(
          '$(debug-disconnect) IGEL',
          'The language server is off. Click to start it.',
          'igelRollout.restartServer',
        );
        this.#item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
        break;
      case 'running':
        this.#sayFindings(document);
    }
    this.#item.show();
  }

  #sayFindings(document: TextDocument): void {
    const findings = findingsOf(document.uri);
    const tooltip = `${inWords(findings)} found in ${workspace.asRelativePath(document.uri)}`;
    this.#say(`IGEL ${signs(findings)}`, tooltip, 'workbench.actions.view.problems');
  }

  #say(text: string, tooltip: string, command: string | undefined): void {
    this.#item.text = text;
    this.#item.tooltip = new MarkdownString(tooltip);
    this.#item.accessibilityInformation = { label: `IGEL Rollout: ${tooltip}` };
    this.#item.command = command;
  }
}

function signs({ errors, warnings, others }: Findings): string {
  const signs = [
    errors > 0 && `$(error) ${errors}`,
    warnings > 0 && `$(warning) ${warnings}`,
    others > 0 && `$(info) ${others}`,
  ];
  return signs.filter(Boolean).join(' ') || '$(check)';
}
