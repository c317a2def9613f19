import type { MetricId, Screen } from '@app/contracts';
import { type DrawerLink, metricLink } from '../ui/links/link';
import { RELEVANCE } from './texts';

/** The meetings with one assessment. */
export interface RelevancePart {
  metric: MetricId;
  label: string;
  /** A token, as a style. */
  colour: string;
  count: number | null;
  link: DrawerLink;
}

const JUDGED = [
  { metric: 'meetings.relevant', label: RELEVANCE.relevant, colour: 'var(--accent)' },
  {
    metric: 'meetings.question_mark',
    label: RELEVANCE.questionMark,
    colour: 'color-mix(in srgb, var(--accent) 45%, var(--surface))',
  },
  { metric: 'meetings.not_relevant', label: RELEVANCE.notRelevant, colour: 'var(--ink-3)' },
] as const;

/** The three assessments, then the meetings that nobody assessed, if there are any. */
export function relevanceParts({ metrics, notes }: Pick<Screen, 'metrics' | 'notes'>): RelevancePart[] {
  const open = notes['relevance.rate']?.find(({ kind }) => kind === 'not_assessed')?.deals ?? 0;
  const judged = JUDGED.map(({ metric, label, colour }) => ({
    metric,
    label,
    colour,
    count: metrics[metric]?.value ?? null,
    link: metricLink(metric),
  }));
  return open > 0 ? [...judged, notAssessed(open)] : judged;
}

const notAssessed = (count: number): RelevancePart => ({
  metric: 'meetings.total',
  label: RELEVANCE.notAssessed,
  colour: 'color-mix(in srgb, var(--ink-3) 40%, var(--surface))',
  count,
  link: metricLink('meetings.total', { only: [{ field: 'relevance', value: '' }] }),
});
