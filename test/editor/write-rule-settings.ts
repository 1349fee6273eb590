// Writes the rule registry into the manifest's settings. `npm run docs` calls it; manifest.test.ts fails where it was forgotten.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ruleSettings } from './rule-settings.ts';

const file = fileURLToPath(new URL('../../package.json', import.meta.url));
const manifest = JSON.parse(readFileSync(file, 'utf8')) as typeof import('../../package.json');
Object.assign(manifest.contributes.configuration.properties['igelRollout.rules'], { properties: ruleSettings() });
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);
