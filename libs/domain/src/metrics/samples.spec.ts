import { readFileSync } from 'node:fs';
import { type DedupeRule, readSheet, type Sheet } from '../ingest/index.js';
import { day } from '../period/day.js';
import { period } from '../period/period.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import type { RecordSet } from '../record-set/record-set.js';
import { resolveMasterTargets, resolveTargets } from '../targets/resolve.js';
import { MONTH_KEYS, TARGET_KEYS, type TargetSet } from '../targets/target-set.js';
import { asking } from '../testing/asking.js';
import { filesOf, HARD_SHEETS, hardFile } from '../testing/hard-sheets.js';
import { breakdown, type BreakdownResult } from './tables/breakdown.js';
import type { MetricId } from './catalogue/catalogue.js';
import type { Dimension } from './model/dimension.js';
import { metricDefinitions } from './catalogue/definitions.js';
import type { ComparedNumber } from './values/metric-value.js';
import { metricValues } from './values/metric-values.js';

/* The sample sheets with the numbers the product must show for them; tolerances as test/data/README.md names them. */

interface Expected {
  targets: { keys: Record<string, number | null>; revenue: Record<string, Record<string, number | null>> };
  periods: { from: string; to: string; as_of: string; metrics: Record<string, ComparedNumber> }[];
  breakdowns: (BreakdownResult & {
    from: string;
    to: string;
    as_of: string;
    metric: MetricId;
    by: Dimension;
  })[];
}

const bytes = (file: string) => readFileSync(new URL(`../../../../test/data/${file}`, import.meta.url));
const json = (file: string): unknown => JSON.parse(bytes(file).toString('utf8'));
const stored = json('targets.json') as Record<string, unknown>;

const VIEWS = ['organic', 'signal', 'fullfunnel', 'market'];
const setOf = (name: string, dedupe: DedupeRule = 'client_stage') =>
  recordSetOf(readSheet(bytes(`${name}.csv`), { dateOrder: 'day_first', dedupe }).rows);
const viewSets = VIEWS.map((name) => setOf(name));
const viewTargets = VIEWS.map((name) => resolveTargets(stored[name]));

const CASES: [string, readonly RecordSet[], TargetSet][] = [
  ...VIEWS.map((name, at): [string, RecordSet[], TargetSet] => [
    name,
    viewSets.slice(at, at + 1),
    viewTargets[at] ?? resolveTargets({}),
  ]),
  ['messy', [setOf('messy')], resolveTargets({})],
  ['master', viewSets, resolveMasterTargets(stored.master, viewTargets)],
];

const question = (frame: { from: string; to: string; as_of: string }) =>
  asking({ period: period(day(frame.from), day(frame.to)), asOf: day(frame.as_of) });

const units = new Map<string, string>(metricDefinitions().map(({ id, unit }) => [id, unit]));

/** What differs from the expectation by more than its unit allows. */
function differs(
  unit: string | undefined,
  actual: number | null | undefined,
  expected: number | null,
): boolean {
  if (expected === null || actual === null || actual === undefined) return actual !== expected;
  const allowed = { count: 0, money: Math.max(0.005, Math.abs(expected) * 1e-9) }[unit ?? ''] ?? 1e-6;
  return Math.abs(actual - expected) > allowed + Number.EPSILON * Math.abs(expected);
}

function differences(
  actual: Readonly<Record<string, ComparedNumber | undefined>>,
  expected: Readonly<Record<string, ComparedNumber>>,
): string[] {
  return Object.entries(expected).flatMap(([id, wanted]) => {
    const found = actual[id];
    const unit = units.get(id);
    const targetUnit = unit === 'count' ? 'ratio' : unit;
    const isWrong =
      differs(unit, found?.value, wanted.value) ||
      differs(targetUnit, found?.target, wanted.target) ||
      differs('ratio', found?.progress, wanted.progress) ||
      differs('ratio', found?.pace, wanted.pace) ||
      found?.status !== wanted.status;
    return isWrong ? [`${id}: ${JSON.stringify(found)} instead of ${JSON.stringify(wanted)}`] : [];
  });
}

