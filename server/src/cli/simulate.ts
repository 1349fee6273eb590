import { refusalOf } from '../features/refusal.ts';
import { RolloutServer } from '../features/rollout-server.ts';
import { DEFAULT_FLEET } from '../igel/devices.ts';
import { type Span, startOf } from '../model/span.ts';
import type { AnyUnit } from '../workspace/workspace.ts';
import { type Command, UsageError } from './arguments.ts';
import { type Config, readConfigs, withoutIncluded } from './configs.ts';
import { Files } from './files.ts';
import { formatRollout } from './format-rollout.ts';
import { formatReplies, formatSimulation } from './format-simulation.ts';
import { complain, type ExitStatus, type Host, type Simulator } from './host.ts';
import { type AskedClient, addressBytes, clientOfOptions, deviceClient, readClients } from './simulated-clients.ts';
import { placesIn, type SimulatedFile } from './simulated-file.ts';

export type Simulate = Extract<Command, { name: 'simulate' }>;

/** `igel-rollout simulate`: prints what devices or clients get from the configs, and where that leads them. */
export async function simulate(command: Simulate, host: Host): Promise<ExitStatus> {
  const files = new Files(host.cwd);
  const { clients, isFleet } = clientsOf(command, files);
  const { configs, troubles: unread } = readConfigs(command, files, host);
  const troubles = [...unread];
  const opened = openAll(await host.startAnalysis(files), configs, command, files);
  for (const { path, unit } of opened) {
    if (!unit.language.simulated) troubles.push(`${path}: what ${unit.language.serverName} sends cannot be told yet`);
  }
  const simulated = opened.filter(({ unit }) => unit.language.simulated).map((one) => serve(one, command));
  const nowhere = simulated.length > 0 && simulated.every(({ places }) => places.length === 0);
  const complaints =
    nowhere && command.subnet !== undefined ? [...troubles, `no subnet is ${command.subnet} or holds it`] : troubles;
  if (command.format === 'json') host.out(formatSimulation(simulated, clients));
  else host.out(isFleet ? formatRollout(simulated, clients, host) : formatReplies(simulated, clients));
  complain(host, complaints);
  if (complaints.length > 0) return 2;
  return simulated.some((file) => leavesDeviceOut(file, clients)) ? 1 : 0;
}

/** Who asks: the clients of a file, the one that the options describe, or the devices of a fleet. */
function clientsOf(
  command: Simulate,
  files: Files,
): { readonly clients: readonly AskedClient[]; readonly isFleet: boolean } {
  const { os, vendorClass, request, settings } = command;
  if (command.clients !== undefined) {
    const loaded = files.load(command.clients);
    if ('trouble' in loaded) throw new UsageError(`${command.clients}: ${loaded.trouble}`);
    return { clients: readClients(loaded.text, command.clients), isFleet: false };
  }
  const mac = command.mac === undefined ? undefined : addressBytes('--mac', command.mac);
  if (os.length === 0 && (vendorClass !== undefined || request !== undefined)) {
    return { clients: [clientOfOptions({ vendorClass, request, mac })], isFleet: false };
  }
  const fleet = settings.fleet.length > 0 ? settings.fleet : DEFAULT_FLEET;
  const versions = os.length > 0 ? os : fleet;
  return { clients: versions.map((version) => deviceClient(version, { vendorClass, request, mac })), isFleet: true };
}

interface OpenedConfig {
  readonly path: string;
  readonly unit: AnyUnit;
}

/** What each config means; a file that another one includes is part of that one. */
function openAll(
  analysis: Simulator,
  configs: readonly Config[],
  { settings }: Simulate,
  files: Files,
): readonly OpenedConfig[] {
  const opened = configs.map(({ path, language }) => {
    const unit = analysis.open({ path, language, text: files.read(path) ?? '' }, settings);
    return { path, unit, reports: unit.documents.map((document) => ({ path: document.file })) };
  });
  return withoutIncluded(opened, files);
}

function serve({ path, unit }: OpenedConfig, { subnet }: Simulate): SimulatedFile {
  const served = new RolloutServer(unit.analysis.model, unit.language.policy);
  const place = (at: Span): string | undefined => {
    const position = unit.document(at.anchor.file)?.positionAt(startOf(at));
    return position && `${at.anchor.file}:${position.line + 1}`;
  };
  return { path, served, places: placesIn(served.server, subnet), refusal: refusalOf(unit), place };
}

const leavesDeviceOut = ({ served, places, refusal }: SimulatedFile, clients: readonly AskedClient[]): boolean =>
  clients.some(({ device, client }) =>
    places.some(
      (place) => device && (refusal !== undefined || served.tell(device, client, place).told.outcome === 'none'),
    ),
  );
