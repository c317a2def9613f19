import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';

/** Page files of the console: what `import()` in its list of pages names. */
const PAGE = /([\w-]+)\.page\.ts$/;
const SHELL = /shell\.routes\.ts$/;
/** The page that people start with, and that of the other screens. */
const MORNING = ['dashboard', 'screen'];

/**
 * Joins the parts of the built console that are needed together. The build cuts them by who needs what, into a hundred
 * files, many of them smaller than the question for them: a page asked for forty-five, now for seven. What the sign-in
 * needs becomes one file, the frame of all pages another, what most screens share a third; the rest stays as it was cut.
 *
 * Beside it, `early.json` says which files the frame and each page need beside those that index.html names: the server
 * tells browsers at once, see `early-links.ts`.
 *
 * @param folder what `ng build --stats-json` wrote
 */
export async function joinParts(folder) {
  const browser = join(folder, 'browser');
  const stats = join(folder, 'browser-stats.json');
  const cut = cutBy(JSON.parse(readFileSync(stats, 'utf8')));
  const bundle = await rolldown({
    input: join(browser, cut.main),
    platform: 'browser',
    preserveEntrySignatures: false, // nobody imports the entry
  });
  const { output } = await bundle.generate({
    minify: true,
    entryFileNames: 'main-[hash].js',
    chunkFileNames: 'chunk-[hash].js',
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: ['start', 'frame', 'morning'].map((name) => ({
        name,
        test: (path) => cut[name].has(basename(path)),
      })),
    },
  });
  await bundle.close();
  for (const file of cut.files) rmSync(join(browser, file));
  for (const { fileName, code } of output) writeFileSync(join(browser, fileName), code);
  const joined = joinedBy(output, cut);
  const index = join(browser, 'index.html');
  writeFileSync(index, nameIn(readFileSync(index, 'utf8'), cut.main, joined));
  writeFileSync(join(folder, 'early.json'), JSON.stringify(joined.early));
  rmSync(stats); // large, and of no use to those who run the product
}

/** Where the build cut: its entry, its frame and pages, and what belongs together. */
function cutBy({ outputs }) {
  const files = Object.keys(outputs).filter((file) => file.endsWith('.js'));
  const main = files.find((file) => file.startsWith('main-'));
  const shell = files.find((file) => SHELL.test(outputs[file].entryPoint ?? ''));
  const pages = files.flatMap((file) => {
    const [, name] = PAGE.exec(outputs[file].entryPoint ?? '') ?? [];
    return name ? [[name, file]] : [];
  });
  if (!main || !shell || MORNING.some((name) => !pages.some(([page]) => page === name)))
    throw new Error(
      'The files of the console were not recognised: its build names its parts in another way.',
    );
  const importsOf = (file) =>
    outputs[file].imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => path);
  const needsOf = (file) => closureOf(file, importsOf);
  const start = needsOf(main);
  const frame = without(needsOf(shell), start);
  const [first, second] = MORNING.map((name) => needsOf(Object.fromEntries(pages)[name]));
  const morning = without(new Set([...first].filter((file) => second.has(file))), start, frame);
  start.delete(main);
  return { files, main, shell, pages, start, frame, morning };
}

/** What became of it: the files that index.html names, and those that are told early. */
function joinedBy(output, { main, shell, pages }) {
  const importsBy = new Map(output.map(({ fileName, imports }) => [fileName, imports]));
  const placeOf = new Map(
    output.flatMap(({ fileName, moduleIds }) => moduleIds.map((id) => [basename(id), fileName])),
  );
  const needsOf = (file) => closureOf(placeOf.get(file), (each) => importsBy.get(each));
  const first = needsOf(main);
  const early = (file) => [...without(needsOf(file), first)];
  return {
    main: placeOf.get(main),
    first: [...first],
    early: {
      shell: early(shell),
      pages: Object.fromEntries(pages.map(([name, file]) => [name, early(file)])),
    },
  };
}

/** index.html with the files as they are called now. */
function nameIn(html, before, { main, first }) {
  const preload = /<link rel="modulepreload" href="[^"]+"([^>]*)>/g;
  const [, rest] = preload.exec(html) ?? [];
  if (rest === undefined || !html.includes(before))
    throw new Error('index.html names its scripts in another way than it used to.');
  const preloads = first
    .filter((file) => file !== main)
    .map((file) => `<link rel="modulepreload" href="${file}"${rest}>`);
  return html
    .replaceAll(preload, '')
    .replace(`<script src="${before}"`, `${preloads.join('')}<script src="${main}"`);
}

/** A file and all that it cannot start without. */
function closureOf(file, importsOf, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const each of importsOf(file)) closureOf(each, importsOf, seen);
  return seen;
}

const without = (files, ...others) =>
  new Set([...files].filter((file) => !others.some((other) => other.has(file))));
