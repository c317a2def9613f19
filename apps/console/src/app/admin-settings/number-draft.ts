import { readAmount } from '@app/domain/normalise';
import { type CheckedSetting, checkedSetting } from './checked-setting';
import type { SETTINGS } from './texts';

/** A setting that is one whole number: it has its words. */
export type NumberKey = keyof typeof SETTINGS.numbers;

/** The typed number, validated by the domain; thousands may be set apart as people do. */
export function readNumber(key: NumberKey, text: string): CheckedSetting<NumberKey> {
  const written = readAmount(text.trim());
  return checkedSetting(key, written?.currency === null ? written.amount : Number.NaN);
}
