import { version } from '../../../package.json';
import { HELP, parseCommand, UsageError } from './arguments.ts';
import { check } from './check.ts';
import { convert } from './convert.ts';
import { explain } from './explain.ts';
import { fix } from './fix.ts';
import { complain, type ExitStatus, type Host } from './host.ts';
import { simulate } from './simulate.ts';

/** Carries out the words behind `igel-rollout` and says how it ended. */
export async function run(words: readonly string[], host: Host): Promise<ExitStatus> {
  try {
    const command = parseCommand(words);
    switch (command.name) {
      case 'help':
        host.out(HELP);
        return 0;
      case 'version':
        host.out(`${version}\n`);
        return 0;
      case 'check':
        return await check(command, host);
      case 'fix':
        return await fix(command, host);
      case 'simulate':
        return await simulate(command, host);
      case 'convert':
        return await convert(command, host);
      case 'explain':
        return explain(command, host);
      case 'server':
        await host.startServer();
        return 0;
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    complain(host, [error.message]);
    return 2;
  }
}
