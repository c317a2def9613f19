import type { MetricTable } from '@app/contracts';
import { STAGES, stageCategory, stagesIn } from '@app/domain/normalise';
import type { RecordFilter as FilterEntry } from '@app/domain/screens';
import {
  peopleFilter,
  type RecordFilter,
  RELEVANCE_FILTER,
  SOURCE_FILTER,
  STAGE_FILTER,
} from '../screen/record-filters';

const PLAIN = { relevance: RELEVANCE_FILTER, source_group: SOURCE_FILTER, stage: STAGE_FILTER } as const;

const onlyStages = (stages: readonly string[]): RecordFilter => ({
  ...STAGE_FILTER,
  options: stages.map((value) => ({ value, label: value })),
});
const STAGES_OF = {
  open: onlyStages(STAGES.values.filter((stage) => stageCategory(stage) === 'open')),
  to_recontact: onlyStages(stagesIn('to_recontact')),
} as const;

/** What a list can be narrowed to, as its entry says it; people are those of a table of the answer. */
export function filterOf(entry: FilterEntry, tableOf: (name: string) => MetricTable): RecordFilter {
  if ('only' in entry) return STAGES_OF[entry.only];
  if (!('of' in entry)) return PLAIN[entry.field];
  return peopleFilter(entry.field, tableOf(entry.of));
}
