// Packs the extension for the desktop and for browsers into igel-rollout.vsix.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createVSIX } from '@vscode/vsce';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// What only npm reads. VS Code in a browser loads no extension that says to be of modules, though its bundle is none.
const { type, bin, files, scripts, dependencies, devDependencies, allowScripts, ...extension } = JSON.parse(
  await readFile(here('package.json'), 'utf8'),
);

const folder = await mkdtemp(join(tmpdir(), 'igel-rollout-package-'));
try {
  await writeFile(join(folder, 'package.json'), JSON.stringify(extension, null, 2));
  // All that lies in the folder belongs to the package.
  await writeFile(join(folder, '.vscodeignore'), '');
  for (const file of [...files, 'README.md']) {
    await cp(here(file), join(folder, file), { recursive: true, filter: (path) => !path.endsWith('cli.js') });
  }
  await createVSIX({
    cwd: folder,
    packagePath: here('igel-rollout.vsix'),
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
} finally {
  await rm(folder, { recursive: true });
}
