import { once } from 'node:events';
import { Readable } from 'node:stream';
import { normaliseSheet, readSheet } from '@app/domain';
import { parse } from 'csv-parse';
import { inTurns, perSecond, report } from './support/report.mjs';
import { sheet } from './support/sheet.mjs';

/*
 * Ours parses, votes on dates and money, normalises and reports findings; csv-parse only parses. What is kept of findings is
 * measured with three of them in each of a million rows.
 */
const ROWS = 200_000;
const GOAL_RATIO = 2.5;
const GOAL_GROWTH_MB = 200;
const ROWS_WITH_FINDINGS = 1_000_000;
const GOAL_FINDINGS_MB = 150;

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
const findings = findingsMegabytes();

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
    {
      what: `what ${(3 * ROWS_WITH_FINDINGS).toLocaleString('en')} findings keep, each text another one`,
      figure: `${findings.toFixed(0)} MB`,
      goal: `under ${GOAL_FINDINGS_MB} MB`,
      ok: findings < GOAL_FINDINGS_MB,
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

function findingsMegabytes() {
  const lines = Array.from(
    { length: ROWS_WITH_FINDINGS },
    (_, row) => `Client ${row},Lost,soon ${row},later ${row},much ${row}`,
  );
  const text = ['Client,Stage,Discovery date,POA date,Pipe', ...lines].join('\n');
  const { report } = readSheet(Buffer.from(text), options);
  if (report.findings.length !== 3 * ROWS_WITH_FINDINGS)
    throw new Error(`${report.findings.length} findings.`);
  const whole = held();
  report.findings = [];
  return (whole - held()) / 1e6;
}

function held() {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
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
