import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { LANGUAGES } from '../../truth/cases.ts';
import { cases, compareCase, type GeneratedCase } from './compare-replies.ts';

const USAGE = `usage: npx tsx test/servers/generated/run.ts [LANGUAGE [CONFIGURATIONS [SEED]]]

How far the simulated server of a language (${LANGUAGES.join(', ')}) agrees with the real one.`;

const [name = 'dhcpd', count = '2000', seedGiven = `${Date.now() % 2 ** 31}`] = process.argv.slice(2);
const language = LANGUAGES.find((one) => one === name);
if (language === undefined) throw new Error(USAGE);
const seed = Number(seedGiven);
const CLIENTS = 8;
const AT_ONCE = 4;

const say = (text: string): void => void process.stdout.write(`${text}\n`);
say(`seed ${seed}`);

const folder = mkdtempSync(join(tmpdir(), 'replies-'));
const totals = { compared: 0, refused: 0, asked: 0, answered: 0, options: 0, unknown: 0, died: 0, differing: 0 };
const queue = fc.sample(cases(language, CLIENTS), { numRuns: Number(count), seed }).entries();

async function lane(): Promise<void> {
  for (const [index, one] of queue) {
    const outcome = await compareCase(one);
    if (outcome.kind === 'refused') {
      totals.refused++;
      if (outcome.differences.length === 0) continue;
    } else {
      totals.compared++;
      totals.asked += outcome.asked;
      totals.answered += outcome.answered;
      totals.options += outcome.options;
      totals.unknown += outcome.unknown;
      if (outcome.died) totals.died++;
    }
    if (outcome.differences.length === 0) continue;
    totals.differing++;
    const log = outcome.kind === 'refused' ? outcome.log : [];
    const file = keep(`differs-${index}`, one, [...outcome.differences, ...log]);
    say([file, ...outcome.differences].join('\n  '));
  }
}

/** Writes a case down for whoever wants to look into it. */
function keep(name: string, { config, clients }: GeneratedCase, lines: readonly string[]): string {
  const file = join(folder, `${name}.conf`);
  const remarks = [...clients.map((client) => JSON.stringify(client)), ...lines].map((line) => `# ${line}\n`);
  writeFileSync(file, `${config}\n${remarks.join('')}`);
  return file;
}

await Promise.all(Array.from({ length: AT_ONCE }, lane));
const { compared, refused, asked, answered, options, unknown, died, differing } = totals;
say(`${compared} configurations and ${asked} clients compared, ${differing} configurations differ`);
say(`${answered} clients answered with ${options} options, ${unknown} of them said to be unknown`);
say(`${refused} configurations refused; ${died} servers died of a question`);
process.exit(differing > 0 ? 1 : 0);
