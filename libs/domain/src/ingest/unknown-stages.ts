import type { Deal } from '../deal/deal.js';
import { fold, isUnknownValue } from '../normalise/index.js';
import type { WholeNumber } from '../number/whole-number.js';
import { isBeyond } from './is-beyond.js';

/** Rows of a sheet that have the same stage, one that is not known. */
export interface StageRows {
  /** Stage as the first of these rows writes it. */
  readonly stage: string;
  /** How many rows have it. */
  readonly count: WholeNumber;
}

/** Which stages of a sheet are not known, and how many rows have one. */
export interface UnknownStages {
  /** Rows with a stage that is not known. */
  readonly count: number;
  /** Rows that have a stage at all. */
  readonly of: number;
  /** The stages that are not known, those of most rows first. */
  readonly stages: readonly StageRows[];
}

type Staged = Pick<Deal, 'stage'>;

/**
 * The rows whose stage is not known. Spellings of one stage are one. Where the deals that are there have unknown stages
 * beyond the limit, somebody has said that it is so: what they have is not counted again.
 *
 * @param existing deals of the view, normalised
 * @param rows rows of the sheet, normalised
 * @param limit share of them up to which nothing is asked
 * @see docs/domain.md, sections 2 and 9
 */
export function unknownStages(
  existing: readonly Staged[],
  rows: readonly Staged[],
  limit: number,
): UnknownStages {
  const before = counted(existing);
  const accepted = isBeyond(before.unknown, before.of, limit) ? before.byStage : new Map<string, StageRows>();
  const now = counted(rows);
  const stages = [...now.byStage]
    .filter(([folded]) => !accepted.has(folded))
    .map(([, found]) => found)
    .sort((one, other) => other.count - one.count);
  return { count: sum(stages), of: now.of, stages };
}

function counted(rows: readonly Staged[]) {
  const byStage = new Map<string, StageRows>();
  let of = 0;
  for (const { stage } of rows) {
    if (stage === '') continue;
    of++;
    if (!isUnknownValue('stage', stage)) continue;
    const key = fold(stage);
    const found = byStage.get(key);
    byStage.set(key, { stage: found?.stage ?? stage, count: (found?.count ?? 0) + 1 });
  }
  return { byStage, of, unknown: sum([...byStage.values()]) };
}

const sum = (stages: readonly StageRows[]) => stages.reduce((total, { count }) => total + count, 0);
