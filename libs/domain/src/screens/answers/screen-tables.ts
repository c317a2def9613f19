import { ownerProjections } from '../../board/owner-projections.js';
import { STAGE_TABLE } from '../../normalise/stages.js';
import { halfOf } from '../../period/presets.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { BdrGoals } from '../../settings/bdr-goals.js';
import type { MetricId } from '../../metrics/catalogue/catalogue.js';
import { allOf, inStages, isUpsellOrRenewal } from '../../metrics/catalogue/predicates.js';
import type { Dimension } from '../../metrics/model/dimension.js';
import { UNASSIGNED } from '../../metrics/tables/group-labels.js';
import {
  type FilledColumn,
  filledTable,
  metricColumn,
  type MetricTable,
  metricTable,
} from '../../metrics/tables/metric-table.js';
import { bdrTable } from './bdr-table.js';
import { cumulativeTable } from './cumulative-table.js';
import type { ScreenQuestion } from './screen.js';
import type { TableEntry } from '../entries/screen-entry.js';
import { sourceTable } from './source-table.js';

/** A table of a screen, as its entry describes it. */
export function screenTable(
  sets: readonly RecordSet[],
  content: TableEntry['content'],
  question: ScreenQuestion,
  goals: BdrGoals,
): MetricTable {
  switch (content.kind) {
    case 'metrics':
      return content.withStages ? stageTable(sets, content, question) : metricTable(sets, content, question);
    case 'sources':
      return sourceTable(sets, question);
    case 'bdr_goals':
      return bdrTable(sets, question, goals, content.ofPerson);
    case 'cumulative': {
      const { to } = question.period;
      return cumulativeTable(sets, content.metric, { from: halfOf(to).from, to }, question);
    }
    case 'owner_projections':
      return ownerProjections(sets, question);
  }
}

const STAGE_KEYS = [...STAGE_TABLE.map(({ stage }) => stage), 'other', ''] as const;

/** The upsells and renewals that entered in the period, each once, stage by stage; unknown and empty stages last. */
const STAGE_COLUMNS: readonly FilledColumn[] = STAGE_KEYS.map((stage) => ({
  id: `stage:${stage}`,
  label: stage || UNASSIGNED,
  unit: 'count',
  metric: null,
  above: { window: 'discovered', where: allOf(isUpsellOrRenewal, inStages([stage])), amount: null },
  below: null,
}));

/** Metrics, then the stages in which somebody has a deal. */
function stageTable(
  sets: readonly RecordSet[],
  { by, columns }: { readonly by: Dimension; readonly columns: readonly MetricId[] },
  question: ScreenQuestion,
): MetricTable {
  const layout = { by, columns: [...columns.map(metricColumn), ...STAGE_COLUMNS], months: null };
  const table = filledTable(sets, layout, question);
  const isShown = table.totals.map((total, at) => at < columns.length || total !== 0);
  const shown = <Value>(cells: readonly Value[]) => cells.filter((_, at) => isShown[at]);
  return {
    ...table,
    columns: shown(table.columns),
    rows: table.rows.map((row) => ({ ...row, values: shown(row.values) })),
    totals: shown(table.totals),
  };
}
