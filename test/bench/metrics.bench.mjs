import { day, DEFAULT_WEIGHTS, metricValues, period, readSheet, recordSetOf } from '@app/domain';
import { naiveMetrics } from '../support/naive-metrics.ts';
import { inTurns, report } from './support/report.mjs';
import { sheet } from './support/sheet.mjs';

/* The numbers of a period, nothing remembered: one pass over columns against a filter-and-reduce a metric over objects. */
const ROWS = 200_000;
const GOAL_RATIO = 15;
const from = day('2026-07-01');
const to = day('2026-12-31');
const asOf = day('2026-11-22');

const { rows } = readSheet(Buffer.from(sheet(ROWS)), { dateOrder: 'day_first', dedupe: 'none' });
const set = recordSetOf(rows);
const asked = { period: period(from, to), asOf, filters: {}, weights: DEFAULT_WEIGHTS, revenueSpan: 'year' };
const naive = () => naiveMetrics(rows, { from, to, asOf, span: 'year' });
const ours = () => metricValues([set], asked, null);

assertSame(ours(), naive());
const ms = await inTurns({ ours, naive }, 15);
const ratio = ms.naive / ms.ours;

report(`The whole catalogue over ${ROWS.toLocaleString('en')} records, uncached`, [
  { what: 'Pipeline: one pass over columns', figure: `${ms.ours.toFixed(1)} ms` },
  { what: 'filter-and-reduce a metric over normalised objects', figure: `${ms.naive.toFixed(1)} ms` },
  { what: 'ratio', figure: ratio.toFixed(1), goal: `${GOAL_RATIO}`, ok: ratio >= GOAL_RATIO },
]);

/** Both must compute the same before their speed means anything. */
function assertSame(values, expected) {
  for (const [id, value] of Object.entries(expected)) {
    const got = values[id]?.value ?? null;
    if (got !== value && !(Math.abs(got - value) < 1e-6 * Math.max(1, Math.abs(value))))
      throw new Error(`${id}: ${got} here, ${value} in the plain way.`);
  }
}
