import type { MetricTable } from '@app/contracts';
import { RELEVANCES, SOURCE_GROUPS, STAGES } from '@app/domain/normalise';
import { SOURCE_GROUP_STYLES } from '@app/domain/screens';
import type { Only } from '../ui/links/link';
import { stageName } from '../ui/base/stage-name';
import { TEXTS } from '../ui/base/texts';
import { SCREEN } from './texts';

/** A filter of a list of records by one value. */
export interface RecordFilter {
  field: Only['field'];
  label: string;
  options: readonly { value: string; label: string }[];
}

const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const UNASSIGNED = { value: '', label: TEXTS.unassigned };

export const RELEVANCE_FILTER: RecordFilter = {
  field: 'relevance',
  label: SCREEN.filters.relevance,
  options: [...plain(RELEVANCES.values), { value: '', label: SCREEN.filters.notAssessed }],
};

export const STAGE_FILTER: RecordFilter = {
  field: 'stage',
  label: SCREEN.filters.stage,
  options: [
    ...STAGES.values.map((value) => ({ value, label: stageName(value) })),
    { value: '', label: SCREEN.filters.noStage },
  ],
};

export const SOURCE_FILTER: RecordFilter = {
  field: 'source_group',
  label: SCREEN.filters.source,
  options: SOURCE_GROUPS.map((value) => ({ value, label: SOURCE_GROUP_STYLES[value].label })),
};

/** The people who have a row in a table. */
export function peopleFilter(field: 'owner' | 'bdr', table: MetricTable): RecordFilter {
  return {
    field,
    label: SCREEN.filters[field],
    options: table.rows.map(({ key, label }) => (key === null ? UNASSIGNED : { value: key, label })),
  };
}
