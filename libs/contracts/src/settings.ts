import { IsDefined, ValidateIf } from 'class-validator';
import type { PipeEffect, SettingKey, SettingValues, WeightRow, WholeNumber } from '@app/domain';
import type { Instant, Page, Who } from './shared.js';

export type { BdrGoals, SettingKey, SettingValues, WeightAfter, WeightRow } from '@app/domain';

/** Who changed a setting last. */
export interface SettingState {
  /** True while nobody replaced the default. */
  is_default: boolean;
  /** Grows with each change; 0 for the default. Send it back as `If-Match`. */
  revision: WholeNumber;
  /** When it was last changed; null for the default. */
  updated_at: Instant | null;
  /** Who changed it; null for the default. */
  updated_by: Who | null;
}

/** A setting with its state. */
export type Setting<Key extends SettingKey> = SettingState & {
  /** The value in force. */
  value: SettingValues[Key];
};

/** Answer of `GET /settings`: what holds for the whole installation. */
export type Settings = { [Key in SettingKey]: Setting<Key> };

/** Value of a setting, in the shape that `GET /settings` shows for its key. */
export type SettingValue = SettingValues[SettingKey];

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

/** The effect of a weight table on the open pipe (`pipe.active_weighted`). Money in currency. */
export interface WeightsEffect extends PipeEffect {
  /** Views with data that the caller can open, masters left out. */
  views: WeightsEffectOnView[];
  /** Stage E and B deals that would weigh 0 for lack of a row. */
  without_row_deals: WholeNumber;
  /** Their pipe, currency. */
  without_row_pipe: number;
}

/** The effect of a weight table on the open pipe of a view. Currency. */
export interface WeightsEffectOnView extends PipeEffect {
  /** The view. */
  view_id: string;
  /** Its name. */
  name: string;
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
  /** Who changed it. */
  by: Who;
  /** Value before; null for the default. */
  before: SettingValue | null;
  /** Value after; null for the default. */
  after: SettingValue | null;
}

/** Changes of settings, newest first. */
export type SettingChangePage = Page<SettingChange>;
