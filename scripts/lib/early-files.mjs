import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Page files of the console: what `import()` in its list of pages names. */
const PAGE = /([\w-]+)\.page\.ts$/;
const SHELL = /shell\.routes\.ts$/;

/**
 * Which files of the console its frame and its pages need beside those that index.html names, all that they import among
 * them: the server tells browsers at once, see `early-links.ts`.
 *
 * @param stats what `ng build --stats-json` writes: the files by name, each with its source and its imports
 */
function earlyFiles({ outputs }) {
  const main = Object.keys(outputs).find((file) => /^main[-.]/.test(file));
  const first = importsOf(main);
  const needed = (file) => [...importsOf(file)].filter((each) => !first.has(each));
  const early = { shell: [], pages: {} };
  for (const [file, { entryPoint = '' }] of Object.entries(outputs)) {
    if (SHELL.test(entryPoint)) early.shell = needed(file);
    const [, page] = PAGE.exec(entryPoint) ?? [];
    if (page) early.pages[page] = needed(file);
  }
  return early;

  /** The file and all that it cannot start without. */
  function importsOf(file, seen = new Set()) {
    if (seen.has(file) || !outputs[file]) return seen;
    seen.add(file);
    for (const { path, kind } of outputs[file].imports)
      if (kind === 'import-statement') importsOf(path, seen);
    return seen;
  }
}

/** Writes them down beside the console that was built. */
export function writeEarlyFiles(folder) {
  const early = earlyFiles(JSON.parse(readFileSync(`${folder}/browser-stats.json`, 'utf8')));
  if (early.shell.length === 0 || Object.keys(early.pages).length === 0)
    throw new Error(
      'The files of the console were not recognised: its build names its parts in another way.',
    );
  writeFileSync(`${folder}/early.json`, JSON.stringify(early));
  rmSync(`${folder}/browser-stats.json`); // large, and of no use to those who run the product
}
