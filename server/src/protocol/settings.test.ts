import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('what an editor has set is taken over', () => {
  expect(
    readSettings({
      fleet: ['11.03.500', '12.8.0'],
      dhcpd: { family: 6 },
      zone: { origin: 'example.com.' },
      kea: { version: '2.2' },
      rules: { duplicate: 'off', syntax: 'warning' },
      codeLens: false,
      trace: { server: 'verbose' },
    }),
  ).toEqual({
    settings: {
      fleet: ['11.03.500', '12.8.0'],
      family: 6,
      origin: 'example.com.',
      keaVersion: '2.2',
      rules: { duplicate: 'off', syntax: 'warning' },
    },
    codeLens: false,
    complaints: [],
  });
});

test.each([undefined, null, {}, { dhcpd: { family: 'auto' }, zone: { origin: '' }, kea: null }])(
  'nothing set: %j',
  (given) =>
    expect(readSettings(given)).toEqual({ settings: { fleet: [], rules: {} }, codeLens: true, complaints: [] }),
);

test('names with dots are the same settings', () => {
  expect(readSettings({ 'dhcpd.family': '4' }).settings).toMatchObject({ family: 4 });
});

test('a wrong value is told, and only that setting is left out', () => {
  const { settings, complaints } = readSettings({ fleet: '11.03.500', dhcpd: { family: 5 }, kea: { version: '2.2' } });
  expect(settings).toEqual({ fleet: [], rules: {}, keaVersion: '2.2' });
  expect(complaints).toEqual([
    {
      at: ['dhcpd.family'],
      message: 'igelRollout.dhcpd.family takes "auto", 4 or 6, not 5. It is taken as not set.',
    },
    {
      at: ['fleet'],
      message:
        'igelRollout.fleet takes a list of IGEL OS versions, such as ["11.03.500", "12.8.0"], not "11.03.500". It is taken as not set.',
    },
  ]);
});

test('an unknown setting, rule or severity is told with what was probably meant', () => {
  const { settings, complaints } = readSettings({ flet: [], rules: { sintax: 'off', duplicate: 'fatal' } });
  expect(settings.rules).toEqual({});
  expect(complaints).toEqual([
    { at: ['flet'], message: 'There is no setting igelRollout.flet. Is igelRollout.fleet meant?' },
    { at: ['rules', 'sintax'], message: 'igelRollout.rules: there is no rule sintax. Is syntax meant?' },
    {
      at: ['rules', 'duplicate'],
      message:
        'igelRollout.rules: duplicate takes "error", "warning", "information" or "off", not "fatal". It keeps its usual severity.',
    },
  ]);
});

test.each([[[]], ['all'], [7], [{ dhcpd: 4 }]])('%j is no settings, and no harm', (given) => {
  expect(readSettings(given).complaints).toHaveLength(1);
});
