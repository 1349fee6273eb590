import { DHCPD_POLICY } from '../../server/src/languages/dhcpd/server-policy.ts';
import { Server } from '../../server/src/wire/reply.ts';
import { clientOf, DEVICE, modelOf, type ToldClient } from '../wire/serving.ts';
import { hex, many } from './large-files.ts';
import { type Measured, median, milliseconds } from './measured.ts';

const HOSTS = 1000;
const READINGS = 7;
const REPLIES = 30;
const CLIENTS: readonly ToldClient[] = [
  DEVICE,
  { ...DEVICE, mac: '02:1e:10:00:01:10' },
  { vendorClass: 'PXEClient:Arch:00007', userClass: 'x1' },
];

/** How long the simulated dhcpd takes for a client, beside how long the file takes to be understood. */
export function replies(): readonly Measured[] {
  const text = configuration();
  const reading = often(READINGS, () => modelOf(text));
  const model = modelOf(text);
  const server = new Server(model, DHCPD_POLICY);
  const [place] = server.places;
  const [device, host, other] = CLIENTS.map(clientOf);
  if (!(place && device && host && other)) throw new Error('there is nobody to ask for');
  const beginning = often(READINGS, () => new Server(model, DHCPD_POLICY).reply(host, place));
  const questions = [device, host, other].flatMap((client) => server.places.map((where) => ({ client, where })));
  const replying = questions.map(({ client, where }) => median(often(REPLIES, () => server.reply(client, where))));
  return [
    { what: `a dhcpd.conf with ${HOSTS} hosts: read and judged`, milliseconds: median(reading) },
    { what: 'its server made ready, with a first reply', milliseconds: median(beginning) },
    { what: 'a reply of the server', milliseconds: median(replying), most: 1 },
    { what: 'the reply that takes longest', milliseconds: Math.max(...replying), most: 1 },
  ];
}

/** How long each of some runs takes, after half as many that warm up. */
function often(runs: number, work: () => void): number[] {
  for (let warm = 0; warm < runs / 2; warm++) work();
  return Array.from({ length: runs }, () => milliseconds(work));
}

/** Hosts, classes and subnets as a company has them. */
function configuration(): string {
  return `
option space igel;
option igel.igel-exclusive code 1 = unsigned integer 8;
option igel.igelrmserver code 224 = text;
option igelrmserver code 224 = text;
option domain-name "example.com";
option domain-name-servers 10.99.0.1;
class "igel" {
  match if option vendor-class-identifier = "igel-dhcp-1";
  vendor-option-space igel;
  option igel.igelrmserver "10.99.0.10";
}
${many(20, (index) => `class "c${index}" { match if substring (option vendor-class-identifier, 0, 9) = "PXEClient" and option user-class ~= "^x${index}"; option domain-name "x"; }`)}
${many(50, (index) => `subnet 10.98.${index}.0 netmask 255.255.255.0 { range 10.98.${index}.10 10.98.${index}.100; option routers 10.98.${index}.1; }`)}
subnet 10.99.0.0 netmask 255.255.0.0 {
  range 10.99.0.20 10.99.0.200;
  option routers 10.99.0.1;
  if option user-class = "x" { option igelrmserver "10.99.0.11"; }
}
${many(HOSTS, (index) => `host tc${index} { hardware ethernet 02:1e:10:00:${hex(index >> 8)}:${hex(index & 255)}; fixed-address 10.99.${(index >> 8) + 4}.${index & 255}; option igelrmserver "10.99.0.${index % 250}"; }`)}
`;
}
