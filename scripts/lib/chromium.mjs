import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './run.mjs';

const SYSTEM = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];

/**
 * Environment that names the Chromium of the journeys: CHROMIUM_PATH, else a system Chrome or Chromium, else the one
 * that comes from npm. None is an error, never a skip.
 */
export async function chromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which does not exist.`);
    return { CHROMIUM_PATH: given };
  }
  const system = process.env.CHROMIUM_FROM_NPM ? undefined : onPath(SYSTEM);
  return system ? { CHROMIUM_PATH: system } : fromNpm();
}

function onPath(names) {
  const folders = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

async function fromNpm() {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = unpackFolder();
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const path = await packaged.executablePath();
    return { CHROMIUM_PATH: path, ...(await librariesFor(path)) };
  } catch (error) {
    throw new Error(
      `No Chromium was found: install Chrome or Chromium, or set CHROMIUM_PATH. The one from npm failed: ${error.message}`,
      { cause: error },
    );
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
}

/** The package unpacks under the temporary directory and trusts what it finds there: it gets one of its own. */
function unpackFolder() {
  const folder = join(ROOT, '.build', 'chromium');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** The npm package carries the libraries that a bare system lacks; only the browser gets to see them. */
async function librariesFor(path) {
  if (!missesLibraries(path)) return {};
  const { inflate } = await import('@sparticuz/chromium');
  const archive = join(ROOT, 'node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  const folder = await inflate(archive);
  const libraries = join(folder, 'lib');
  return { CHROMIUM_LIBRARIES: existsSync(libraries) ? libraries : folder };
}

function missesLibraries(path) {
  try {
    return execFileSync('ldd', [path], { encoding: 'utf8' }).includes('not found');
  } catch {
    return false;
  }
}
