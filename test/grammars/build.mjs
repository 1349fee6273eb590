// node test/grammars/build.mjs [--check] [NAME …]: makes what is generated of every grammar in syntaxes/tree-sitter-NAME/,
// that is src/ but for scanner.c, and syntaxes/tree-sitter-NAME.wasm. With --check nothing is written: it compares, and
// exits with 1 if anything differs.
//
// Needs a tree-sitter CLI (TREE_SITTER, or in PATH; get-tree-sitter.sh fetches one) and the npm package @yowasp/clang,
// which is not among the project's own dependencies for its 100 MB. Both builds give the same bytes on every machine.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TREE_SITTER = '0.26.11';
const CLANG = '@yowasp/clang@22.0.0-git20542-10';

const syntaxes = fileURLToPath(new URL('../../syntaxes/', import.meta.url));
const check = process.argv.includes('--check');
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

const runClang = await import('@yowasp/clang').then(
  (clang) => clang.runClang,
  () => fail(`@yowasp/clang is missing: npm install --no-save ${CLANG}`),
);

const names = fs
  .readdirSync(syntaxes)
  .filter((name) => fs.existsSync(path.join(syntaxes, name, 'grammar.js')))
  .map((name) => name.replace(/^tree-sitter-/, ''))
  .filter((name) => asked.length === 0 || asked.includes(name));
if (names.length === 0) fail(`no grammar ${asked.join(', ')} in ${syntaxes}`);

let differences = 0;
for (const name of names) {
  const folder = path.join(syntaxes, `tree-sitter-${name}`);
  const work = fs.mkdtempSync(path.join(os.tmpdir(), `tree-sitter-${name}-`));
  try {
    fs.cpSync(folder, work, { recursive: true });
    fs.writeFileSync(path.join(work, 'package.json'), '{ "type": "module" }\n');
    generate(work);
    const made = new Map(generated(work).map((file) => [path.join(folder, file), fs.readFileSync(path.join(work, file))]));
    made.set(`${folder}.wasm`, await compile(path.join(work, 'src'), name));
    for (const [file, bytes] of made) {
      const old = fs.existsSync(file) ? fs.readFileSync(file) : undefined;
      const same = old?.equals(bytes) ?? false;
      if (same) continue;
      differences++;
      const shown = path.relative(process.cwd(), file);
      if (check) {
        console.error(`${shown}: ${old === undefined ? 'missing' : 'is not what the grammar makes'}`);
      } else {
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, bytes);
        console.log(`${shown}: ${bytes.length} bytes`);
      }
    }
  } finally {
    fs.rmSync(work, { recursive: true });
  }
}
if (check && differences > 0) fail('run `npm run grammars` and commit what it makes');
console.log(`${names.join(', ')}: ${check || differences === 0 ? 'up to date' : 'built'}`);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function generate(folder) {
  const command = process.env.TREE_SITTER ?? 'tree-sitter';
  const version = spawnSync(command, ['--version'], { encoding: 'utf8' });
  if (version.error) fail(`${command}: ${version.error.message} (see get-tree-sitter.sh)`);
  if (!version.stdout.includes(TREE_SITTER)) fail(`${command} is ${version.stdout.trim()}, not ${TREE_SITTER}`);
  const result = spawnSync(command, ['generate'], { cwd: folder, encoding: 'utf8' });
  if (result.status !== 0) fail(result.stderr);
}

function generated(folder) {
  const headers = fs.readdirSync(path.join(folder, 'src/tree_sitter')).map((file) => `src/tree_sitter/${file}`);
  return ['src/grammar.json', 'src/node-types.json', 'src/parser.c', ...headers];
}

/** A side module for web-tree-sitter out of parser.c and, if there is one, scanner.c. */
async function compile(source, name) {
  const files = { src: readFolder(source) };
  const units = ['parser.c', 'scanner.c'].filter((file) => file in files.src).map((file) => `src/${file}`);
  const compiler = ['--target=wasm32-wasip1', '-mcpu=mvp', '-std=c11', '-Os', '-fPIC', '-fvisibility=hidden', '-Wall', '-Werror'];
  const linker = ['--experimental-pic', '--allow-undefined', '--no-entry', '--strip-all', `--export=tree_sitter_${name}`];
  const out = 'grammar.wasm';
  let said = '';
  const listen = (bytes) => {
    if (bytes) said += typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  };
  try {
    const result = await runClang(
      ['clang', ...compiler, '-shared', '-nostdlib', '-I', 'src', ...units, ...linker.map((o) => `-Wl,${o}`), '-o', out],
      files,
      { stdout: listen, stderr: listen, fetchProgress: () => {} },
    );
    return Buffer.from(result[out]);
  } catch (error) {
    return fail(`${said}\n${error}`);
  }
}

function readFolder(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isDirectory() || /\.[ch]$/.test(entry.name))
      .map((entry) => {
        const file = path.join(folder, entry.name);
        return [entry.name, entry.isDirectory() ? readFolder(file) : fs.readFileSync(file)];
      }),
  );
}
