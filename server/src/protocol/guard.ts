import { ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** Where a fault of the server is told. */
export interface Log {
  error(message: string): void;
}

/** Thrown where nobody waits for the answer any more. */
export class Overtaken extends Error {
  constructor() {
    super('cancelled');
  }
}

/** Wraps what answers a request: whatever goes wrong is logged and answered, and the server lives on. */
export const answering =
  <Args extends readonly unknown[], Result>(
    log: Log,
    name: string,
    handle: (...args: Args) => Result | Promise<Result>,
  ): ((...args: Args) => Promise<Result>) =>
  async (...args) => {
    try {
      return await handle(...args);
    } catch (error) {
      if (error instanceof Overtaken) throw new ResponseError(LSPErrorCodes.RequestCancelled, error.message);
      log.error(`${name}: ${describe(error)}`);
      if (error instanceof ResponseError) throw error;
      throw new ResponseError(ErrorCodes.InternalError, `${name} failed; the server's log says why`);
    }
  };

/** Wraps what takes in a notification, which has no answer: whatever goes wrong is logged, and the server lives on. */
export const heeding =
  <Args extends readonly unknown[]>(
    log: Log,
    name: string,
    handle: (...args: Args) => void | Promise<void>,
  ): ((...args: Args) => Promise<void>) =>
  async (...args) => {
    try {
      await handle(...args);
    } catch (error) {
      log.error(`${name}: ${describe(error)}`);
    }
  };

/** A fault of the server for its log. */
export const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
