import { STAGES } from '../../normalise/vocabularies.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Question } from '../../metrics/model/question.js';
import { allOf, inStages, isUpsellOrRenewal } from '../../metrics/catalogue/predicates.js';
import { UNASSIGNED } from '../../metrics/tables/group-labels.js';
import {
  type FilledColumn,
  filledTable,
  metricColumn,
  type MetricTable,
} from '../../metrics/tables/metric-table.js';
import { type Screen, type ScreenQuestion, screenOf } from './screen.js';

const BY_PARTNER = ['upsell.meetings', 'renewal.meetings', 'upsell.poa', 'upsell.arr'];

const SHOWN = [...BY_PARTNER, 'upsell.closed'];

/** The upsells and renewals that entered in the period, each once, stage by stage; unknown and empty stages last. */
const STAGE_COLUMNS: readonly FilledColumn[] = [...STAGES.values, 'other', ''].map((stage) => ({
  id: `stage:${stage}`,
  label: stage || UNASSIGNED,
  unit: 'count',
  metric: null,
  above: { window: 'discovered', where: allOf(isUpsellOrRenewal, inStages([stage])), amount: null },
  below: null,
}));

/** The numbers of Upsells & Renewals. */
export interface UpsellRenew extends Screen {
  /** Partner performance: the metrics, then a `stage:<stage>` column for each stage of these deals. */
  readonly partners: MetricTable;
}

/**
 * The numbers of Upsells & Renewals, for a period.
 *
 * @see docs/domain.md, section 5
 */
export function upsellRenew(
  sets: readonly RecordSet[],
  question: ScreenQuestion,
  targets: TargetSet | null,
): UpsellRenew {
  return { ...screenOf(sets, SHOWN, question, targets), partners: partnerTable(sets, question) };
}

function partnerTable(sets: readonly RecordSet[], question: Question): MetricTable {
  const metrics = BY_PARTNER.map(metricColumn);
  const table = filledTable(
    sets,
    { by: 'bdr', columns: [...metrics, ...STAGE_COLUMNS], months: null },
    question,
  );
  const isShown = table.totals.map((total, at) => at < metrics.length || total !== 0);
  const shown = <Value>(cells: readonly Value[]) => cells.filter((_, at) => isShown[at]);
  return {
    ...table,
    columns: shown(table.columns),
    rows: table.rows.map((row) => ({ ...row, values: shown(row.values) })),
    totals: shown(table.totals),
  };
}
