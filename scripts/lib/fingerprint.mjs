import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './run.mjs';

const SKIPPED = new Set(['node_modules', 'dist', '.angular']);

/** A text that changes when a file below the given paths is added, removed or written. */
export function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const file of filesBelow(join(ROOT, path))) hash.update(entryOf(file));
  return hash.digest('hex');
}

/** True when all outputs are there and were built from exactly these sources. */
export function isFresh(step) {
  return (
    step.outputs.every((output) => existsSync(join(ROOT, output))) &&
    readStamp(step.name) === fingerprint(step.sources)
  );
}

/** Remembers what a step was built from. */
export function stamp(step, print) {
  const file = stampFile(step.name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, print);
}

const stampFile = (name) => join(ROOT, '.build', `${name}.stamp`);

function readStamp(name) {
  return existsSync(stampFile(name)) ? readFileSync(stampFile(name), 'utf8') : null;
}

function entryOf(file) {
  const { size, mtimeMs } = statSync(file);
  return `${relative(ROOT, file)}\0${size}\0${mtimeMs}\n`;
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !SKIPPED.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)],
    );
}
