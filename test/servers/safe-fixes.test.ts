import { expect, it } from 'vitest';
import { casesOf, family, LANGUAGES } from '../truth/cases.ts';
import { MendedCopies } from '../truth/mended.ts';
import { describeWith } from './describe-with.ts';
import type { Reply } from './dhcp-message.ts';
import { REAL_SERVERS } from './real-servers.ts';

/** Clients that are not IGEL's, and ask for all that IGEL OS asks for. */
const OTHERS = [null, 'MSFT 5.0', 'PXEClient:Arch:00000:UNDI:002001', 'igel-dhcp-10', 'IGEL-DHCP-1'].map(
  (vendorClass, i) => ({
    vendorClass,
    request: [1, 3, 6, 12, 15, 43, 66, 67, 224, 226],
    mac: `02:00:5e:30:00:0${i}`,
  }),
);

for (const language of LANGUAGES) {
  const { serve, serveNeeds } = REAL_SERVERS[language];
  const copies = new MendedCopies(language, []);
  await copies.mend();
  const mended = casesOf(language).filter((one) => {
    const was = Buffer.from(one.config).toString('latin1');
    const isServed = family(one) === 4 && one.expected?.check === 'accept' && one.expected.wire !== undefined;
    return isServed && !/\binclude\b/.test(was) && copies.text(one) !== was;
  });
  const changed = mended.map((one) => ({ ...one, text: copies.text(one) }));
  copies.remove();

  describeWith(serveNeeds, `what fix leaves of a file that ${language} takes`, () => {
    it.each(changed)('sends other clients than IGEL OS what they got: $name', async ({ config, text }) => {
      const replies = async (config: string): Promise<readonly (Reply['options'] | undefined)[]> => {
        const found: (Reply['options'] | undefined)[] = [];
        await serve(config, async (real) => {
          for (const client of OTHERS) found.push((await real.ask(client))?.options);
        });
        return found;
      };
      expect(await replies(text), text).toEqual(await replies(Buffer.from(config).toString('latin1')));
    });
  });
}
