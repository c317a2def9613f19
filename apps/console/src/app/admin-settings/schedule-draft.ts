import type { SettingValues } from '@app/contracts';
import { type CheckedSetting, checkedSetting } from './checked-setting';

/** The schedule in the form. */
export interface TypedSchedule {
  times: readonly string[];
  /** A time that is typed and not in the list yet. */
  added: string;
}

export const typedSchedule = ({ times }: SettingValues['refresh_schedule']): TypedSchedule => ({
  times,
  added: '',
});

/** The listed times and the typed one in their order, validated by the domain. */
export function readSchedule({ times, added }: TypedSchedule): CheckedSetting<'refresh_schedule'> {
  return checkedSetting('refresh_schedule', {
    times: added.trim() === '' ? times : [...times, clockTime(added.trim())],
  });
}

const CLOCK = /^(\d{1,2})\s*(?:[:.h]\s*(\d\d)?)?$/i;

/** `9`, `9:30`, `9.30` and `9h30` as the schedule has them; anything else as it is, for the message. */
function clockTime(text: string): string {
  const [, hour, minute = '00'] = CLOCK.exec(text) ?? [];
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}
