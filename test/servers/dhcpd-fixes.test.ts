import { afterAll, beforeAll, expect, it } from 'vitest';
import { casesOf, family } from '../truth/cases.ts';
import { MendedCopies } from '../truth/mended.ts';
import { describeWith } from './describe-with.ts';
import { checkWithDhcpd, dhcpdCheck, refusalsOf } from './dhcpd-check.ts';

const cases = casesOf('dhcpd');

describeWith(dhcpdCheck, 'dhcpd takes what fix --unsafe leaves', () => {
  let copies: MendedCopies;

  beforeAll(async () => {
    copies = new MendedCopies(cases);
    await copies.mend();
  });

  afterAll(() => copies.remove());

  it.each(cases)('$name', async (truthCase) => {
    const before = await checkWithDhcpd(truthCase.file, family(truthCase));
    const after = await checkWithDhcpd(copies.file(truthCase), family(truthCase));
    if (after.check === 'accept') return;
    const text = copies.text(truthCase);
    if (text === Buffer.from(truthCase.config).toString('latin1')) return;
    const [left, were] = [refusalsOf(after), refusalsOf(before)];
    expect(were, text).toEqual(expect.arrayContaining([...left]));
    expect(left.length, text).toBeLessThan(were.length);
  });
});
