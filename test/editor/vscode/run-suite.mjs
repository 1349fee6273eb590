import { writeFileSync } from 'node:fs';
import { dhcpdRefuses } from './dhcpd.mjs';
import { start, startBrowser } from './hosts.mjs';

const LIMIT_S = 180;

/**
 * Lets a real VS Code run a suite, prints what it says, and tells whether all is well: no test failed, and a real dhcpd takes the
 * configs that it made. Otherwise VS Code's log and a picture of its window are left in the current folder.
 */
export async function runSuite(host, { extension, suite, folder }) {
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
  await page.goto(vscode.url);
  const code = await Promise.race([ended, tooLate()]);
  const refusals = dhcpdRefuses(configs);
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