function breakdownDifferences(sets: readonly RecordSet[], frame: Expected['breakdowns'][number]): string[] {
  const { rows, total } = breakdown(sets, frame.metric, frame.by, question(frame));
  const unit = units.get(frame.metric);
  const found = [{ key: 'total', label: '', value: total }, ...rows];
  const wanted = [{ key: 'total', label: '', value: frame.total }, ...frame.rows];
  return Array.from(
    { length: Math.max(found.length, wanted.length) },
    (_, at) => [found[at], wanted[at]] as const,
  )
    .filter(
      ([is, should]) =>
        is?.key !== should?.key ||
        is?.label !== should?.label ||
        differs(unit, is?.value, should?.value ?? null),
    )
    .map((pair) => JSON.stringify(pair));
}

describe.each(CASES)('the sample %s', (name, sets, targets) => {
  const expected = json(`${name}.expected.json`) as Expected;

  it('resolves its targets', () => {
    const found = Object.fromEntries(TARGET_KEYS.map((key) => [key, targets.keys[key].value]));
    expect(found).toEqual(expected.targets.keys);
    expect(Object.keys(targets.revenue).sort()).toEqual(Object.keys(expected.targets.revenue).sort());
    for (const [year, months] of Object.entries(expected.targets.revenue)) {
      MONTH_KEYS.forEach((month, at) => {
        expect(differs('money', targets.revenue[year]?.[at]?.value, months[month] ?? null)).toBe(false);
      });
    }
  });

  it.each(expected.periods)('shows every expected metric of $from to $to', (frame) => {
    const actual = metricValues(sets, question(frame), targets);
    expect(Object.keys(frame.metrics).filter((id) => !Object.hasOwn(actual, id))).toEqual([]);
    expect(differences(actual, frame.metrics)).toEqual([]);
  });

  it.each(expected.breakdowns)('breaks $metric down by $by', (frame) => {
    expect(breakdownDifferences(sets, frame)).toEqual([]);
  });
});

const CRM = json('crm-opportunities.expected.json') as { rules: Record<DedupeRule, Expected | undefined> };

describe.each(['client_stage', 'none'] as const)('the sample crm-opportunities under the rule %s', (rule) => {
  const expected = CRM.rules[rule];
  const sets = [setOf('crm-opportunities', rule)];

  it.each(expected?.periods ?? [])('shows every expected metric of $from to $to', (frame) => {
    expect(differences(metricValues(sets, question(frame), resolveTargets({})), frame.metrics)).toEqual([]);
  });

  it.each(expected?.breakdowns ?? [])('breaks $metric down by $by', (frame) => {
    expect(breakdownDifferences(sets, frame)).toEqual([]);
  });
});

/* The expectations name main metrics, and of these only those that are there. */
const HARD_METRICS = [
  ...new Set(
    HARD_SHEETS.flatMap(([, { periods }]) => periods.flatMap(({ metrics }) => Object.keys(metrics))),
  ),
];

describe.each(HARD_SHEETS)('the hard sheet %s', (_, expected) => {
  const dedupe = expected.options?.dedupe ?? 'client_stage';
  const sheet = filesOf(expected).reduce<Sheet | null>(
    (last, file) =>
      readSheet(hardFile(file), {
        dateOrder: 'day_first',
        dedupe,
        lastDateOrders: last?.report.date_orders ?? {},
      }),
    null,
  );
  const sets = [recordSetOf(sheet?.rows ?? [])];

  it.each(expected.periods)('has the expected metrics of $from to $to', (frame) => {
    const actual = metricValues(sets, question(frame), resolveTargets({}));
    const wrong = HARD_METRICS.filter((id) =>
      differs(units.get(id), actual[id as MetricId]?.value ?? 0, frame.metrics[id]?.value ?? 0),
    );
    expect(wrong).toEqual([]);
  });

  it('counts deals without stage', () => {
    const without = (sheet?.rows ?? []).filter(({ stage }) => stage === '');
    const value = without.reduce((sum, { pipeline }) => sum + (pipeline ?? 0), 0);
    expect({ count: without.length, value }).toEqual(expected.without_stage ?? { count: 0, value: 0 });
  });
});
