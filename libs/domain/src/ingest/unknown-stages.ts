import type { Deal } from '../deal/deal.js';
import { fold, isUnknownValue } from '../normalise/index.js';
import type { WholeNumber } from '../number/whole-number.js';

/** Rows of a sheet that have the same stage, one that is not known. */
export interface StageRows {
  /** Stage as the first of these rows writes it. */
  readonly stage: string;
  /** How many rows have it. */
  readonly count: WholeNumber;
}

/** The stages of a sheet of whose stages none is known. */
export interface UnknownStages {
  /** Rows with a stage. */
  readonly count: WholeNumber;
  /** Its stages, those of most rows first. */
  readonly stages: readonly StageRows[];
}

type Staged = Pick<Deal, 'stage'>;

/**
 * The stages of a sheet that knows none of ours: those of another tool, or the values of another column. Spellings of
 * one stage are one. Where the deals that are there have none that is known either, somebody has said that it is so.
 *
 * @param existing deals of the view, normalised
 * @param rows rows of the sheet, normalised
 * @returns null when a stage is known, or there is none at all
 * @see docs/domain.md, sections 2 and 9
 */
export function unknownStages(existing: readonly Staged[], rows: readonly Staged[]): UnknownStages | null {
  const found = byStage(rows);
  if (found === null || byStage(existing) !== null) return null;
  const stages = [...found.values()].sort((one, other) => other.count - one.count);
  return { count: stages.reduce((total, { count }) => total + count, 0), stages };
}

/** Null as soon as a stage is known, or when there is none. */
function byStage(rows: readonly Staged[]): ReadonlyMap<string, StageRows> | null {
  const found = new Map<string, StageRows>();
  for (const { stage } of rows) {
    if (stage === '') continue;
    if (!isUnknownValue('stage', stage)) return null;
    const key = fold(stage);
    const { stage: first, count } = found.get(key) ?? { stage, count: 0 };
    found.set(key, { stage: first, count: count + 1 });
  }
  return found.size > 0 ? found : null;
}
