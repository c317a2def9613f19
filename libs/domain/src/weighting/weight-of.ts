import type { Day } from '../period/day.js';
import type { WeightRow, WeightTable } from './weight-table.js';

/**
 * Whole days since discovery; 0 when there is none or it lies ahead.
 *
 * @see docs/domain.md, section 4
 */
export function ageOf(discovery: Day | null, asOf: Day): number {
  return discovery === null ? 0 : Math.max(0, asOf - discovery);
}

/**
 * The row of the table that a stage and source fall under: one that names the source, else one for any.
 *
 * @param source canonical source; null and unknown ones fall under `any` only
 * @returns null when the stage, or the stage with that source, is not in the table
 */
export function weightRowOf(table: WeightTable, stage: string, source: string | null): WeightRow | null {
  const rows = table.filter((row) => row.stage === stage);
  return rows.find((row) => row.source === source) ?? rows.find((row) => row.source === 'any') ?? null;
}

/**
 * The weight of a deal, 0 to 1; 0 for anything that is not in the table.
 *
 * @param age whole days, of {@link ageOf}
 * @see docs/domain.md, section 4
 */
export function weightOf(table: WeightTable, stage: string, source: string | null, age: number): number {
  const row = weightRowOf(table, stage, source);
  if (row === null) return 0;
  return row.after !== null && hasLaterWeight(row, age) ? row.after.weight : row.weight;
}

/**
 * Whether a deal is so old that the later weight of its row holds.
 *
 * @param age whole days, of {@link ageOf}
 * @see docs/domain.md, section 4
 */
export function hasLaterWeight({ after }: Pick<WeightRow, 'after'>, age: number): boolean {
  return after !== null && age > after.days;
}
