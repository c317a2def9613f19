import type { SettingKey, SettingValues } from '@app/contracts';
import { SETTING_KINDS, settingFaults } from '@app/domain/settings';

/** A typed setting, read by the domain. */
export interface CheckedSetting<Key extends SettingKey> {
  /** Null while the input is invalid. */
  value: SettingValues[Key] | null;
  /** What is wrong, a sentence each. */
  faults: readonly string[];
}

/** The value when the domain accepts it, otherwise what it finds wrong. */
export function checkedSetting<Key extends SettingKey>(key: Key, typed: unknown): CheckedSetting<Key> {
  try {
    return { value: SETTING_KINDS[key].check(typed), faults: [] };
  } catch (error) {
    const faults = settingFaults(error);
    if (faults === null) throw error;
    return { value: null, faults };
  }
}
