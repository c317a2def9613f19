import { readAmount } from '@app/domain/normalise';
import { TARGETS } from './texts';

/** What somebody typed: a value, nothing, or something that is no target. */
export interface Entered {
  /** Null when the field is empty or at fault. */
  value: number | null;
  /** What is wrong with it, in words; null when nothing is. */
  fault: string | null;
}

/** Reads a target as people write amounts: `500000`, `500,000`, `500 000 €`, `1.2M`. */
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
