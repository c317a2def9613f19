import { type BoardColumn, closingProjections } from '../../board/board.js';
import { PROJECTION_COLUMNS } from '../../board/board-columns.js';
import { ownerProjections } from '../../board/owner-projections.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { isSampleOrigin } from '../../targets/sample-targets.js';
import type { TargetSet } from '../../targets/target-set.js';
import { type MetricTable } from '../../metrics/tables/metric-table.js';
import { withSampleTargets } from '../../metrics/explain/sample-target-notes.js';
import { sumToTheCent } from './sum-to-the-cent.js';
import { type Screen, type ScreenQuestion, screenOf } from './screen.js';

const SHOWN = [
  'legals.count',
  'legals.value',
  'proposal.count',
  'proposal.value',
  'poa.upcoming',
  'poa.upcoming_value',
];

/** The numbers of Projections; what the next days hold is an agenda, not a number. */
export interface Projections extends Screen {
  /** `legals.value` + `proposal.value`, currency. */
  readonly legals_and_proposals: number;
  /** Closing Projections in its default order. */
  readonly board: BoardColumn[];
  /** By AE, three columns a column of the board: `<column>.deals`, `<column>.value`, `<column>.projected`. */
  readonly owners: MetricTable;
}

/**
 * The numbers of Projections.
 *
 * @see docs/domain.md, sections 5 and 8
 */
export function projections(
  sets: readonly RecordSet[],
  question: ScreenQuestion,
  targets: TargetSet | null,
): Projections {
  const screen = screenOf(sets, SHOWN, question, targets);
  const valueOf = (id: string) => screen.metrics[id]?.value ?? 0;
  return {
    ...screen,
    notes: withSampleTargets(screen.notes, sampledGoals(targets)),
    legals_and_proposals: sumToTheCent(valueOf('legals.value'), valueOf('proposal.value')),
    board: closingProjections(sets, question, targets),
    owners: ownerProjections(sets, question),
  };
}

/** Columns whose goal came with the sample. */
const sampledGoals = (targets: TargetSet | null): string[] =>
  PROJECTION_COLUMNS.filter(({ goal }) => goal && isSampleOrigin(targets?.keys[goal].origin ?? null)).map(
    ({ id }) => id,
  );
