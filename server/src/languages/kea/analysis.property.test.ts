import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grammarsOnDisk } from '../../../../test/truth/analysis-of-disk.ts';
import { type Span, startOf } from '../../model/span.ts';
import { loadParser } from '../../syntax/parser.ts';
import { findingsOf } from '../../workspace/findings.ts';
import { Suppressions } from '../../workspace/suppressions.ts';
import { OpenUnit } from '../../workspace/unit.ts';
import { KEA } from './language.ts';

const parser = await loadParser(grammarsOnDisk, KEA.syntax);

const open = (text: string, size: number) =>
  new OpenUnit(
    KEA,
    parser,
    { path: 'kea-dhcp4.conf', text },
    { read: (path) => (path === 'part.json' ? '{ "hw-address": "02:00:00:00:00:01", "hostname": "x" }' : undefined) },
    { keaVersion: '2.2' },
    { size },
  );

const place = (at: Span | undefined) => at && `${at.anchor.file}:${startOf(at)}`;

/** All that a unit knows, in words that do not tell how its file is cut. */
function known(unit: ReturnType<typeof open>) {
  const { model, summary } = unit.analysis;
  const findings = findingsOf(unit, new Suppressions(['//']), { rules: {}, fleet: [] });
  return {
    summary,
    family: model.family,
    definitions: model.definitions.map(({ space, name, code, at }) => [space, name, code, place(at)]),
    values: [...model.values, ...model.hostValues()]
      .map(({ space, name, at, data }) => [space, name, place(at), data])
      .sort(),
    hosts: [...model.hosts()]
      .map(({ name, identifiers, addresses, scope }) => [
        name,
        identifiers.map(({ at }) => place(at)),
        addresses.map(({ at }) => place(at)),
        place(scope.parent?.at),
      ])
      .sort(),
    findings: [...findings].map(([file, list]) => [
      file,
      list.map(({ rule, start, end, what }) => [rule, start, end, what]),
    ]),
  };
}

const pick = <T>(...items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

const reservation = fc
  .tuple(
    fc.nat(3),
    fc.nat(3),
    pick('', ', "option-data": [ { "name": "own", "data": "7" } ]', ', "client-classes": [ "c" ]', ', "duid": "01:02"'),
  )
  .map(
    ([mac, address, more]) => `{ "hw-address": "02:00:00:00:00:0${mac}", "ip-address": "192.0.2.${address}"${more} }`,
  );

const subnet = fc
  .tuple(fc.nat(2), fc.array(reservation, { maxLength: 9 }))
  .map(([id, list]) => `{ "id": ${id}, "subnet": "192.0.${id + 2}.0/24",\n "reservations": [\n${list.join(',\n')} ] }`);

const config = fc
  .tuple(fc.array(subnet, { maxLength: 3 }), fc.array(reservation, { maxLength: 3 }))
  .map(
    ([subnets, list]) =>
      `{ "Dhcp4": {\n"option-def": [ { "name": "own", "code": 240, "type": "uint8" } ],\n"client-classes": [ { "name": "c" } ],\n"subnet4": [\n${subnets.join(',\n')} ],\n"reservations": [ ${list.join(', ')} ] } }\n`,
  );

const scraps = pick(
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  ' ',
  '\n',
  '1',
  '8',
  '"reservations": [',
  '"c"',
  '/*',
  '*/',
  '//',
  '<?include "part.json"?>',
  ', ',
  'x',
);

const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.oneof(pick(0, 0, 1, 1, 2), fc.nat(40), fc.nat(400)),
    typed: fc.oneof({ weight: 4, arbitrary: scraps }, pick(''), reservation, subnet),
  }),
  { minLength: 1, maxLength: 8 },
);

const PLAIN = '{ "hw-address": "02:00:00:00:00:00", "ip-address": "192.0.2.0" }';
const SETTING = `${PLAIN.slice(0, -2)}, "option-data": [ { "name": "own", "data": "7" } ] }`;
const TWO_LISTS = `{ "Dhcp4": {
"option-def": [ { "name": "own", "code": 240, "type": "uint8" } ],
"client-classes": [ { "name": "c" } ],
"subnet4": [
{ "id": 0, "subnet": "192.0.2.0/24",
 "reservations": [
${[PLAIN, PLAIN, PLAIN, SETTING, SETTING, PLAIN].join(',\n')} ] } ],
"reservations": [ ${[SETTING, SETTING, PLAIN].join(', ')} ] } }
`;

/** No reservation is as long as half a piece of any of these sizes. */
const SIZES = pick(1000, 1500, Number.POSITIVE_INFINITY);

test('after any edits an analysis knows what a new one knows, wherever the text is cut', () => {
  fc.assert(
    fc.property(SIZES, config, edits, (size, initial, list) => {
      const unit = open(initial, size);
      unit.work();
      let text = initial;
      for (const { at, removed, typed } of list) {
        const start = Math.floor(at * text.length);
        const end = Math.min(text.length, start + removed);
        unit.root.edit(start, end, typed);
        text = text.slice(0, start) + typed + text.slice(end);
        unit.work();
        const anew = open(text, Number.POSITIVE_INFINITY);
        anew.work();
        expect(known(unit)).toEqual(known(anew));
      }
    }),
    {
      numRuns: 100,
      examples: [
        // The second list of reservations in one map stands in a piece of its own, or not.
        [1000, TWO_LISTS, [{ at: 12.5 / TWO_LISTS.length, removed: 0, typed: '"reservations": [' }]],
        // With an include before it, a file does not say any more for which server it is: none of its lists holds reservations then.
        [
          Number.POSITIVE_INFINITY,
          '{ "Dhcp4": { "reservations": [ { "hw-address": "02:00:00:00:00:00", "ip-address": "192.0.2.0" } ] } }\n',
          [
            { at: 0, removed: 0, typed: '<?include "part.json"?>' },
            { at: 0, removed: 0, typed: '\n' },
          ],
        ],
      ],
    },
  );
});
