import { expect, test } from 'vitest';
import { grammarsOnDisk } from '../../../../test/truth/analysis-of-disk.ts';
import { loadParser } from '../../syntax/parser.ts';
import { findingsOf } from '../../workspace/findings.ts';
import { Suppressions } from '../../workspace/suppressions.ts';
import { OpenUnit } from '../../workspace/unit.ts';
import { KEA } from './language.ts';

const parser = await loadParser(grammarsOnDisk, KEA.syntax);

const hex = (n: number): string => n.toString(16).padStart(2, '0');

const reservation = (n: number, address = n): string =>
  `{ "hw-address": "02:00:00:00:00:${hex(n)}", "ip-address": "192.0.2.${address}" }`;

const reservations = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => reservation(from + i)).join(',\n');

const config = (list: string): string =>
  `{ "Dhcp4": {
"option-data": [ { "name": "routers", "data": "192.0.2.1" } ],
"subnet4": [ { "id": 1, "subnet": "192.0.2.0/24", "reservations": [
${list} ] } ] } }
`;

/** A file in many small pieces, as a large one is. */
function opened(initial: string) {
  let text = initial;
  const unit = new OpenUnit(
    KEA,
    parser,
    { path: 'kea-dhcp4.conf', text },
    { read: () => undefined },
    {},
    { size: 1000 },
  );
  unit.work();
  return {
    hosts: () => [...unit.analysis.model.hosts()],
    told: () =>
      [...findingsOf(unit, new Suppressions(['//']), { rules: {}, fleet: [] }).values()]
        .flat()
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, start }) => `${rule} ${text.slice(start).split('"', 2)[0]}`),
    replace(before: string, after: string) {
      const at = text.indexOf(before);
      expect(at).toBeGreaterThanOrEqual(0);
      unit.root.edit(at, at + before.length, after);
      text = text.slice(0, at) + after + text.slice(at + before.length);
      unit.work();
    },
  };
}

test('whoever edits what stands above a long list of reservations does not have it read again', () => {
  const { hosts, replace } = opened(config(reservations(10, 200)));
  const before = new Set(hosts());
  replace('"192.0.2.1"', '"192.0.2.254"');
  const after = hosts();
  expect(after).toHaveLength(before.size);
  // But for the few that share a piece with what was edited.
  expect(after.filter((host) => before.has(host)).length).toBeGreaterThan(150);
});

test('reservations of one list are still compared after an edit above them', () => {
  const { told, replace } = opened(config(`${reservations(10, 200)},\n${reservation(201, 10)}`));
  expect(told()).toEqual(['duplicate 192.0.2.10']);
  replace('"192.0.2.1"', '"192.0.2.254"');
  expect(told()).toEqual(['duplicate 192.0.2.10']);
  replace(reservation(100), reservation(100, 199));
  expect(told()).toEqual(['duplicate 192.0.2.199', 'duplicate 192.0.2.10']);
});

test('a list that becomes two is compared in each, and as a whole when it is one again', () => {
  const { told, replace } = opened(config(`${reservations(10, 200)},\n${reservation(201, 10)}`));
  const divided = `${reservation(100)} ] },\n{ "id": 2, "subnet": "192.0.3.0/24", "reservations": [ ${reservation(100)},`;
  const rest = Array.from({ length: 200 - 100 }, (_, i) => `address-range 192.0.2.${100 + i}`);
  replace(`${reservation(100)},`, divided);
  expect(told()).toEqual([...rest, 'address-range 192.0.2.10']);
  replace(divided, `${reservation(100)},`);
  expect(told()).toEqual(['duplicate 192.0.2.10']);
});

test('reservations are held against the subnet that they stand in now', () => {
  const { told, replace } = opened(config(reservations(10, 200)));
  expect(told()).toEqual([]);
  replace('192.0.2.0/24', '192.0.2.0/25');
  expect(told()).toEqual(Array.from({ length: 200 - 128 }, (_, i) => `address-range 192.0.2.${128 + i}`));
  replace('192.0.2.0/25', '192.0.2.0/24');
  expect(told()).toEqual([]);
});

test('reservations are held against their subnet again when the bracket around everything is back', () => {
  const { told, replace } = opened(config(reservations(10, 100)).replace('192.0.2.0/24', '192.0.2.0/26'));
  const before = told();
  expect(before).toHaveLength(100 - 64);
  replace('{ "Dhcp4"', ' "Dhcp4"');
  replace(' "Dhcp4"', '{ "Dhcp4"');
  expect(told()).toEqual(before);
});
