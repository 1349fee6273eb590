import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { REAL_SERVERS } from '../servers/real-servers.ts';
import { reasonToSkip } from '../servers/server-environment.ts';
import { askServer } from './ask-server.ts';
import { casesOf, type Expectation, fullName, LANGUAGES } from './cases.ts';
import { changedLines, linesOf, textOf } from './expectation-text.ts';

const USAGE = `usage: npm run truth -- [--only LANGUAGE] [--write] [CASE…]

Asks the real servers again what they do with the cases of test/truth/, and prints what changed: lines with - stand in
the case's expect.json, lines with + are what the server does now. --write puts the new answers into the files.
A config without an expect.json is a new case. Exit status 1 where something changed and was not written.`;

/** Enough to keep the processors and the servers' networks busy. */
const AT_ONCE = 8;

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, write: { type: 'boolean', default: false }, help: { type: 'boolean' } },
  allowPositionals: true,
});

if (values.help === true) console.log(USAGE);
else process.exitCode = await main();

async function main(): Promise<number> {
  const languages = LANGUAGES.filter((name) => (values.only ?? name) === name);
  const cases = languages.flatMap(casesOf);
  const chosen = cases.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const unknown = positionals.filter((name) => !cases.some((truthCase) => truthCase.name === name));
  if (languages.length === 0) return complain(`There are no cases for ${values.only}.`);
  if (unknown.length > 0) return complain(`There is no case ${unknown.join(', ')}.`);
  for (const language of languages) {
    const missing = reasonToSkip(...REAL_SERVERS[language].checkNeeds, ...REAL_SERVERS[language].serveNeeds);
    if (missing !== null) return complain(`${language} cannot be asked: ${missing}.`);
  }

  const answers = await inTurns(chosen, askServer);
  let changed = 0;
  for (const { truthCase, answer } of answers) {
    if (truthCase.expected !== null && textOf(truthCase.expected) === textOf(answer)) continue;
    changed += 1;
    console.log(`${fullName(truthCase)}${truthCase.expected === null ? ' (new)' : ''}`);
    for (const line of changedLines(linesOf(truthCase.expected), linesOf(answer))) console.log(`  ${line}`);
    if (values.write) writeFileSync(truthCase.expectationFile, textOf(answer));
  }
  console.log(`${chosen.length} cases asked, ${changed} changed${values.write ? ' and written' : ''}.`);
  return changed > 0 && !values.write ? 1 : 0;
}

function complain(sentence: string): number {
  console.error(sentence);
  return 2;
}

/** Asks a few at a time; the answers come in the order of the cases. */
async function inTurns<Case>(cases: readonly Case[], ask: (truthCase: Case) => Promise<Expectation>) {
  const answers: { readonly truthCase: Case; readonly answer: Expectation }[] = [];
  const turns = cases.entries();
  const takeTurns = async () => {
    for (const [index, truthCase] of turns) answers[index] = { truthCase, answer: await ask(truthCase) };
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  return answers;
}
