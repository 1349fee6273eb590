import { moveTo } from '../features/move-to.ts';
import type { AnyUnit } from '../workspace/workspace.ts';
import { type Command, UsageError } from './arguments.ts';
import { readConfigs } from './configs.ts';
import { Files } from './files.ts';
import { complain, type ExitStatus, type Host } from './host.ts';

type Convert = Extract<Command, { name: 'convert' }>;

/**
 * `igel-rollout convert`: prints or writes what leads devices to their UMS, for another server. What is not carried over is listed, and
 * makes the exit status 1.
 */
export async function convert(command: Convert, host: Host): Promise<ExitStatus> {
  const { settings, to, out } = command;
  const files = new Files(host.cwd);
  const { configs, troubles } = readConfigs(command, files, host);
  const [config, ...others] = configs;
  complain(host, troubles);
  if (troubles.length > 0 || !config) return 2;
  if (others.length > 0) throw new UsageError('convert takes one file');
  const analysis = await host.startAnalysis(files);
  const open = (text: string, language: typeof config.language): AnyUnit =>
    analysis.open({ path: config.path, text, language }, settings);
  const moved = moveTo(open(files.read(config.path) ?? '', config.language), {
    to,
    settings,
    understand: (text) => open(text, to),
    nameOf: (path) => path,
  });
  if ('trouble' in moved) {
    complain(host, [moved.trouble]);
    return 1;
  }
  if (out === undefined) host.out(moved.text);
  else {
    files.change(out, moved.text);
    const trouble = files.save(out);
    if (trouble !== undefined) throw new UsageError(`${out}: ${trouble}`);
  }
  complain(
    host,
    moved.left.map((line) => `not carried over: ${line}`),
  );
  return moved.left.length > 0 ? 1 : 0;
}
