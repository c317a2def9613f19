import { checkWeights, InvalidWeightsError } from '../weighting/check-weights.js';
import { DEFAULT_WEIGHTS, type WeightTable } from '../weighting/weight-table.js';
import { AUDIT_DAYS } from './audit-days.js';
import { BDR_GOALS, type BdrGoals } from './bdr-goals.js';
import { HISTORY_DAYS } from './history-days.js';
import { InvalidSettingError } from './invalid-setting-error.js';
import { REVENUE_SPAN, type RevenueSpan } from './revenue-span.js';
import { REFRESH_SCHEDULE, type RefreshSchedule } from './refresh-schedule.js';
import { ROW_LIMIT } from './row-limit.js';
import type { GateLimits } from '../ingest/gate-limits.js';
import { REFRESH_GATE } from './refresh-gate.js';
import type { SettingKind } from './setting-kind.js';

/** The value of each setting, by the name that it is stored under. */
export interface SettingValues {
  /** The weight table in force. */
  readonly weights: WeightTable;
  /** What `revenue.ytd` runs over. */
  readonly revenue_span: RevenueSpan;
  /** Goals of BDRs in force. */
  readonly bdr_goals: BdrGoals;
  /** Rows that a sheet may have. */
  readonly row_limit: number;
  /** When sheets are fetched by themselves. */
  readonly refresh_schedule: RefreshSchedule;
  /** Limits beyond which an import waits for somebody to look at it. */
  readonly refresh_gate: GateLimits;
  /** Days that it is kept what imports changed. */
  readonly history_days: number;
  /** Days that entries of the audit log are kept. */
  readonly audit_days: number;
}

/** Name of a setting. */
export type SettingKey = keyof SettingValues;

/** Every setting: adding one is adding a line here and its value above. API, history and document follow. */
export const SETTING_KINDS: { readonly [Key in SettingKey]: SettingKind<SettingValues[Key]> } = {
  weights: {
    label: 'Weights',
    usual: DEFAULT_WEIGHTS,
    check: checkWeights,
    describe: ({ length }, count) => `${count(length)} ${length === 1 ? 'row' : 'rows'}`,
  },
  revenue_span: REVENUE_SPAN,
  bdr_goals: BDR_GOALS,
  row_limit: ROW_LIMIT,
  refresh_schedule: REFRESH_SCHEDULE,
  refresh_gate: REFRESH_GATE,
  history_days: HISTORY_DAYS,
  audit_days: AUDIT_DAYS,
};

/** Names of all settings. */
export const SETTING_KEYS = Object.keys(SETTING_KINDS) as readonly SettingKey[];

/**
 * A stored or given value of a setting in a few words; null is the default. What no check would pass is shown as it is.
 *
 * @param count writes a number for the reader
 */
export function settingLabel(key: SettingKey, value: unknown, count: (value: number) => string): string {
  if (value === null || value === undefined) return 'default';
  const kind = SETTING_KINDS[key] as SettingKind<unknown>;
  try {
    return kind.describe(kind.check(value), count);
  } catch (error) {
    if (settingFaults(error) === null) throw error;
    return JSON.stringify(value);
  }
}

/** The faults that a check found; null when it failed for another reason. */
export const settingFaults = (error: unknown): readonly string[] | null =>
  error instanceof InvalidSettingError || error instanceof InvalidWeightsError ? error.faults : null;
