import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { report } from './support/report.mjs';

/* What a browser must have before the first page shows: scripts and styles that index.html names, and nothing lazy. */
const GOAL_KB = 110;
const folder = join(import.meta.dirname, '../../apps/console/dist/browser');
const html = readFileSync(join(folder, 'index.html'), 'utf8');
const files = new Set([...html.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)].map(([, file]) => file));
const sizes = [...files].map((file) => ({
  file,
  bytes: gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
}));
const scripts = sizes.filter(({ file }) => file.endsWith('.js')).reduce((sum, { bytes }) => sum + bytes, 0);
const styles = sizes.filter(({ file }) => file.endsWith('.css')).reduce((sum, { bytes }) => sum + bytes, 0);
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB gzip`;

report('Start bundle of the console', [
  {
    what: 'scripts',
    figure: kB(scripts),
    goal: `at most ${GOAL_KB} kB`,
    ok: scripts > 0 && scripts <= GOAL_KB * 1000,
  },
  { what: 'styles', figure: kB(styles) },
]);
