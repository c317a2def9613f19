import type { MetricId, MetricTable } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { SOURCE_GROUPS } from '@app/domain/normalise';
import { SOURCE_GROUP_STYLES } from '@app/domain/screens';
import { type Numbers, numberOf } from './numbers';

/** One source group of the block. */
export interface SourceRow {
  metric: MetricId;
  label: string;
  colour: string;
  number: ComparedNumber;
  /** Share of all meetings, shown where there is no target; null without meetings. */
  share: number | null;
}

/** The groups as rows. "Other" contains unknown spellings only and is hidden while it is empty. */
export function sourceRows(numbers: Numbers, sources: MetricTable): SourceRow[] {
  return SOURCE_GROUPS.map((group) => ({
    metric: `meetings.${group}` as const,
    label: SOURCE_GROUP_STYLES[group].label,
    colour: `var(--${SOURCE_GROUP_STYLES[group].colour})`,
    number: numberOf(numbers, `meetings.${group}`),
    share: shareOf(sources, group),
  })).filter((row) => row.metric !== 'meetings.other' || (row.number.value ?? 0) > 0);
}

function shareOf({ columns, rows }: MetricTable, group: string): number | null {
  const at = columns.findIndex(({ id }) => id === 'share');
  return rows.find(({ key }) => key === group)?.values[at] ?? null;
}
