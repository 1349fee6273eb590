// node test/grammars/build.mjs [--check] [NAME …]: makes what is generated of every grammar in syntaxes/tree-sitter-NAME/,
// that is src/ but for scanner.c, and syntaxes/tree-sitter-NAME.wasm. With --check nothing is written: it compares, and
// exits with 1 if anything differs.
//
// Both tools give the same bytes on every machine, but both are big and seldom needed, so they are no dependencies of
// the project: what is missing is put into node_modules/.cache/grammars.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TREE_SITTER = '0.26.11';
const CLANG = '22.0.0-git20542-10';

const here = fileURLToPath(new URL('.', import.meta.url));
const syntaxes = path.join(here, '../../syntaxes');
const cache = path.join(here, '../../node_modules/.cache/grammars');

const check = process.argv.includes('--check');
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const names = fs
  .readdirSync(syntaxes)
  .filter((folder) => fs.existsSync(path.join(syntaxes, folder, 'grammar.js')))
  .map((folder) => folder.replace(/^tree-sitter-/, ''))
  .filter((name) => asked.length === 0 || asked.includes(name));
if (names.length === 0) fail(`There is no such grammar in ${syntaxes}.`);

const treeSitter = findTreeSitter();
const runClang = await findClang();

let differences = 0;
for (const name of names) {
  const folder = path.join(syntaxes, `tree-sitter-${name}`);
  for (const [file, bytes] of await make(name, folder)) {
    const old = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
    if (old.equals(bytes)) continue;
    differences++;
    const shown = path.relative(process.cwd(), file);
    if (check) {
      console.error(`${shown} is not what its grammar makes.`);
    } else {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, bytes);
      console.log(`${shown}: ${bytes.length} bytes`);
    }
  }
}
if (check && differences > 0) fail('Run `npm run grammars` and commit what it writes.');
if (differences === 0) console.log(`Up to date: ${names.join(', ')}`);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function run(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (result.error || result.status !== 0) {
    fail(`${command} ${args.join(' ')}: ${result.error?.message ?? `${result.stdout}${result.stderr}`}`);
  }
  return result.stdout;
}

/** The command that runs the tree-sitter CLI: TREE_SITTER, that of PATH, or one that get-tree-sitter.sh fetches. */
function findTreeSitter() {
  const fetched = path.join(cache, 'tree-sitter');
  const isRight = (command) => spawnSync(command, ['--version'], { encoding: 'utf8' }).stdout?.includes(TREE_SITTER);
  const found = [process.env.TREE_SITTER, 'tree-sitter', fetched].find((command) => command && isRight(command));
  if (found === undefined) run('bash', [path.join(here, 'get-tree-sitter.sh'), cache]);
  return found ?? fetched;
}

/** Clang, compiled to WebAssembly itself. */
async function findClang() {
  const bundle = path.join(cache, 'node_modules/@yowasp/clang/gen/bundle.js');
  const load = () => import(pathToFileURL(bundle).href).catch(() => undefined);
  let clang = await load();
  if (clang?.version !== CLANG) {
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(path.join(cache, 'package.json'), '{}\n');
    run('npm', ['install', '--prefix', cache, '--no-audit', '--no-fund', `@yowasp/clang@${CLANG}`]);
    clang = await load();
  }
  await clang.runClang(null, {}, { fetchProgress() {} });
  return clang.runClang;
}

/** The generated files of a grammar, made in a copy of its folder. */
async function make(name, folder) {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), `tree-sitter-${name}-`));
  try {
    fs.cpSync(folder, copy, { recursive: true });
    fs.rmSync(path.join(copy, 'src/tree_sitter'), { recursive: true, force: true });
    fs.writeFileSync(path.join(copy, 'package.json'), '{ "type": "module" }\n');
    run(treeSitter, ['generate'], { cwd: copy });
    const headers = fs.readdirSync(path.join(copy, 'src/tree_sitter')).map((file) => `src/tree_sitter/${file}`);
    const files = ['src/grammar.json', 'src/node-types.json', 'src/parser.c', ...headers];
    return [
      ...files.map((file) => [path.join(folder, file), fs.readFileSync(path.join(copy, file))]),
      [`${folder}.wasm`, await compile(name, path.join(copy, 'src'))],
    ];
  } finally {
    fs.rmSync(copy, { recursive: true });
  }
}

/** A side module for web-tree-sitter, of parser.c and of scanner.c if there is one. */
async function compile(name, source) {
  const files = { src: readFolder(source) };
  const units = ['parser.c', 'scanner.c'].filter((file) => file in files.src).map((file) => `src/${file}`);
  // Without -mcpu=mvp Node 20 refuses the module
  const compiler = '--target=wasm32-wasip1 -mcpu=mvp -std=c11 -Os -fPIC -fvisibility=hidden -Wall -Werror -Isrc';
  const linker = `--experimental-pic --allow-undefined --no-entry --strip-all --export=tree_sitter_${name}`;
  const args = [
    ...['clang', ...compiler.split(' '), '-shared', '-nostdlib', ...units],
    ...[...linker.split(' ').map((option) => `-Wl,${option}`), '-o', 'grammar.wasm'],
  ];
  let said = '';
  const listen = (bytes) => {
    if (bytes) said += new TextDecoder().decode(bytes);
  };
  try {
    const made = await runClang(args, files, { stdout: listen, stderr: listen });
    return Buffer.from(made['grammar.wasm']);
  } catch (error) {
    return fail(`${name}: ${said}${error}`);
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
