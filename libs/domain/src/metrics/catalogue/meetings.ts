import type { SourceGroup } from '../../normalise/categories.js';
import type { TargetKey } from '../../targets/target-set.js';
import { entered, ratio } from './make.js';
import type { CountedMetric, Metric, NearMiss } from './metric.js';
import { undated } from './near-misses.js';
import { isAny, isAssessed, isOfGroup, says } from './predicates.js';

const unrecorded: NearMiss = {
  reason: 'meetings that say neither show nor no-show',
  window: 'discovered',
  where: says(null),
};

const notAssessed: NearMiss = {
  reason: 'meetings whose relevance is not assessed',
  window: 'discovered',
  where: isAssessed(null),
  isNotAssessed: true,
};

function ofGroup(group: SourceGroup, label: string, from: string, target?: TargetKey): CountedMetric {
  const where = isOfGroup(group);
  const definition = `Deals that entered in the period ${from}.`;
  return entered(`meetings.${group}`, label, definition, where, { target, leftOut: [undated(where)] });
}

/** Meetings that were generated, their sources, and what became of them. */
export const MEETINGS: readonly Metric[] = [
  entered('meetings.total', 'Meetings', 'Deals that entered in the period.', isAny, {
    target: 'meetings',
    leftOut: [undated(isAny)],
  }),
  ofGroup('inbound', 'Inbound meetings', 'from inbound', 'inbound'),
  ofGroup('outbound', 'Outbound meetings', 'from outbound', 'outbound'),
  ofGroup('referral', 'Referral meetings', 'through a referral of any kind', 'referral'),
  ofGroup('event', 'Event meetings', 'from an event', 'event'),
  ofGroup('partner', 'Partner meetings', 'through a partner'),
  ofGroup('upsell', 'Upsell source meetings', 'with an upsell or cross-sell source'),
  ofGroup('unassigned', 'Unassigned meetings', 'without a source'),
  ofGroup('other', 'Other meetings', 'with a source that is not a known one'),
  entered(
    'meetings.show',
    'Shows',
    'Deals that entered in the period whose first meeting is recorded as show.',
    says('Show'),
    { leftOut: [unrecorded] },
  ),
  entered(
    'meetings.noshow',
    'No-shows',
    'Deals that entered in the period whose first meeting is recorded as no-show.',
    says('Noshow'),
    { leftOut: [unrecorded] },
  ),
  entered(
    'meetings.relevant',
    'Relevant meetings',
    'Deals that entered in the period and are relevant.',
    isAssessed('Relevant'),
    { leftOut: [notAssessed] },
  ),
  entered(
    'meetings.question_mark',
    'Question mark meetings',
    'Deals that entered in the period and whose relevance is a question mark.',
    isAssessed('Question mark'),
    { leftOut: [notAssessed] },
  ),
  entered(
    'meetings.not_relevant',
    'Not relevant meetings',
    'Deals that entered in the period and are not relevant.',
    isAssessed('Not relevant'),
    { leftOut: [notAssessed] },
  ),
  ratio({
    id: 'relevance.rate',
    label: 'Relevance rate',
    definition: 'Share of the deals that entered in the period which are relevant.',
    formula: 'Relevant meetings / meetings.',
    numerator: 'meetings.relevant',
    denominator: 'meetings.total',
  }),
];
