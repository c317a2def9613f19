/**
 * Puts what the built product needs to run, and nothing else, into a folder: `node scripts/runtime-tree.mjs <folder>`.
 * The Dockerfile calls it. Packages are those of the API and its libraries, as `npm ci` installed them here; no sources,
 * no tests, no tools, and no second Node: the one that starts it must be new enough.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ROOT } from './lib/run.mjs';

const RUNNING = ['apps/api', ...readdirSync(join(ROOT, 'libs')).map((name) => `libs/${name}`)];
const MANIFESTS = RUNNING.map((folder) => `${folder}/package.json`);
const BUILT = [...RUNNING.map((folder) => `${folder}/dist`), 'apps/console/dist'];
/** Types, and what only tests and the compiler read. */
const UNUSED =
  /\.d\.[cm]?ts(\.map)?$|\.tsbuildinfo$|\.spec\.js(\.map)?$|\/dist\/testing(\/|$)|\/compile-cache(\/|$)/;

const [target] = process.argv.slice(2);
if (!target) throw new Error('Name the folder to make: node scripts/runtime-tree.mjs <folder>');
const folder = resolve(target);
if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is not empty`);

for (const file of ['LICENSE', 'package.json', ...MANIFESTS]) copy(file);
const listed = packages();
for (const path of listed) copyPackage(path);
removeTools(listed);
for (const path of BUILT) copy(path);

function copy(path) {
  if (!existsSync(join(ROOT, path))) throw new Error(`${path} is missing: run npm run build first`);
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(join(ROOT, path), join(folder, path), {
    recursive: true,
    filter: (source) => !UNUSED.test(source.replaceAll('\\', '/')),
  });
}

/** Folders of the packages that the API needs, nested ones too; a package that is missing ends the script. */
function packages() {
  const args = ['ls', '--all', '--parseable', '--omit=dev', '--workspace', 'apps/api'];
  const lines = execFileSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return lines
    .split(/\r?\n/)
    .map((path) => relative(ROOT, path))
    .filter((path) => path.startsWith('node_modules'));
}

/** Without the packages inside it: those that are needed are listed themselves. Our own are links. */
function copyPackage(path) {
  const inside = join(ROOT, path, 'node_modules');
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  cpSync(join(ROOT, path), join(folder, path), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => source !== inside && !source.startsWith(inside + sep),
  });
}

/**
 * Optional peers of packages can be tools of ours, such as the compiler; nothing that runs asks for them. A tool that a
 * package depends on stays, as `ajv` does for Fastify.
 */
function removeTools(packages) {
  const files = [...MANIFESTS, ...packages.map((path) => `${path}/package.json`)];
  const declared = new Set(files.flatMap((file) => Object.keys(read(file).dependencies ?? {})));
  const { devDependencies, optionalDependencies } = read('package.json');
  const tools = Object.keys({ ...devDependencies, ...optionalDependencies });
  for (const name of tools.filter((tool) => !declared.has(tool))) {
    rmSync(join(folder, 'node_modules', name), { recursive: true, force: true });
  }
}

function read(file) {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
}
