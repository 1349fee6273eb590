import { expect, it } from 'vitest';
import { describeWith } from './describe-with.ts';
import type { DhcpClient } from './dhcp-message.ts';
import { ServerEnd } from './dhcp-server.ts';
import { keaOnAWire, withKea } from './kea.ts';

const device: DhcpClient = { vendorClass: 'igel-dhcp-1', request: [1, 3, 6, 43, 224] };
const phone: DhcpClient = { vendorClass: 'desk phone', request: [1, 3, 6, 43, 224] };

/** A config of the network that the harness is in, with more of its own. */
const config = (more: string, subnet = '"pools": [ { "pool": "10.99.0.20 - 10.99.0.250" } ]'): string => `{ "Dhcp4": {
  "interfaces-config": { "interfaces": [ "*" ] },
  "lease-database": { "type": "memfile", "persist": false },
  "subnet4": [ { "subnet": "10.99.0.0/24", ${subnet} } ]${more === '' ? '' : `,\n${more}`}
} }`;

describeWith(keaOnAWire, 'a real kea-dhcp4 and its clients', () => {
  it('answers each client with the options that are meant for it', async () => {
    const text = config(`
      "option-def": [ { "name": "igelrmserver", "code": 224, "type": "string" } ],
      "client-classes": [ { "name": "igel", "test": "option[60].text == 'igel-dhcp-1'",
        "option-data": [ { "name": "igelrmserver", "data": "10.99.0.10" } ] } ]`);
    const [toDevice, toPhone] = await withKea(text, async (server) => [
      await server.ask(device),
      await server.ask(phone),
    ]);
    expect(toDevice).toMatchObject({
      type: 'offer',
      options: { 1: 'ffffff00', 224: Buffer.from('10.99.0.10').toString('hex') },
    });
    expect(toPhone).toMatchObject({ type: 'offer' });
    expect(toPhone?.options).not.toHaveProperty('224');
  });

  it('acknowledges the address that a client requests', async () => {
    const reply = await withKea(config('"valid-lifetime": 600'), (server) => server.lease(device));
    expect(reply).toMatchObject({ type: 'ack', address: '10.99.0.20', options: { 51: '00000258' } });
  });

  it('stays silent, and that is known at once', async () => {
    const closed = config('', '"client-class": "KNOWN", "pools": [ { "pool": "10.99.0.20 - 10.99.0.250" } ]');
    expect(await withKea(closed, (server) => server.ask(device))).toBeNull();
  });

  it('stays silent where the config tells it to drop a client, or to log little', async () => {
    const dropping = config(`
      "client-classes": [ { "name": "DROP", "test": "not option[60].exists or option[60].text == 'desk phone'" } ],
      "loggers": [ { "name": "kea-dhcp4", "severity": "FATAL", "output_options": [ { "output": "stdout" } ] } ]`);
    const replies = await withKea(dropping, async (server) => [await server.ask(phone), await server.ask(device)]);
    expect(replies).toMatchObject([null, { type: 'offer' }]);
  });

  it('knows a client by its card, by its identifier and by whatever else it sends', async () => {
    const text = config(
      `"host-reservation-identifiers": [ "hw-address", "client-id", "flex-id" ],
       "client-classes": [ { "name": "lab", "test": "option[77].hex == 0x6c6162",
         "option-data": [ { "name": "domain-name", "data": "lab.example" } ] } ]`,
      `"pools": [ { "pool": "10.99.0.20 - 10.99.0.250" } ], "reservations": [
         { "hw-address": "02:00:5e:10:00:01", "ip-address": "10.99.0.11" },
         { "client-id": "0162656e6368", "ip-address": "10.99.0.12" } ]`,
    );
    const clients: readonly DhcpClient[] = [
      { ...device, mac: '02:00:5e:10:00:01' },
      { ...device, clientId: '0162656e6368' },
      { vendorClass: null, request: [15], userClass: 'lab' },
    ];
    const replies = await withKea(text, async (server) => {
      const answers = [];
      for (const client of clients) answers.push(await server.ask(client));
      return answers;
    });
    expect(replies.map((reply) => reply?.address)).toEqual(['10.99.0.11', '10.99.0.12', '10.99.0.20']);
    expect(replies[2]?.options['15']).toBe(Buffer.from('lab.example').toString('hex'));
  });

  it('tells apart a config that it refuses', async () => {
    const refusal = await withKea('{ "Dhcp4": { "valid-lifetimes": 1 } }', async () => {}).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(ServerEnd);
    expect((refusal as ServerEnd).log.join('\n')).toContain('got unexpected keyword "valid-lifetimes" in Dhcp4 map');
  });
});
