import { readAmount } from '@app/domain/normalise';
import type { FieldUnit } from './fields';
import { TARGETS } from './texts';

/** A typed target: a value, empty, or invalid. */
export interface Entered {
  /** Null when the field is empty or invalid. */
  value: number | null;
  /** The error message; null when valid. */
  fault: string | null;
}

/**
 * Parses a number as people write it: `500000`, `500,000`, `500 000 €`, `1.2M`.
 *
 * @param unit what the fault speaks of
 */
export function entered(text: string, unit: FieldUnit = 'money'): Entered {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, fault: null };
  const read = readAmount(trimmed);
  const value = read?.amount ?? null;
  if (value === null) return { value, fault: TARGETS.faults[read ? 'tooLarge' : unreadable(unit)] };
  return value < 0
    ? { value: null, fault: TARGETS.faults.negative }
    : { value: Math.abs(value), fault: null };
}

const unreadable = (unit: FieldUnit) => (unit === 'money' ? 'noAmount' : 'noNumber');

/** Cells copied from a spreadsheet, row by row; null when it is a single value. */
export function pastedGrid(text: string): string[][] | null {
  const rows = text
    .replace(/(?:\r\n|\r|\n)$/, '')
    .split(/\r\n|\r|\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}
