import { expect, it } from 'vitest';
import { convert } from '../../server/src/convert/convert.ts';
import { leftLines } from '../../server/src/convert/heading.ts';
import { KEA } from '../../server/src/languages/kea/language.ts';
import { startOf } from '../../server/src/model/span.ts';
import { disk, startAnalysis } from '../truth/analysis-of-disk.ts';
import { casesOf, family, isReviewed, KEA_VERSION, type ReviewedCase } from '../truth/cases.ts';
import { describeWith } from './describe-with.ts';
import { keaOnAWire, withKea } from './kea.ts';

const analysis = await startAnalysis(disk);
const settings = { fleet: [], rules: {}, keaVersion: KEA_VERSION };

/** Accepted configs of dhcpd of which it is known what the real one sends. */
const cases = casesOf('dhcpd').filter(
  (one): one is ReviewedCase =>
    isReviewed(one) && family(one) === 4 && one.expected.check === 'accept' && (one.expected.wire?.length ?? 0) > 0,
);

/** What a case becomes for Kea, and what is said not to be carried over. */
function converted({ file, config }: ReviewedCase) {
  const text = Buffer.from(config).toString('latin1');
  const unit = analysis.open({ path: file, text, language: 'dhcpd' }, settings);
  const conversion = convert({ model: unit.analysis.model, policy: unit.language.policy }, KEA, settings, (written) => {
    const { language, analysis: own } = analysis.open(
      { path: 'kea-dhcp4.conf', text: written, language: 'kea' },
      settings,
    );
    return language.simulated ? { model: own.model, policy: language.policy } : undefined;
  });
  if (!conversion) throw new Error('Kea can be written');
  return { text: conversion.text, left: leftLines(conversion.left, (at) => String(startOf(at))) };
}

/** So that the server serves the wire of the tests. */
const onTheWire = (text: string): string =>
  text.replace(
    '"Dhcp4": {',
    '"Dhcp4": { "interfaces-config": { "interfaces": [ "vsrv" ], "dhcp-socket-type": "raw" }, "lease-database": { "type": "memfile", "persist": false },',
  );

const CARRIED = ['43', '224', '226'];

const carried = (options: Readonly<Record<string, string>> | null) =>
  options &&
  Object.fromEntries(CARRIED.flatMap((code) => (options[code] === undefined ? [] : [[code, options[code]]])));

it('there is something to convert', () => expect(cases.length).toBeGreaterThan(100));

it.each(cases)('nothing is found wrong in what $name becomes', (truthCase) => {
  const [report] = analysis.check(
    { path: 'kea-dhcp4.conf', text: converted(truthCase).text, language: 'kea' },
    settings,
  );
  const ofKea = report?.findings.filter(
    ({ rule, severity }) => severity === 'error' && !/224|43|exclusive|vendor/.test(rule),
  );
  expect(ofKea).toEqual([]);
});

describeWith(keaOnAWire, 'kea-dhcp4 sends what dhcpd sent, or the list says why not', () => {
  it.each(cases)('$name', async (truthCase) => {
    const { text, left } = converted(truthCase);
    // Said in every conversion: a client that sends no request list gets nothing from Kea, and a NUL behind the vendor class is taken off
    const asked = (truthCase.expected.wire ?? []).filter(
      ({ client: { request, vendorClass } }) => request !== null && vendorClass?.endsWith('\0') !== true,
    );
    const answers = await withKea(onTheWire(text), async (server) => {
      const replies: (Readonly<Record<string, string>> | null)[] = [];
      for (const { client } of asked) replies.push(carried((await server.ask(client))?.options ?? null));
      return replies;
    });
    if (left.length > 0) return;
    expect(answers, text).toEqual(asked.map(({ reply }) => carried(reply)));
  });
});
