import { type DhcpProgram, type DhcpServer, wireNeeds, withServer } from './dhcp-server.ts';
import { environment, type Need, program } from './server-environment.ts';

/** What `withKea` needs of the machine. */
export const keaOnAWire: readonly Need[] = [program('kea-dhcp4', '-v'), ...wireNeeds];

/** Kea is to leave no lock or process id where other runs find it, and to log where it is listened to. */
export const keaEnvironment: NodeJS.ProcessEnv = {
  ...environment,
  KEA_LOCKFILE_DIR: 'none',
  KEA_PIDFILE_DIR: '.',
  KEA_LOGGER_DESTINATION: 'stdout',
};

/** Kea for DHCPv4. */
const KEA: DhcpProgram = {
  name: 'kea-dhcp4',
  files: (config) => ({ 'kea-dhcp4.conf': withLogger(config) }),
  environment: keaEnvironment,
  arguments: () => ['-d', '-c', 'kea-dhcp4.conf'],
  isStarted: (line) => line.includes(' DHCP4_STARTED '),
  // The first that it says of it, whatever comes of it: by then all messages before are dealt with
  isReleaseOf: (line, mac) => line.includes(`[hwtype=1 ${mac}]`),
  isPromiseTo: () => false,
};

/** With `-d` Kea logs all that it does, whatever level its loggers are given; but one must be there. */
function withLogger(config: string | Uint8Array): Uint8Array {
  const encoding = typeof config === 'string' ? 'utf8' : 'latin1';
  const text = typeof config === 'string' ? config : Buffer.from(config).toString(encoding);
  if (/"loggers"\s*:/.test(text)) return Buffer.from(text, encoding);
  return Buffer.from(
    text.replace(/"Dhcp4"\s*:\s*\{/, (open) => `${open} "loggers": [ ${LOGGER} ],`),
    encoding,
  );
}

const LOGGER = '{ "name": "kea-dhcp4", "severity": "INFO", "output_options": [ { "output": "stdout" } ] }';

/** Starts the real kea-dhcp4 on a config: see `withServer`. */
export const withKea = <T>(
  config: string | Uint8Array,
  use: (server: DhcpServer) => Promise<T>,
  address?: string,
): Promise<T> => withServer(KEA, config, use, address);
