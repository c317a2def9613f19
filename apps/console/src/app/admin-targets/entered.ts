import { readAmount } from '@app/domain/normalise';
import { TARGETS } from './texts';

/** A typed target: a value, empty, or invalid. */
export interface Entered {
  /** Null when the field is empty or invalid. */
  value: number | null;
  /** The error message; null when valid. */
  fault: string | null;
}

/** Parses an amount as people write it: `500000`, `500,000`, `500 000 €`, `1.2M`. */
export function entered(text: string): Entered {
  const trimmed = text.trim();
  if (trimmed === '') return { value: null, fault: null };
  const value = readAmount(trimmed)?.amount ?? null;
  if (value === null) return { value, fault: TARGETS.faults.unreadable };
  return value < 0
    ? { value: null, fault: TARGETS.faults.negative }
    : { value: Math.abs(value), fault: null };
}

/** Cells copied from a spreadsheet, a row or a column of them; null when it is a single value. */
export function pastedCells(text: string): string[] | null {
  const cells = text
    .replace(/\r?\n$/, '')
    .split(/\t|\r?\n/)
    .map((cell) => cell.trim());
  return cells.length > 1 ? cells : null;
}
