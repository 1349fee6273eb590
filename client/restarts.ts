import { type LogOutputChannel, window } from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

/** A server that ends more often than this, in this time, has a fault that another start does not cure. */
const LIMIT = 4;
const WITHIN_MS = 3 * 60_000;

const SHOW_LOG = 'Show Log';
const START_AGAIN = 'Start Again';

/** Starts a server again that went away, and tells it once. */
export class Restarts implements ErrorHandler {
  readonly #log: LogOutputChannel;
  readonly #startAgain: () => Promise<void>;
  #ends: readonly number[] = [];
  #told = false;

  constructor(log: LogOutputChannel, startAgain: () => Promise<void>) {
    this.#log = log;
    this.#startAgain = startAgain;
  }

  /** A message that cannot be read or written does not keep the next one from it. */
  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#ends = [...this.#ends.filter((end) => now - end < WITHIN_MS), now];
    if (this.#ends.length > LIMIT) {
      this.#ends = [];
      void this.#giveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (!this.#told) void this.#tell();
    this.#told = true;
    return { action: CloseAction.Restart, handled: true };
  }

  async #tell(): Promise<void> {
    const answer = await window.showWarningMessage(
      'The language server of IGEL Rollout ended by a fault of its own and has been started again. Your files are as they were, and what is found in them comes back by itself.',
      SHOW_LOG,
    );
    if (answer === SHOW_LOG) this.#log.show();
  }

  async #giveUp(): Promise<void> {
    const answer = await window.showErrorMessage(
      `The language server of IGEL Rollout ended ${LIMIT + 1} times within ${WITHIN_MS / 60_000} minutes, so it stays off: files have their colours, but nothing is found in them. Its log says what happened last.`,
      START_AGAIN,
      SHOW_LOG,
    );
    if (answer === START_AGAIN) await this.#startAgain();
    if (answer === SHOW_LOG) this.#log.show();
  }
}
