import type { SettingKey } from '@app/contracts';
import {
  type BdrGoals,
  checkBdrGoals,
  checkRevenueSpan,
  checkWeights,
  DEFAULT_BDR_GOALS,
  DEFAULT_REVENUE_SPAN,
  DEFAULT_WEIGHTS,
  InvalidSettingError,
  InvalidWeightsError,
  type RevenueSpan,
  type WeightTable,
} from '@app/domain';

/** The value of each setting. */
export interface SettingValues {
  weights: WeightTable;
  revenue_span: RevenueSpan;
  bdr_goals: BdrGoals;
}

/** What a setting is when nobody changed it, and what it may be. */
interface SettingKind<Value> {
  readonly usual: Value;
  /** Throws InvalidSettingError or InvalidWeightsError. */
  readonly check: (value: unknown) => Value;
}

export const SETTING_KINDS: { readonly [Key in SettingKey]: SettingKind<SettingValues[Key]> } = {
  weights: { usual: DEFAULT_WEIGHTS, check: checkWeights },
  revenue_span: { usual: DEFAULT_REVENUE_SPAN, check: checkRevenueSpan },
  bdr_goals: { usual: DEFAULT_BDR_GOALS, check: checkBdrGoals },
};

export const SETTING_KEYS = Object.keys(SETTING_KINDS) as SettingKey[];

/** The faults that a check found; null when it failed for another reason. */
export const faultsOf = (error: unknown): readonly string[] | null =>
  error instanceof InvalidSettingError || error instanceof InvalidWeightsError ? error.faults : null;
