import { PROJECTION_COLUMNS } from '../../board/board-columns.js';
import type { MetricId } from '../../metrics/catalogue/catalogue.js';
import { withSampleTargets } from '../../metrics/explain/sample-target-notes.js';
import { isSampleOrigin } from '../../targets/sample-targets.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Screen, ScreenData } from './screen.js';
import { sumToTheCent } from './sum-to-the-cent.js';

/** What Projections has beside its metrics, board and table. */
export interface ProjectionsNumbers {
  /** `legals.value` + `proposal.value`, currency. */
  readonly legals_and_proposals: number;
  /** Those of the screen, and of columns whose goal came with the sample. */
  readonly notes: Screen['notes'];
}

/** Legals and proposals together; what the next days hold is an agenda, not a number. */
export function projectionsNumbers({ screen, targets }: ScreenData): ProjectionsNumbers {
  const valueOf = (id: MetricId) => screen.metrics[id]?.value ?? 0;
  return {
    notes: withSampleTargets(screen.notes, sampledGoals(targets)),
    legals_and_proposals: sumToTheCent(valueOf('legals.value'), valueOf('proposal.value')),
  };
}

/** Columns whose goal came with the sample. */
const sampledGoals = (targets: TargetSet | null): string[] =>
  PROJECTION_COLUMNS.filter(({ goal }) => goal && isSampleOrigin(targets?.keys[goal].origin ?? null)).map(
    ({ id }) => id,
  );
