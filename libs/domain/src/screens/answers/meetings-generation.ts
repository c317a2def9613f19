import { type BoardColumn, dealPipeline } from '../../board/board.js';
import { SOURCE_GROUPS } from '../../normalise/categories.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { BdrGoals } from '../../settings/bdr-goals.js';
import type { TargetSet } from '../../targets/target-set.js';
import { bdrTable } from './bdr-table.js';
import type { MetricTable } from '../../metrics/tables/metric-table.js';
import { sourceTable } from './source-table.js';
import { type Screen, type ScreenQuestion, screenOf } from './screen.js';

const SHOWN = [
  'meetings.total',
  ...SOURCE_GROUPS.map((group) => `meetings.${group}`),
  'meetings.relevant',
  'meetings.question_mark',
  'meetings.not_relevant',
  'relevance.rate',
];

/** The numbers of Meetings Generation. */
export interface MeetingsGeneration extends Screen {
  /** By source group: `meetings.total` and `share` of the total. */
  readonly sources: MetricTable;
  /** BDR performance: `meetings.total`, `meetings.relevant`, `relevance.rate`, `goal`, `progress`. */
  readonly bdrs: MetricTable;
  /** Deal pipeline in its default order. */
  readonly pipeline: BoardColumn[];
}

/**
 * The numbers of Meetings Generation, for a period.
 *
 * @param goals meetings a month that BDRs are to bring
 * @see docs/domain.md, sections 5 and 8
 */
export function meetingsGeneration(
  sets: readonly RecordSet[],
  question: ScreenQuestion,
  targets: TargetSet | null,
  goals: BdrGoals,
): MeetingsGeneration {
  return {
    ...screenOf(sets, SHOWN, question, targets),
    sources: sourceTable(sets, question),
    bdrs: bdrTable(sets, question, goals),
    pipeline: dealPipeline(sets, question),
  };
}
