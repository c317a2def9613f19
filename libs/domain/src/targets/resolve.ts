import { revenueYears } from './revenue-years.js';
import { isSampleOrigin, sampleOrigin } from './sample-targets.js';
import { targetAt } from './stored-value.js';
import {
  MONTH_KEYS,
  NO_TARGET,
  type ResolvedTarget,
  type RevenueYear,
  SUM_OF_VIEWS,
  TARGET_KEYS,
  type TargetKey,
  type TargetSet,
} from './target-set.js';
import { MEETING_PARTS, TARGET_SOURCES, type TargetSource } from './target-sources.js';

/**
 * The targets of a view from what is stored, in all shapes that databases mix.
 *
 * @param stored the `targets` of a view's document; unknown keys are not read
 * @see docs/domain.md, section 6
 */
export function resolveTargets(stored: unknown): TargetSet {
  const own = ownTargets(stored);
  const { meetings } = own.keys;
  return meetings.value === null ? withKey(own, 'meetings', sumOfParts(own)) : own;
}

/**
 * The targets of a master: per key its own value when set, else the sum over the views it adds up. Its meetings are
 * never the sum of its own parts; each month of a revenue year is a key.
 *
 * @param stored the `targets` of the master's document
 * @param views the resolved targets of each view it adds up
 * @see docs/domain.md, section 6
 */
export function resolveMasterTargets(stored: unknown, views: readonly TargetSet[]): TargetSet {
  const own = ownTargets(stored);
  const years = new Set([own, ...views].flatMap(({ revenue }) => Object.keys(revenue)));
  return {
    keys: byKey((key) =>
      ownOrSum(
        own.keys[key],
        views.map(({ keys }) => keys[key]),
      ),
    ),
    revenue: Object.fromEntries([...years].sort().map((year) => [year, masterYear(year, own, views)])),
  };
}

/** A target set as one flat list: each key, and `revenue_<year>.<month>` for each month of a stored year. */
export function flattenTargets(targets: TargetSet): Record<string, ResolvedTarget> {
  const flat: Record<string, ResolvedTarget> = { ...targets.keys };
  for (const [year, months] of Object.entries(targets.revenue)) {
    MONTH_KEYS.forEach((month, at) => (flat[`revenue_${year}.${month}`] = months[at] ?? NO_TARGET));
  }
  return flat;
}

function ownTargets(stored: unknown): TargetSet {
  return {
    keys: byKey((key) => firstPresent(stored, TARGET_SOURCES[key])),
    revenue: revenueYears(stored),
  };
}

function firstPresent(stored: unknown, sources: readonly TargetSource[]): ResolvedTarget {
  for (const { path, isYearly } of sources) {
    const value = targetAt(stored, path);
    if (value !== null) return { value: isYearly ? value / 12 : value, origin: path };
  }
  return NO_TARGET;
}

function sumOfParts({ keys }: TargetSet): ResolvedTarget {
  const parts = MEETING_PARTS.map((part) => keys[part]).filter(({ value }) => value !== null);
  const origin = parts.map((part) => part.origin).join(' + ');
  return parts.length === 0 ? NO_TARGET : { value: sumOf(parts), origin };
}

function masterYear(year: string, own: TargetSet, views: readonly TargetSet[]): RevenueYear {
  return MONTH_KEYS.map((_, at) =>
    ownOrSum(
      own.revenue[year]?.[at] ?? NO_TARGET,
      views.map(({ revenue }) => revenue[year]?.[at] ?? NO_TARGET),
    ),
  );
}

function ownOrSum(own: ResolvedTarget, views: readonly ResolvedTarget[]): ResolvedTarget {
  const isSet = ({ value }: ResolvedTarget) => value !== null;
  if (isSet(own)) return own;
  if (!views.some(isSet)) return NO_TARGET;
  const isSample = views.some(({ origin }) => isSampleOrigin(origin));
  return { value: sumOf(views), origin: isSample ? sampleOrigin(SUM_OF_VIEWS) : SUM_OF_VIEWS };
}

const sumOf = (targets: readonly ResolvedTarget[]) =>
  targets.reduce((sum, { value }) => sum + (value ?? 0), 0);

const withKey = (set: TargetSet, key: TargetKey, target: ResolvedTarget): TargetSet => ({
  ...set,
  keys: { ...set.keys, [key]: target },
});

const byKey = (resolve: (key: TargetKey) => ResolvedTarget) =>
  Object.fromEntries(TARGET_KEYS.map((key) => [key, resolve(key)])) as Record<TargetKey, ResolvedTarget>;
