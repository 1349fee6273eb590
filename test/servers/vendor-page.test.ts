import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsIn, mendedBy } from '../stories/story.ts';
import { describeWith } from './describe-with.ts';
import { checkWithDhcpd, dhcpdCheck } from './dhcpd-check.ts';

/** The line of IGEL's own page, as it is copied from there. */
const COPIED = 'option igelrmserver code 224 = text option igelrmserver ""\n';
const MENDED = 'option igelrmserver code 224 = text; option igelrmserver "";\n';
const FILLED = 'option igelrmserver code 224 = text; option igelrmserver "192.0.2.10";\n';

/** What is found, each with the offset and the words that it points at. */
async function told(text: string): Promise<readonly string[]> {
  return (await findingsIn(text)).map(
    ({ rule, severity, start, end }) => `${start} ${severity} ${rule}: ${text.slice(start, end)}`,
  );
}

describe('the line that is copied from the page of IGEL', () => {
  it('has two semicolons too few, each told where it belongs, and no address', async () => {
    expect(await told(COPIED)).toEqual([
      `${COPIED.indexOf('t option')} error syntax: t`,
      `${COPIED.indexOf('""')} error option-224-value: ""`,
      `${COPIED.indexOf('"\n')} error syntax: "`,
    ]);
  });

  it('gets both semicolons from the fixes, and keeps the address for a person to type', async () => {
    expect(await mendedBy('syntax', COPIED)).toBe(MENDED);
    expect(await told(MENDED)).toEqual([`${MENDED.indexOf('""')} error option-224-value: ""`]);
  });

  it('is right once the address stands in it', async () => {
    expect(await told(FILLED)).toEqual([]);
  });
});

describeWith(dhcpdCheck, 'dhcpd of the line that is copied from the page of IGEL', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vendor-page-'));
  });

  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    [COPIED, 'reject'],
    [MENDED, 'accept'],
    [FILLED, 'accept'],
  ])('%j: %s', async (text, verdict) => {
    const file = join(folder, 'dhcpd.conf');
    await writeFile(file, text);
    expect(await checkWithDhcpd(file, 4)).toMatchObject({ check: verdict });
  });
});
