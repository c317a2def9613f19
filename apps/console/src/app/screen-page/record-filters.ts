import type { MetricTable } from '@app/contracts';
import { STAGES, stageCategory } from '@app/domain/normalise';
import type { RecordFilter as FilterEntry } from '@app/domain/screens';
import {
  peopleFilter,
  type RecordFilter,
  RELEVANCE_FILTER,
  SOURCE_FILTER,
  STAGE_FILTER,
} from '../screen/record-filters';

const PLAIN = { relevance: RELEVANCE_FILTER, source_group: SOURCE_FILTER, stage: STAGE_FILTER } as const;

const stagesWhere = (isOffered: (stage: string) => boolean): RecordFilter => ({
  ...STAGE_FILTER,
  options: STAGES.values.filter(isOffered).map((value) => ({ value, label: value })),
});
const STAGES_OF = {
  open: stagesWhere((stage) => stageCategory(stage) === 'open'),
  to_recontact: stagesWhere((stage) => stage === 'G Stalled' || stage === 'H Lost - can be revived'),
} as const;

/** What a list can be narrowed to, as its entry says it; people are those of a table of the answer. */
export function filterOf(entry: FilterEntry, tableOf: (name: string) => MetricTable): RecordFilter {
  if ('only' in entry) return STAGES_OF[entry.only];
  if (!('of' in entry)) return PLAIN[entry.field];
  const filter = peopleFilter(entry.field, tableOf(entry.of));
  return entry.label ? { ...filter, label: entry.label } : filter;
}
