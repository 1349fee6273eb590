import { type LogOutputChannel, window } from 'vscode';

/** What the extension has written into its log as errors. */
export const loggedErrors: string[] = [];

/** Listens to the log; to be called before the extension starts. */
export function listenToLog(): void {
  const { createOutputChannel } = window as {
    createOutputChannel(name: string, options: { log: true }): LogOutputChannel;
  };
  Object.assign(window, {
    createOutputChannel: (name: string, options: { log: true }) => {
      const channel = createOutputChannel(name, options);
      const { error } = channel;
      return Object.assign(Object.create(channel) as LogOutputChannel, {
        error: (message: string | Error, ...more: unknown[]) => {
          loggedErrors.push(`${name}: ${message}`);
          error(message, ...more);
        },
      });
    },
  });
}
