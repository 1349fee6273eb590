// Pictures of the extension at work, driven as a person would: node test/editor/vscode/screenshots.mjs [node|web] [FOLDER]
// It waits for what is shown, never for a time.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { start, startBrowser } from './hosts.mjs';
import { scratch } from './scratch.mjs';
import { unpack } from './unpack.mjs';

const [host = 'node', out = 'screenshots'] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const extension = unpack(fileURLToPath(new URL('../../../igel-rollout.vsix', import.meta.url)));
const folder = join(scratch, 'workspace');
cpSync(fileURLToPath(new URL('pictured', import.meta.url)), folder, { recursive: true });

const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.setDefaultTimeout(30_000);
const vscode = await start(host, { extension, folder, file: 'dhcpd.conf' });
await page.goto(vscode.url);

const editor = page.locator('.editor-instance .monaco-editor').first();
const shot = (name) => page.screenshot({ path: join(out, `${name}.png`) });
/** Runs a command of the palette by its title. */
async function command(title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}
const word = (text) => editor.locator('.view-line span span', { hasText: text }).first();

await editor.locator('.squiggly-error').first().waitFor({ state: 'attached' });
await command('IGEL Rollout: Check This File');
await page.locator('.markers-panel .monaco-list-row').nth(1).waitFor();
await shot('problems');

await word('igelrmserver').hover();
await page.locator('.monaco-hover:visible').getByText('option 224').first().waitFor();
await shot('hover');
await page.keyboard.press('Escape');

await page.locator('.markers-panel .monaco-list-row', { hasText: 'The semicolon at the end' }).first().dblclick();
await page.locator('.editor-instance .monaco-editor.focused').waitFor();
const menu = page.locator('.action-widget .monaco-list-row');
for (let left = 5; left > 0 && !(await menu.first().isVisible()); left--) {
  await page.keyboard.press('Control+.');
  await menu
    .first()
    .waitFor({ timeout: 4000 })
    .catch((error) => {
      if (left === 1) throw error;
    });
}
await shot('quick-fix');
await page.keyboard.press('Enter');
await page
  .locator('.markers-panel .monaco-list-row', { hasText: 'The semicolon at the end' })
  .first()
  .waitFor({ state: 'detached' });
await shot('mended');

await command('IGEL Rollout: Insert igelrmserver Block');
await page.locator('.quick-input-list .monaco-list-row', { hasText: 'mixed fleet' }).waitFor();
await shot('insert-choice');
await page.locator('.quick-input-list .monaco-list-row', { hasText: 'mixed fleet' }).click();
await word('vendor-option-space').waitFor();
await shot('inserted');

await page.keyboard.press('Escape');
await page.keyboard.press('Control+End');
await page.keyboard.press('Enter');
await page.keyboard.type('opt');
await page.keyboard.press('Control+Space');
await page.locator('.suggest-widget .monaco-list-row').first().waitFor();
await shot('completion');
await page.keyboard.press('Escape');

await command('IGEL Rollout: Explain a Rule');
await page.locator('.quick-input-list .monaco-list-row', { hasText: 'unknown-statement' }).waitFor();
await shot('rules');
// In a browser alone a page's frame would come from the internet, and the folder is a copy in memory.
if (host === 'node') await shootPageAndSettings();
await page.keyboard.press('Escape');

await command('View: Hide Panel');
await page.keyboard.press('Control+P');
await page.locator('.quick-input-widget input').first().fill('rollout.dhcpd.conf');
await page.locator('.quick-input-list .monaco-list-row', { hasText: 'rollout.dhcpd.conf' }).first().click();
const lens = page.locator('.codelens-decoration a', { hasText: '11.04.100+' });
await lens.nth(2).waitFor();
await page.locator('.view-line', { hasText: 'exclusive = 1' }).first().waitFor();
await shot('rollout-lenses');
await word('subnet').hover();
await page.locator('.monaco-hover:visible').getByText('its UMS here').first().waitFor();
await shot('rollout-hover');
await page.keyboard.press('Escape');
await lens.first().click();
await page.locator('.view-line', { hasText: 'Who registers where' }).first().waitFor();
await page.locator('.detected-link').first().waitFor();
await shot('rollout-table');
await command('View: Close Editor');
await command('View: Close Editor');

await command('Welcome: Open Walkthrough...');
await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Lead IGEL OS devices' }).click();
await page.getByText('Open the config of your DHCP server').first().waitFor();
await shot('walkthrough');

await browser.close();
await vscode.stop();
process.exit(0);

async function shootPageAndSettings() {
  await page.keyboard.type('option-224-type');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'option-224-type' }).click();
  await page.locator('.tab', { hasText: 'option-224-type' }).waitFor();
  const preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await preview.getByText('Whom it hurts').waitFor();
  await shot('rule-page');

  writeFileSync(
    join(folder, '.vscode/settings.json'),
    '{\n  "igelRollout.fleet": ["11.03.500", "twelve"],\n  "igelRollout.rules": { "sintax": "off" }\n}\n',
  );
  await command('Preferences: Open Workspace Settings (JSON)');
  await page.locator('.tab', { hasText: 'settings.json' }).waitFor();
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'there is no rule sintax' }).waitFor();
  await shot('settings');
}
