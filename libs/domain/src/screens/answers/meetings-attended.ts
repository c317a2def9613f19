import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import { type MetricTable, metricTable } from '../../metrics/tables/metric-table.js';
import { ownTargetsOf } from '../own-targets.js';
import { type Screen, type ScreenQuestion, screenOf } from './screen.js';
import { withOwnTargets } from '../../metrics/values/own-targets.js';

const BY_OWNER = [
  'intros.attended',
  'intros.relevant',
  'poa.generated',
  'deals.closed',
  'deals.arr',
  'conversion.intro_to_poa',
  'conversion.poa_to_close',
];

const SHOWN = ['meetings.total', 'attendance.rate', ...BY_OWNER];

/** The numbers of Meetings Attended. */
export interface MeetingsAttended extends Screen {
  /** AE performance. */
  readonly owners: MetricTable;
}

/**
 * The numbers of Meetings Attended, for a period. Meetings are those that were scheduled: so is their target.
 *
 * @see docs/domain.md, section 5
 */
export function meetingsAttended(
  sets: readonly RecordSet[],
  question: ScreenQuestion,
  targets: TargetSet | null,
): MeetingsAttended {
  return {
    ...screenOf(sets, SHOWN, question, withOwnTargets(targets, ownTargetsOf('meetings-attended'))),
    owners: metricTable(sets, { by: 'owner', columns: BY_OWNER }, question),
  };
}
