import { type Day, dayOf } from '@app/domain';

/** Day 0 of the two ways in which workbooks count days. */
const EPOCH_1900 = dayOf(1899, 12, 30) ?? 0;
const EPOCH_1904 = dayOf(1904, 1, 1) ?? 0;
/** 31 December 9999 and the day after 28 February 1900 when counted from 1900. */
const LAST_DAY = dayOf(9999, 12, 31) ?? 0;
const FALSE_LEAP_DAY = 60;

/**
 * The calendar date of a serial number; its time of day is dropped. Counted from 1900 there is a 29 February 1900 that
 * never was.
 *
 * @returns text that names no date where the number stands for none
 */
export function serialDay(serial: number, isFrom1904: boolean): Day | string {
  const whole = Math.floor(serial);
  if (isFrom1904) return inRange((Number.isInteger(whole) ? whole : 0) + EPOCH_1904, serial);
  if (whole === FALSE_LEAP_DAY) return '1900-02-29';
  if (whole === 0) return '1900-01-00';
  return inRange(whole + EPOCH_1900 + (whole < FALSE_LEAP_DAY ? 1 : 0), serial);
}

const inRange = (day: Day, serial: number): Day | string =>
  serial >= 0 && day <= LAST_DAY ? day : String(serial);

const SECONDS_A_DAY = 86_400;

/** A number as a time of day or a duration, `15:30:00`. */
export function clockTime(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * SECONDS_A_DAY);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return [hours, minutes, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
