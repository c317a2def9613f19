import { DuckDBInstance } from '@duckdb/node-api';
import { day, DEFAULT_WEIGHTS, metricValues, period, readSheet, recordSetOf } from '@app/domain';
import { catalogueSql, COLUMNS } from './support/catalogue-sql.mjs';
import { inTurns, report } from './support/report.mjs';
import { sheet } from './support/sheet.mjs';

/* The whole catalogue, nothing remembered, against an analytical database in the same process with all its threads. */
const ROWS = 200_000;
const GOAL_RATIO = 3;
const [from, to, asOf] = [day('2026-07-01'), day('2026-12-31'), day('2026-11-22')];

const { rows } = readSheet(Buffer.from(sheet(ROWS)), { dateOrder: 'day_first', dedupe: 'none' });
const set = recordSetOf(rows);
const asked = { period: period(from, to), asOf, filters: {}, weights: DEFAULT_WEIGHTS, revenueSpan: 'year' };
const ours = () => metricValues([set], asked, null);

const metrics = Object.entries(
  catalogueSql({ from, to, asOf, yearStart: day('2026-01-01'), halfStart: day('2026-07-01') }),
);
const connection = await (await DuckDBInstance.create(':memory:')).connect();
await load();

const inOne = `SELECT ${metrics.map(([id, { sql }]) => `${sql} AS "${id}"`).join(', ')} FROM deals`;
const oneQuery = async () => (await connection.runAndReadAll(inOne)).getRowObjects()[0];
const oneEach = async () => {
  for (const [, { sql }] of metrics) await connection.runAndReadAll(`SELECT ${sql} FROM deals`);
};

assertSame(ours(), await oneQuery());
const ms = { ...(await inTurns({ ours, oneQuery }, 15)), ...(await inTurns({ oneEach }, 3)) };
const ratio = ms.oneQuery / ms.ours;

report(`The whole catalogue over ${ROWS.toLocaleString('en')} records, uncached`, [
  { what: 'Pipeline: one pass over columns', figure: `${ms.ours.toFixed(1)} ms` },
  { what: `DuckDB: one query, ${metrics.length} aggregates`, figure: `${ms.oneQuery.toFixed(1)} ms` },
  { what: 'DuckDB: one query a metric', figure: `${ms.oneEach.toFixed(1)} ms` },
  { what: 'ratio to one query', figure: ratio.toFixed(1), goal: `${GOAL_RATIO}`, ok: ratio >= GOAL_RATIO },
]);
connection.closeSync();

async function load() {
  const columns = COLUMNS.map(([name, type]) => `${name} ${type}`).join(', ');
  await connection.run(`CREATE TABLE deals (${columns})`);
  const appender = await connection.createAppender('deals');
  for (const row of rows) {
    for (const [, type, read] of COLUMNS) append(appender, type, read(row));
    appender.endRow();
  }
  appender.closeSync();
}

function append(appender, type, value) {
  if (value === null) appender.appendNull();
  else if (type === 'VARCHAR') appender.appendVarchar(value);
  else if (type === 'INTEGER') appender.appendInteger(value);
  else appender.appendBigInt(BigInt(value));
}

/** Both must compute the same before their speed means anything. */
function assertSame(values, found) {
  for (const [id, { unit }] of metrics) {
    const theirs = found[id] === null ? null : Number(found[id]) / (unit === 'money' ? 100 : 1);
    const got = values[id]?.value ?? null;
    if (got !== theirs && !(Math.abs(got - theirs) < 1e-6 * Math.max(1, Math.abs(theirs))))
      throw new Error(`${id}: ${got} here, ${theirs} in DuckDB.`);
  }
}
