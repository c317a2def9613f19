import type { DealRecord, WeightRow } from '@app/contracts';
import { hasLaterWeight, weightRowOf } from '@app/domain/weighting';
import { DEALS } from './texts';

/** Why a deal weighs what it weighs: the row of the weight table it falls under, and on which side of its age. */
export function weightReason(
  { stage, type_of_source, age }: Pick<DealRecord, 'stage' | 'type_of_source' | 'age'>,
  weights: readonly WeightRow[],
): string {
  const row = weightRowOf(weights, stage, type_of_source);
  if (row === null) return whyNothing(stage, type_of_source, weights);
  const source = row.source === 'any' ? DEALS.why.any : row.source;
  if (row.after === null) return source;
  const days = String(row.after.days);
  return hasLaterWeight(row, age) ? DEALS.why.after(source, days) : DEALS.why.upTo(source, days);
}

function whyNothing(stage: string, source: string | null, weights: readonly WeightRow[]): string {
  if (!weights.some((row) => row.stage === stage)) return DEALS.why.noStage;
  return source === null ? DEALS.why.unknownSource : DEALS.why.noSource(source);
}
