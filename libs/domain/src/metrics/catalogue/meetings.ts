import type { SourceGroup } from '../../normalise/categories.js';
import type { TargetKey } from '../../targets/target-set.js';
import { entered, ratio } from './make.js';
import type { NearMiss } from '../model/metric.js';
import { undated } from './near-misses.js';
import { isAny, isAssessed, isOfGroup, hasShow } from './predicates.js';

const unrecorded: NearMiss = {
  reason: 'meetings that say neither show nor no-show',
  one: 'meeting that says neither show nor no-show',
  window: 'discovered',
  where: hasShow(null),
};

const notAssessed: NearMiss = {
  reason: 'meetings whose relevance is not assessed',
  one: 'meeting whose relevance is not assessed',
  doing: { one: 'is not assessed', many: 'are not assessed' },
  window: 'discovered',
  where: isAssessed(null),
  isNotAssessed: true,
};

function ofGroup<Group extends SourceGroup>(group: Group, label: string, from: string, target?: TargetKey) {
  const where = isOfGroup(group);
  const definition = `Deals that entered in the period ${from}.`;
  return entered(`meetings.${group}` as const, label, definition, where, {
    target,
    leftOut: [undated(where)],
  });
}

function ofShow<const Id extends string>(
  id: Id,
  label: string,
  show: string,
  recordedAs: string,
  alsoCalled: readonly string[],
) {
  const where = hasShow(show);
  const definition = `Deals that entered in the period whose first meeting is recorded as ${recordedAs}.`;
  return entered(id, label, definition, where, { alsoCalled, leftOut: [unrecorded, undated(where)] });
}

function ofRelevance<const Id extends string>(id: Id, label: string, relevance: string, assessedAs: string) {
  const where = isAssessed(relevance);
  const definition = `Deals that entered in the period, assessed as ${assessedAs}.`;
  return entered(id, label, definition, where, { leftOut: [notAssessed, undated(where)] });
}

/** Meetings that were generated, their sources, and what became of them. */
export const MEETINGS = [
  entered('meetings.total', 'Meetings', 'Deals that entered in the period.', isAny, {
    target: 'meetings',
    alsoCalled: ['meetings generated', 'meetings booked', 'scheduled', 'first meetings', 'leads'],
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
  ofShow('meetings.show', 'Shows', 'Show', 'show', ['held', 'took place']),
  ofShow('meetings.noshow', 'No-shows', 'Noshow', 'no-show', ['missed', 'did not come']),
  ofRelevance('meetings.relevant', 'Relevant meetings', 'Relevant', 'relevant'),
  ofRelevance('meetings.question_mark', 'Question mark meetings', 'Question mark', 'a question mark'),
  ofRelevance('meetings.not_relevant', 'Not relevant meetings', 'Not relevant', 'not relevant'),
  ratio({
    id: 'relevance.rate',
    label: 'Relevance rate',
    definition: 'Of the deals that entered in the period, the share assessed as relevant.',
    formula: 'Relevant meetings / meetings.',
    alsoCalled: ['qualification rate', 'quality of meetings'],
    numerator: 'meetings.relevant',
    denominator: 'meetings.total',
  }),
] as const;
