// Runs the suite against the built .vsix in a real VS Code: node test/editor/vscode/run.mjs web|web-oldest|node, or all of them.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dhcpdRefuses } from './dhcpd.mjs';
import { HOSTS, start, startBrowser } from './hosts.mjs';
import { scratch } from './scratch.mjs';
import { buildSuite } from './suite.mjs';
import { whatIsMissing } from './tools.mjs';
import { unpack } from './unpack.mjs';
import { makeWorkspace } from './workspace.mjs';

const LIMIT_S = 180;
const vsix = fileURLToPath(new URL('../../../igel-rollout.vsix', import.meta.url));

const missing = whatIsMissing();
if (missing) {
  console.log(`Skipped, no VS Code to test with: ${missing}.`);
  process.exit(process.env.IGEL_ROLLOUT_REQUIRE_SERVERS ? 1 : 0);
}
const [host] = process.argv.slice(2);
if (host === undefined) {
  const runs = HOSTS.map((one) =>
    spawnSync(process.execPath, [fileURLToPath(import.meta.url), one], { stdio: 'inherit' }),
  );
  process.exit(runs.every(({ status }) => status === 0) ? 0 : 1);
}
process.exit((await run(host)) ? 0 : 1);

async function run(host) {
  const extension = unpack(vsix);
  const folder = join(scratch, 'workspace');
  makeWorkspace(folder);
  const suite = join(extension, '__suite__.js');
  await buildSuite(suite);

  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const log = [];
  const configs = [];
  await page.exposeFunction('codeAutomationLog', (type, words) => {
    const text = words.join(' ');
    log.push(`${type}: ${text}`);
    if (text.startsWith('[test] ')) console.log(text.slice('[test] '.length));
    if (text.startsWith('[config] ')) configs.push(JSON.parse(text.slice('[config] '.length)));
  });
  page.on('pageerror', (error) => log.push(`page error: ${error.stack ?? error}`));
  const ended = new Promise((resolve) => {
    page.exposeFunction('codeAutomationExit', resolve);
  });
  const vscode = await start(host, { extension, suite, folder });
  console.log(`\n${host}`);
  await page.goto(vscode.url);
  const code = await Promise.race([ended, tooLate()]);
  const refusals = await dhcpdRefuses(configs);
  for (const refusal of refusals) console.log(refusal);
  const good = code === 0 && refusals.length === 0;
  if (!good) {
    writeFileSync(`vscode-${host}-failed.log`, `${log.join('\n')}\n`);
    await page.screenshot({ path: `vscode-${host}-failed.png` });
    console.log(`VS Code ended with ${code}: see vscode-${host}-failed.log and vscode-${host}-failed.png`);
  }
  await browser.close();
  await vscode.stop();
  return good;
}

/** A run that hangs is a failure; nothing waits for this. */
function tooLate() {
  return new Promise((resolve) => {
    setTimeout(resolve, LIMIT_S * 1000, `no result in ${LIMIT_S} s`).unref();
  });
}
