import type { WeightRow } from './weight-table.js';
import { hasLaterWeight, weightRowOf } from './weight-of.js';

/** What the weight of a deal depends on. */
interface Weighed {
  readonly stage: string;
  readonly type_of_source: string | null;
  /** Whole days. */
  readonly age: number;
}

/**
 * Why a deal weighs what it weighs, in words: the row of the weight table it falls under, and on which side of its age.
 *
 * @see docs/domain.md, section 4
 */
export function weightReason(
  { stage, type_of_source: source, age }: Weighed,
  weights: readonly WeightRow[],
): string {
  const row = weightRowOf(weights, stage, source);
  if (row === null) return whyNothing(stage, source, weights);
  const name = row.source === 'any' ? 'any source' : row.source;
  if (row.after === null) return name;
  const { days } = row.after;
  return `${name}, ${hasLaterWeight(row, age) ? 'after' : 'up to'} ${days} ${days === 1 ? 'day' : 'days'}`;
}

function whyNothing(stage: string, source: string | null, weights: readonly WeightRow[]): string {
  if (!weights.some((row) => row.stage === stage)) return 'no row for this stage';
  return source === null ? 'no row for a deal without source' : `no row for ${source}`;
}
