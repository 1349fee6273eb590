import type { DhcpClient } from '../servers/dhcp-message.ts';
import { type DhcpServer, ServerEnd } from '../servers/dhcp-server.ts';
import { REAL_SERVERS } from '../servers/real-servers.ts';
import { type Answer, type Expectation, family, type TruthCase, UNREVIEWED } from './cases.ts';

/** Who asks a new case: an old device, a new one, and a stranger that a careless match takes for one. */
const CLIENTS: readonly DhcpClient[] = [null, 'igel-dhcp-1', 'igel-dhcp-10'].map((vendorClass) => ({
  vendorClass,
  request: [1, 3, 6, 43, 224, 226],
}));

/** IGEL's options, kept of every reply. Of the others only those that the client asks for beyond what all ask for. */
const KEPT = [43, 224, 226];
const ASKED_BY_ALL = [1, 3, 6];

/** What a real server does with a case now. What people said of it (problem, note) is kept. */
export async function askServer(truthCase: TruthCase): Promise<Expectation> {
  const { expected } = truthCase;
  const verdict = await REAL_SERVERS[truthCase.language].check(truthCase.file, family(truthCase));
  const said = {
    ...verdict,
    ...(family(truthCase) === 6 && { mode: '6' as const }),
    ...(expected?.note !== undefined && { note: expected.note }),
  };
  if (verdict.check === 'reject') return said;
  const problem = expected?.problem === undefined ? UNREVIEWED : expected.problem;
  const wire = await askOnTheWire(truthCase);
  return { ...said, problem, ...(wire !== null && { wire }) };
}

/** `null` where nobody is to be asked: DHCPv6, a case recorded without clients, a subnet that is not the wire's. */
async function askOnTheWire(truthCase: TruthCase): Promise<readonly Answer[] | null> {
  const { expected } = truthCase;
  const recorded = expected?.wire;
  if (family(truthCase) === 6 || (expected?.check === 'accept' && recorded === undefined)) return null;
  const asked: readonly Pick<Answer, 'client' | 'address'>[] =
    recorded ?? CLIENTS.map((client) => ({ client, address: '' }));
  try {
    return await REAL_SERVERS[truthCase.language].serve(truthCase.config, async (server) => {
      const answers: Answer[] = [];
      for (const { client, address } of asked) {
        answers.push(await askOne(server, truthCase, client, address !== undefined));
      }
      return answers;
    });
  } catch (error) {
    if (!(error instanceof ServerEnd)) throw error;
    return null;
  }
}

async function askOne(
  server: DhcpServer,
  truthCase: TruthCase,
  client: DhcpClient,
  withAddress: boolean,
): Promise<Answer> {
  const reply = truthCase.name.startsWith('ack-') ? await server.lease(client) : await server.ask(client);
  if (reply === null) return { client, reply };
  const kept = [...KEPT, ...(client.request ?? []).filter((code) => !ASKED_BY_ALL.includes(code))].map(String);
  return {
    client,
    reply: Object.fromEntries(Object.entries(reply.options).filter(([code]) => kept.includes(code))),
    ...(withAddress && { address: reply.address }),
  };
}
