import { readAmount } from '@app/domain/normalise';
import { type CheckedSetting, checkedSetting } from './checked-setting';

/** A setting that is one whole number. */
export type NumberKey = 'row_limit' | 'history_days' | 'audit_days';

/** The typed number, validated by the domain; thousands may be set apart as people do. */
export function readNumber(key: NumberKey, text: string): CheckedSetting<NumberKey> {
  const written = readAmount(text.trim());
  return checkedSetting(key, written?.currency === null ? written.amount : Number.NaN);
}
