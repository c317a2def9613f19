import { day, DEFAULT_WEIGHTS, metricValues, period, readSheet, recordSetOf } from '@app/domain';
import { inTurns, report } from './support/report.mjs';
import { sheet } from './support/sheet.mjs';

/* Master over its views: what a record costs there and in one view, and the memory that a record takes. */
const VIEWS = 5;
const ROWS = 200_000;
const GOAL_COST = 2;
const GOAL_BYTES = 64;

const sets = [];
const bytes = [];
for (let view = 0; view < VIEWS; view++) sets.push(build(view));

const asked = {
  period: period(day('2026-07-01'), day('2026-12-31')),
  asOf: day('2026-11-22'),
  filters: {},
  weights: DEFAULT_WEIGHTS,
  revenueSpan: 'year',
};
const ms = await inTurns(
  { view: () => metricValues(sets.slice(0, 1), asked, null), master: () => metricValues(sets, asked, null) },
  15,
);
const cost = ms.master / VIEWS / ms.view;
const columns = Math.max(...bytes.map((each) => each.columns));
const texts = Math.max(...bytes.map((each) => each.texts));

report(`Master: the whole catalogue over ${(VIEWS * ROWS).toLocaleString('en')} records of ${VIEWS} views`, [
  { what: `one view of ${ROWS.toLocaleString('en')}`, figure: `${ms.view.toFixed(1)} ms` },
  { what: 'Master', figure: `${ms.master.toFixed(1)} ms` },
  {
    what: 'cost of a record on Master to one in a view',
    figure: cost.toFixed(2),
    goal: `at most ${GOAL_COST}`,
    ok: cost <= GOAL_COST,
  },
  {
    what: 'memory a record: columns of the record set',
    figure: `${columns.toFixed(1)} bytes`,
    goal: `at most ${GOAL_BYTES}`,
    ok: columns <= GOAL_BYTES,
  },
  {
    what: 'memory a record: distinct texts (nearly every client differs)',
    figure: `${texts.toFixed(1)} bytes`,
  },
]);

/** The records of a view; what they take is measured while nothing else is alive. */
function build(view) {
  const { rows } = readSheet(Buffer.from(sheet(ROWS, 7 + view)), { dateOrder: 'day_first', dedupe: 'none' });
  const before = memory();
  const set = recordSetOf(rows);
  const after = memory();
  bytes.push({
    columns: (after.arrayBuffers - before.arrayBuffers) / ROWS,
    texts: (after.heapUsed - before.heapUsed) / ROWS,
  });
  return set;
}

function memory() {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage();
}
