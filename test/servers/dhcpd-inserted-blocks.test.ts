import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Here } from '../../server/src/features/igel/here.ts';
import { applyEdits, applySnippets } from '../editor/apply-edits.ts';
import { FOR_43, FOR_224, FOR_BOTH, insertions } from '../editor/blocks-to-insert.ts';
import { dhcpdAt } from '../editor/unit-at-cursor.ts';
import { describeWith } from './describe-with.ts';
import { checkWithDhcpd, dhcpdCheck } from './dhcpd-check.ts';

const SUBNET = 'subnet 10.99.0.0 netmask 255.255.255.0 {\n  range 10.99.0.20 10.99.0.250;\n}\n';

/** Files that people have before; `|` is where the block is asked for. */
const BEFORE: Readonly<Record<string, string>> = {
  'a file with a subnet': `authoritative;\n|\n${SUBNET}`,
  'the cursor inside of the subnet': `authoritative;\n${SUBNET.replace('range', 'ra|nge')}`,
  'the end of the file': `authoritative;\n${SUBNET}|`,
  'one line': `authoritative; |${SUBNET.replaceAll('\n', ' ')}`,
  'carriage returns and tabs': `authoritative;\n|\n${SUBNET}`.replaceAll('\n', '\r\n').replace('  range', '\trange'),
  'a value without a definition': `option igelrmserver "10.99.0.10";\n${SUBNET}|`,
  'a definition below the cursor': `|authoritative;\noption igelrmserver code 224 = text;\n${SUBNET}`,
  'a space below the cursor': `|authoritative;\noption space igel;\noption igel.igelrmserver code 224 = text;\n${SUBNET}`,
  'an empty class': `${SUBNET}class "a" { match if option vendor-class-identifier = "igel-dhcp-1"; }\n|`,
  'a class without its space': `${SUBNET}option space igel;\noption igel.igelrmserver code 224 = text;\nclass "a" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  option igel.igelrmserver "10.99.0.10";\n}\n|`,
  'a class with a misspelt space': `${SUBNET}option space igel;\noption igel.igelrmserver code 224 = text;\nclass "a" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n  vendor-option-space igle;\n  option igel.igelrmserver "10.99.0.10";\n}\n|`,
  'a class with capitals': `${SUBNET}class "igel" {\n  match if option vendor-class-identifier = "IGEL-DHCP-1";\n}\n|`,
  'a subclass': `class "v" { match option vendor-class-identifier; }\nsubclass "v" "igel-dhcp-1" {\n}\n${SUBNET}|`,
  'a condition': `if option vendor-class-identifier = "igel-dhcp-1" {\n  default-lease-time 60;\n}\n${SUBNET}|`,
  'another class of the name': `class "igel" { match if known; }\n${SUBNET}|`,
  'another vendor in option 43': `option space acme;\noption acme.server code 1 = text;\nclass "acme" {\n  match if option vendor-class-identifier = "acme";\n  vendor-option-space acme;\n  option acme.server "x";\n}\n${SUBNET}|`,
  'a wrong type': `option igelrmserver code 224 = ip-address;\noption igelrmserver 10.99.0.10;\n${SUBNET}|`,
  'swapped codes': `option space igel;\noption igel.igelrmserver code 226 = text;\noption igel.umsstructuretag code 224 = text;\n${SUBNET}|`,
};

const cases = Object.entries(BEFORE).flatMap(([name, marked]) =>
  insertions(marked).flatMap(({ what, text, edits }) => [
    { name, what, editor: 'without tab stops', after: applyEdits(text, edits) },
    { name, what, editor: 'with tab stops', after: applySnippets(text, edits) },
  ]),
);

it('a block of each kind is offered', () => {
  expect(new Set(cases.map(({ what }) => what))).toEqual(new Set([FOR_224, FOR_43, FOR_BOTH]));
});

/** A fault of the other half is not the block's to mend. */
const staysRefused = (name: string, what: string): boolean =>
  name === 'a value without a definition' && what === FOR_43;

it.each(cases)(
  '$what into $name, $editor: its devices find a server, as far as dhcpd starts',
  ({ name, what, after }) => {
    const { unit, document } = dhcpdAt(after);
    const here = Here.of(unit, document);
    if (staysRefused(name, what)) {
      expect(here.refusal).toContain('dhcpd does not start with this file');
      return;
    }
    if (what !== FOR_43) expect(here.registration('11.03.500', undefined)).toMatch(/^\*\*\d+\.\d+\.\d+\.\d+\*\*/);
    expect(here.registration('11.04.100', undefined)).toMatch(/^\*\*\d+\.\d+\.\d+\.\d+\*\*/);
  },
);

describeWith(dhcpdCheck, 'dhcpd takes a file with an inserted block', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inserted-blocks-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(cases)('$what into $name, $editor', async ({ name, what, after }) => {
    const file = join(folder, 'dhcpd.conf');
    await writeFile(file, after);
    const verdict = await checkWithDhcpd(file, 4);
    if (staysRefused(name, what)) expect(verdict.message).toContain('unknown option');
    else expect(verdict, after).toEqual({ check: 'accept', message: '' });
  });
});
