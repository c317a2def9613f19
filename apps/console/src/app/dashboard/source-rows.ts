import type { MetricId, MetricTable } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { TEXTS } from '../ui/base/texts';
import { type Numbers, numberOf } from './numbers';

/** Source groups in their usual order, each with its colour. */
const SOURCE_GROUPS = [
  { group: 'inbound', colour: 'var(--c-inbound)' },
  { group: 'outbound', colour: 'var(--c-outbound)' },
  { group: 'referral', colour: 'var(--c-referral)' },
  { group: 'event', colour: 'var(--c-event)' },
  { group: 'partner', colour: 'var(--c-partner)' },
  { group: 'upsell', colour: 'var(--c-upsell)' },
  { group: 'unassigned', colour: 'var(--c-none)' },
  { group: 'other', colour: 'var(--c-none)' },
] as const;

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
  return SOURCE_GROUPS.map(({ group, colour }) => ({
    metric: `meetings.${group}` as const,
    label: TEXTS.sources[group],
    colour,
    number: numberOf(numbers, `meetings.${group}`),
    share: shareOf(sources, group),
  })).filter((row) => row.metric !== 'meetings.other' || (row.number.value ?? 0) > 0);
}

function shareOf({ columns, rows }: MetricTable, group: string): number | null {
  const at = columns.findIndex(({ id }) => id === 'share');
  return rows.find(({ key }) => key === group)?.values[at] ?? null;
}
