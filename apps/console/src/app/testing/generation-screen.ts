import type { ScreenAnswer } from '@app/contracts';
import { number } from './answers';
import { column, compared, screenParts, table } from './tables';

const ratio = { unit: 'ratio' } as const;

/** Answer of the screen Meetings generation. */
export const generationScreen = (
  change: Partial<ScreenAnswer<'meetings-generation'>> = {},
): ScreenAnswer<'meetings-generation'> => ({
  ...screenParts({
    metrics: {
      'meetings.total': number(20, { target: 40, progress: 0.5, pace: 0.79, status: 'behind' }),
      'meetings.inbound': number(12, { target: 18, progress: 12 / 18, pace: 0.79, status: 'at_risk' }),
      'meetings.outbound': number(0),
      'meetings.referral': number(0),
      'meetings.event': number(5),
      'meetings.partner': number(0),
      'meetings.upsell': number(0),
      'meetings.unassigned': number(3),
      'meetings.other': number(0),
      'meetings.relevant': number(11),
      'meetings.question_mark': number(4),
      'meetings.not_relevant': number(2),
      'relevance.rate': number(0.55),
    },
    notes: { 'relevance.rate': [{ kind: 'not_assessed', deals: 3, pipe: null }] },
    comparison: compared({ 'relevance.rate': { current: 0.55, previous: 0.5, change: 0.05 } }),
    months: table(
      'month',
      [
        column('meetings.total'),
        column('meetings.inbound'),
        column('meetings.outbound'),
        column('meetings.event'),
        column('meetings.unassigned'),
      ],
      [
        ['2026-10', 11, 7, 0, 2, 2],
        ['2026-11', 9, 5, 0, 3, 1],
      ],
      [20, 12, 0, 5, 3],
    ),
  }),
  sources: table(
    'source_group',
    [column('meetings.total'), column('share', { ...ratio, metric: null })],
    [
      ['event', 5, 0.25],
      ['inbound', 12, 0.6],
      ['unassigned', 3, 0.15],
    ],
    [20, 1],
  ),
  bdrs: table(
    'bdr',
    [
      column('meetings.total'),
      column('meetings.relevant'),
      column('relevance.rate', ratio),
      column('goal', { metric: null }),
      column('progress', { ...ratio, metric: null }),
    ],
    [
      ['nora', 14, 9, 9 / 14, 36, 14 / 36],
      [null, 6, 2, 1 / 3, null, null],
    ],
    [20, 11, 0.55, 36, 20 / 36],
  ),
  pipeline: [],
  ...change,
});
