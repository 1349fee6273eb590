import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeWith } from './describe-with.ts';
import type { DhcpClient } from './dhcp-message.ts';
import { ServerEnd } from './dhcp-server.ts';
import { dhcpdOnAWire, withDhcpd } from './dhcpd.ts';

const device: DhcpClient = { vendorClass: 'igel-dhcp-1', request: [1, 3, 6, 43, 224] };
const phone: DhcpClient = { vendorClass: 'desk phone', request: [1, 3, 6, 43, 224] };

describeWith(dhcpdOnAWire, 'a real dhcpd and its clients', () => {
  it('answers each client with the options that are meant for it', async () => {
    const config = `
      option igelrmserver code 224 = text;
      class "igel" {
        match if option vendor-class-identifier = "igel-dhcp-1";
        option igelrmserver "10.99.0.10";
      }
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.250; }`;
    const [toDevice, toPhone] = await withDhcpd(config, async (server) => [
      await server.ask(device),
      await server.ask(phone),
    ]);
    expect(toDevice).toMatchObject({
      type: 'offer',
      address: '10.99.0.20',
      options: { 1: 'ffffff00', 224: Buffer.from('10.99.0.10').toString('hex') },
    });
    expect(toPhone).toMatchObject({ type: 'offer', address: '10.99.0.21' });
    expect(toPhone?.options).not.toHaveProperty('224');
  });

  it('sends nothing of a space that an included file declares anew', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'declared-anew-'));
    const included = join(folder, 'phones.conf');
    await writeFile(included, 'option space igel;\noption igel.igelrmserver code 224 = text;\n');
    const config = (include: string) => `
      option space igel;
      option igel.igelrmserver code 224 = text;
      class "igel" {
        match if option vendor-class-identifier = "igel-dhcp-1";
        vendor-option-space igel;
        option igel.igelrmserver "10.99.0.10";
      }
      ${include}
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.250; }`;
    const ask = (include: string) => withDhcpd(config(include), (server) => server.ask(device));
    expect((await ask(''))?.options).toHaveProperty('43');
    expect((await ask(`include "${included}";`))?.options).not.toHaveProperty('43');
    await rm(folder, { recursive: true });
  });

  it('acknowledges the address that a client requests', async () => {
    const config = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; default-lease-time 600; }';
    const reply = await withDhcpd(config, (server) => server.lease(device));
    expect(reply).toMatchObject({ type: 'ack', address: '10.99.0.20', options: { 51: '00000258' } });
  });

  it('stays silent, and that is known at once', async () => {
    const config = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; deny unknown-clients; }';
    expect(await withDhcpd(config, (server) => server.ask(device))).toBeNull();
  });

  it('is waited for where a subnet pings an address before it is offered', async () => {
    const config = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; ping-check true; }';
    expect(await withDhcpd(config, (server) => server.ask(device))).toMatchObject({ address: '10.99.0.20' });
  });

  it('knows a client by its card, by its identifier and by whatever else it sends', async () => {
    const config = `
      option lab code 230 = text;
      subnet 192.0.2.0 netmask 255.255.255.0 { range 192.0.2.100 192.0.2.200; }
      host by-card { hardware ethernet 02:00:5e:10:00:01; fixed-address 192.0.2.11; }
      host by-identifier { option dhcp-client-identifier "bench"; fixed-address 192.0.2.12; }
      if option user-class = "lab" { option domain-name "lab.example"; }
      if option lab = "west" { option domain-name "west.example"; }`;
    const clients: readonly DhcpClient[] = [
      { ...device, mac: '02:00:5e:10:00:01' },
      { ...device, clientId: Buffer.from('bench').toString('hex') },
      { vendorClass: null, request: [15], userClass: 'lab' },
      { vendorClass: null, request: [15], options: { 230: Buffer.from('west').toString('hex') } },
    ];
    const replies = await withDhcpd(
      config,
      async (server) => {
        const answers = [];
        for (const client of clients) answers.push(await server.ask(client));
        return answers;
      },
      '192.0.2.1/24',
    );
    expect(replies.map((reply) => reply?.address)).toEqual(['192.0.2.11', '192.0.2.12', '192.0.2.100', '192.0.2.101']);
    expect(replies.map((reply) => Buffer.from(reply?.options['15'] ?? '', 'hex').toString())).toEqual([
      '',
      '',
      'lab.example',
      'west.example',
    ]);
  });

  it('tells apart a config that it refuses', async () => {
    const refusal = await withDhcpd('authoritative', async () => {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ServerEnd);
    expect((refusal as ServerEnd).log).toContain('dhcpd.conf line 1: semicolon expected.');
  });
});
