import { civil } from '../period/day.js';
import { flattenTargets } from '../targets/resolve.js';
import { bareOrigin } from '../targets/sample-targets.js';
import { targetAt } from '../targets/stored-value.js';
import { aboveViews } from '../targets/target-over.js';
import { SUM_OF_VIEWS, type TargetSet } from '../targets/target-set.js';
import { isFiltered } from '../filters/filters.js';
import { type FindingsQuestion, byMoney, type DataFinding, MAX_DETAILS } from './finding.js';

/** The targets of a view that are checked for contradictions. */
export interface TargetsToCheck {
  /** As stored. */
  readonly stored: unknown;
  readonly resolved: TargetSet;
  /** On a master, what each view it adds up resolves to; null elsewhere. */
  readonly views: readonly TargetSet[] | null;
}

/** Stored figures of a whole year of revenue. */
const YEARLY = ['deals_closed_yearly.arr_target', 'dashboard_top_cards.ytd_target'];

/** By how much a year may change when its twelve months are rounded to whole units. */
const ROUNDING = 12;

/**
 * Targets that contradict each other: months of today's year against a yearly figure, a master's own against what its
 * views add up to. Under a record filter there is no target, so that nothing contradicts.
 *
 * @see docs/domain.md, section 6
 */
export function targetFindings(targets: TargetsToCheck, question: FindingsQuestion): DataFinding[] {
  if (isFiltered(question.filters)) return [];
  const year = String(civil(question.asOf).year).padStart(4, '0');
  return [monthsAgainstYear(targets, year), ownAgainstViews(targets, year)]
    .filter((finding) => finding.count > 0)
    .sort(byMoney);
}

/** Value: how far the months are from the figure that is furthest from them. */
function monthsAgainstYear({ stored, resolved }: TargetsToCheck, year: string): DataFinding {
  const months = (resolved.revenue[year] ?? []).flatMap(({ value }) => (value === null ? [] : [value]));
  const sum = months.reduce((total, value) => total + value, 0);
  const apart = YEARLY.flatMap((path) => {
    const figure = targetAt(stored, path);
    const difference = figure === null || months.length === 0 ? 0 : cents(Math.abs(sum - figure));
    return difference > ROUNDING ? [{ path, difference }] : [];
  });
  return {
    code: 'targets_months_and_year',
    title: 'Revenue months and year differ',
    why: `The revenue targets of the months of ${year} do not add up to the figure set for the year.`,
    unit: 'targets',
    count: apart.length,
    value: Math.max(0, ...apart.map(({ difference }) => difference)),
    details: apart.map(({ path }) => path),
    opens: 'targets',
  };
}

/** Value: the differences of the revenue months, each counted as a distance; null when only other targets differ. */
function ownAgainstViews({ resolved, views }: TargetsToCheck, year: string): DataFinding {
  const sums = Object.fromEntries(sumsOf(views ?? []));
  const apart = Object.entries(flattenTargets(resolved)).flatMap(([key, target]) => {
    const isOwn = target.origin !== null && bareOrigin(target.origin) !== SUM_OF_VIEWS;
    const isOfYear = !key.startsWith('revenue_') || key.startsWith(`revenue_${year}.`);
    const difference = isOwn && isOfYear ? (aboveViews(target, sums[key] ?? null) ?? 0) : 0;
    return difference === 0 ? [] : [{ key, difference }];
  });
  const revenue = apart.filter(({ key }) => key.startsWith('revenue_'));
  return {
    code: 'targets_own_and_views',
    title: 'Own targets and those of the views differ',
    why: 'Master has targets of its own that are not what the targets of its views add up to.',
    unit: 'targets',
    count: apart.length,
    value:
      revenue.length === 0
        ? null
        : cents(revenue.reduce((sum, { difference }) => sum + Math.abs(difference), 0)),
    details: apart.slice(0, MAX_DETAILS).map(({ key }) => key),
    opens: 'targets',
  };
}

/** What the views add up to, by key; keys that none of them has are absent. */
function sumsOf(views: readonly TargetSet[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const view of views) {
    for (const [key, { value }] of Object.entries(flattenTargets(view)))
      if (value !== null) sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return sums;
}

const cents = (amount: number) => Math.round(amount * 100) / 100;
