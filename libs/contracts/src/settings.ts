import { IsDefined, ValidateIf } from 'class-validator';
import type { WholeNumber } from '@app/domain';
import type { Instant, Page } from './shared.js';

/** One line of the weight table. Source: docs/domain.md, section 4. */
export interface WeightRow {
  /** Canonical stage. */
  stage: string;
  /** Canonical source, or `any`, which yields to a row that names the source. */
  source: string;
  /** 0 to 1, at most four decimals. */
  weight: number;
  /** Weight of deals older than `days`; null when age does not matter. */
  after: WeightAfter | null;
}

/** The weight of deals older than some whole days. */
export interface WeightAfter {
  /** Age in days after which the other weight holds. */
  days: WholeNumber;
  /** The weight from then on, 0 to 1. */
  weight: number;
}

/** Meetings a month that a BDR is to bring. */
export interface BdrGoals {
  /** For everybody who has no goal of their own. */
  default: number;
  /** Goals of single people, by name; names match folded. */
  people: Record<string, number>;
}

/** Name of a setting. */
export type SettingKey = 'weights' | 'revenue_span' | 'bdr_goals';

/** Who changed a setting last. */
export interface SettingState {
  /** True while nobody replaced the default. */
  is_default: boolean;
  /** Grows with each change; 0 for the default. Send it back as `If-Match`. */
  revision: WholeNumber;
  /** When it was last changed; null for the default. */
  updated_at: Instant | null;
  /** Address of who changed it. */
  updated_by: string | null;
}

/** The weight table with its state. */
export interface WeightsSetting extends SettingState {
  /** The weight table in force. */
  value: WeightRow[];
}

/** What `revenue.ytd` runs over, with its state. */
export interface RevenueSpanSetting extends SettingState {
  /** Span of the revenue target. */
  value: 'year' | 'half';
}

/** Goals of BDRs, with their state. */
export interface BdrGoalsSetting extends SettingState {
  /** Goals of BDRs in force. */
  value: BdrGoals;
}

/** Answer of `GET /settings`: what holds for the whole installation. */
export interface Settings {
  /** Weight table. */
  weights: WeightsSetting;
  /** Span of the revenue target. */
  revenue_span: RevenueSpanSetting;
  /** Goals of BDRs. */
  bdr_goals: BdrGoalsSetting;
}

/** Value of a setting: a table of weights, a span, or goals of BDRs. */
export type SettingValue = WeightRow[] | 'year' | 'half' | BdrGoals;

/** Body of `PUT /settings/{key}`; `null` returns to the default. */
export class ChangeSetting {
  /** The whole new value, in the shape that `GET /settings` shows for the key. */
  @ValidateIf(({ value }: Partial<ChangeSetting>) => value === undefined)
  @IsDefined({ message: 'value is missing: the new value of the setting, or null for the default.' })
  value!: SettingValue | null;
}

/** Body of `POST /settings/weights/effect`. */
export class TryWeights {
  /** A weight table that is not saved. */
  @IsDefined({ message: 'value is missing: a weight table.' })
  value!: WeightRow[];
}

/** What a weight table would make of the open pipe (`pipe.active_weighted`). Money in currency. */
export interface WeightsEffect {
  /** Views with data that the caller can open, masters left out. */
  views: WeightsEffectOnView[];
  /** Weighted open pipe with the table in force, currency. */
  before: number;
  /** The same with the table asked about. */
  after: number;
  /** Stage E and B deals that would weigh 0 for lack of a row. */
  without_row_deals: WholeNumber;
  /** Their pipe, currency. */
  without_row_pipe: number;
}

/** What a weight table would make of the open pipe of a view. Currency. */
export interface WeightsEffectOnView {
  /** The view. */
  view_id: string;
  /** Its name. */
  name: string;
  /** Weighted open pipe with the table in force, currency. */
  before: number;
  /** The same with the table asked about. */
  after: number;
}

/** One change of a setting. */
export interface SettingChange {
  /** Id of the change. */
  id: string;
  /** Setting that was changed. */
  key: SettingKey;
  /** Revision it made. */
  revision: WholeNumber;
  /** When. */
  at: Instant;
  /** Address of who changed it. */
  by: string;
  /** Value before; null for the default. */
  before: SettingValue | null;
  /** Value after; null for the default. */
  after: SettingValue | null;
}

/** Changes of settings, newest first. */
export type SettingChangePage = Page<SettingChange>;
