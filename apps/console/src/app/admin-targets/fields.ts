import { MONTH_KEYS, TARGET_SOURCES, type TargetKey, isMonthly } from '@app/domain/targets';

/** The unit of a field. */
export type FieldUnit = 'count' | 'money';

/** A target of the form. */
export interface Field {
  /** Key of the target set, or `revenue_<year>.<month>`. */
  readonly id: string;
  readonly unit: FieldUnit;
  /** Stored keys in order of precedence: the first one present counts. */
  readonly paths: readonly string[];
  /** Where it is written when none of them is present. */
  readonly home: string;
}

/** A group of targets in the form. */
export interface FieldGroup {
  readonly id: GroupId;
  readonly keys: readonly TargetKey[];
}

export type GroupId = 'meetings' | 'intro_poa' | 'deals' | 'pipe' | 'board' | 'upsell';

export const GROUPS: readonly FieldGroup[] = [
  { id: 'meetings', keys: ['meetings', 'inbound', 'outbound', 'referral', 'event', 'scheduled'] },
  { id: 'intro_poa', keys: ['intro', 'poa'] },
  { id: 'deals', keys: ['deals_closed', 'arr_closed'] },
  { id: 'pipe', keys: ['new_pipe', 'weighted_pipe', 'ytd_aggregate_pipeline', 'ytd_cumulative_weighted'] },
  { id: 'board', keys: ['next_14_days', 'next_30_60_days', 'next_60_90_days'] },
  { id: 'upsell', keys: ['upsell', 'renewal'] },
];

const COUNTED = new Set<TargetKey>([
  'meetings',
  'inbound',
  'outbound',
  'referral',
  'event',
  'scheduled',
  'intro',
  'poa',
  'deals_closed',
  'upsell',
  'renewal',
]);

/** The key of the storage contract, where it is not the first in order of precedence. */
const HOMES: Partial<Record<TargetKey, string>> = {
  intro: 'intro_poa.intro',
  poa: 'intro_poa.poa',
  scheduled: 'meetings_attended.meetings_scheduled',
  deals_closed: 'meetings_attended.deals_closed',
  new_pipe: 'dashboard_bottom_cards.new_pipe_created',
};

/** The field of a target that is not by month. */
export function fieldOfKey(key: TargetKey): Field {
  const paths = TARGET_SOURCES[key].map(({ path }) => path);
  return { id: key, unit: COUNTED.has(key) ? 'count' : 'money', paths, home: HOMES[key] ?? paths[0] ?? key };
}

/** The twelve fields of a revenue year, January first. */
export function fieldsOfYear(year: string): Field[] {
  return MONTH_KEYS.map((month) => {
    const path = `revenue_${year}.${month}`;
    return { id: path, unit: 'money', paths: [path], home: path };
  });
}

/** The field of an id; null for what is no target. */
export function fieldOf(id: string): Field | null {
  const year = yearOf(id);
  if (year) return fieldsOfYear(year).find((field) => field.id === id) ?? null;
  return isTargetKey(id) ? fieldOfKey(id) : null;
}

/** The year of a month's field; null for the others. */
export function yearOf(id: string): string | null {
  return /^revenue_(\d{4})\./.exec(id)?.[1] ?? null;
}

/** The field that a stored key belongs to. */
export function fieldOfPath(path: string): Field | null {
  const key = KEYS.find((each) => TARGET_SOURCES[each].some((source) => source.path === path));
  return fieldOf(key ?? path);
}

export type Per = 'month' | 'year' | 'once';

/** Whether the number of a stored key is monthly, yearly, or independent of the period. */
export function perOf(id: string, path: string): Per {
  if (!isTargetKey(id)) return 'month';
  if (TARGET_SOURCES[id].some((source) => source.path === path && source.isYearly)) return 'year';
  return isMonthly(id) ? 'month' : 'once';
}

const KEYS = Object.keys(TARGET_SOURCES) as TargetKey[];

const isTargetKey = (id: string): id is TargetKey => Object.hasOwn(TARGET_SOURCES, id);
