import { once } from 'node:events';
import { Readable } from 'node:stream';
import { normaliseSheet, readSheet } from '@app/domain';
import { parse } from 'csv-parse';
import { inTurns, perSecond, report } from './support/report.mjs';
import { sheet } from './support/sheet.mjs';

/* Ours parses, votes on dates and money, normalises and reports findings; csv-parse only parses. */
const ROWS = 200_000;
const GOAL_RATIO = 2.5;
const GOAL_GROWTH_MB = 200;

const bytes = Buffer.from(sheet(ROWS));
const options = { dateOrder: 'day_first', dedupe: 'client_stage' };

const growth = memoryGrowthOf(() => readSheet(bytes, options));

const ms = await inTurns(
  {
    ours: () => normaliseSheet(bytes, options),
    whole: () => readSheet(bytes, options),
    csvParse: () => countObjects(Readable.from(chunksOf(bytes)).pipe(parse({ columns: true }))),
  },
  5,
);
const ratio = ms.csvParse / ms.ours;

report(
  `Parse and normalise a sheet of ${ROWS.toLocaleString('en')} rows and 20 columns (${(bytes.length / 1e6).toFixed(0)} MB)`,
  [
    { what: 'Pipeline: parse, normalise, findings', figure: perSecond(ROWS, ms.ours) },
    { what: 'Pipeline: also what each dedupe rule keeps', figure: perSecond(ROWS, ms.whole) },
    { what: 'csv-parse: stream of objects, nothing else', figure: perSecond(ROWS, ms.csvParse) },
    { what: 'ratio', figure: ratio.toFixed(2), goal: `${GOAL_RATIO}`, ok: ratio >= GOAL_RATIO },
    {
      what: 'memory growth while reading (peak resident set)',
      figure: `${growth.toFixed(0)} MB`,
      goal: `under ${GOAL_GROWTH_MB} MB`,
      ok: growth < GOAL_GROWTH_MB,
    },
  ],
);

/** Growth of the peak resident set, in MB; measured first, while the process is fresh. */
function memoryGrowthOf(work) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const result = work();
  const peak = process.resourceUsage().maxRSS * 1024;
  if (result.report.kept === 0) throw new Error('The sheet was not read.');
  return Math.max(0, peak - before) / 1e6;
}

async function countObjects(stream) {
  let rows = 0;
  stream.on('data', () => rows++);
  await once(stream, 'end');
  if (rows !== ROWS) throw new Error(`csv-parse read ${rows} rows.`);
}

function* chunksOf(buffer, size = 64 * 1024) {
  for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
}
