import { InvalidSettingError } from './invalid-setting-error.js';
import type { SettingKind } from './setting-kind.js';

/** The rows that a sheet may have in a new installation. */
export const DEFAULT_ROW_LIMIT = 500_000;
/** More rows than a spreadsheet holds. */
const MAX_ROW_LIMIT = 10_000_000;

/**
 * Checks a limit of rows that came from outside.
 *
 * @throws InvalidSettingError
 */
export function checkRowLimit(value: unknown): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_ROW_LIMIT)
    return value;
  throw new InvalidSettingError([
    `The limit of rows must be a whole number from 1 to ${MAX_ROW_LIMIT.toLocaleString('en')}.`,
  ]);
}

/** How many rows a sheet may have, as a setting. @see docs/domain.md, section 9 */
export const ROW_LIMIT: SettingKind<number> = {
  label: 'Rows of a sheet',
  usual: DEFAULT_ROW_LIMIT,
  check: checkRowLimit,
  describe: (limit, count) => `${count(limit)} at most`,
};
