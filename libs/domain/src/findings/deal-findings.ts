import type { Predicate } from '../metrics/model/metric.js';
import {
  allOf,
  hasArr,
  hasPipe,
  inStages,
  isActive,
  isAny,
  isAssessed,
  isAttended,
  isInLegals,
  isWon,
  lacksStage,
  not,
  hasShow,
} from '../metrics/catalogue/predicates.js';
import { type DateField, NO_DAY } from '../record-set/record-set.js';
import { isPastAge, lacksWeightRow } from './weight-rules.js';
import { aboutDeals, type DealCriteria } from './record-finding.js';

const isUnknownStage: Predicate = ({ category }) => category === 'other';
const needsWeight = allOf(inStages(['E Intro attended', 'B Legals']), hasPipe);

/** Deals with a date before today. */
const before = (field: DateField): DealCriteria['window'] => {
  return ({ asOf }) => ({ field, from: -NO_DAY, to: asOf - 1 });
};

/**
 * In Legals for longer than the days after which the weight of stage and source falls.
 *
 * @see docs/domain.md, section 4
 */
export const LEGALS_PAST_AGE: DealCriteria = { where: isInLegals, holds: isPastAge };

/** What may be wrong with a single deal: adding a finding is adding an entry. */
export const DEAL_FINDINGS = [
  aboutDeals(
    {
      code: 'unknown_stage',
      title: 'Stage not recognised',
      why: 'They count in totals, but in no open pipe, conversion or board.',
    },
    { where: isUnknownStage },
  ),
  aboutDeals(
    {
      code: 'stage_missing',
      title: 'No stage',
      why: 'Without a stage they are in no open pipe, conversion or board.',
      amount: 'pipe',
    },
    { where: lacksStage },
  ),
  aboutDeals(
    {
      code: 'closed_without_arr',
      title: 'Closed without ARR',
      why: 'A closed deal counts as revenue only with its ARR.',
    },
    { where: allOf(isWon, not(hasArr)) },
  ),
  aboutDeals(
    {
      code: 'closed_without_billing_start',
      title: 'Closed without billing start',
      why: 'A closed deal falls into no month of revenue until its billing start is known.',
    },
    { where: isWon, window: () => ({ field: 'billing_start', from: NO_DAY, to: NO_DAY }) },
  ),
  aboutDeals(
    {
      code: 'poa_before_discovery',
      title: 'POA before discovery',
      why: 'The second meeting cannot come before the first: one of the two dates is wrong.',
    },
    {
      where: isAny,
      // A missing discovery date is later than any day, a missing POA date too.
      window: () => ({ field: 'discovery_date', from: -NO_DAY, to: NO_DAY - 1 }),
      holds:
        ({ days }) =>
        (position) =>
          (days.poa_date[position] ?? NO_DAY) < (days.discovery_date[position] ?? NO_DAY),
    },
  ),
  aboutDeals(
    {
      code: 'future_discovery',
      title: 'Intro still to come',
      why: 'They count already in the period of a meeting that has not taken place yet.',
    },
    { where: isAny, window: ({ asOf }) => ({ field: 'discovery_date', from: asOf + 1, to: NO_DAY - 1 }) },
  ),
  aboutDeals(
    {
      code: 'no_weight_row',
      title: 'Source without a weight',
      why: 'Their pipe weighs nothing: the weight table has no row for their stage and source.',
      amount: 'pipe',
    },
    { where: needsWeight, holds: lacksWeightRow },
  ),
  aboutDeals(
    {
      code: 'relevance_missing',
      title: 'Relevance not assessed',
      why: 'Attended deals count as qualified and active only when somebody says that they are relevant.',
    },
    { where: allOf(isActive, isAttended, isAssessed(null)) },
  ),
  aboutDeals(
    {
      code: 'legals_past_age',
      title: 'In legals for too long',
      why: 'Their weight has fallen with their age: sign, move on or let go.',
    },
    LEGALS_PAST_AGE,
  ),
  aboutDeals(
    {
      code: 'past_column',
      title: 'Meeting over, stage not moved on',
      why: 'Their meeting is over, and the stage still says that it is to come.',
    },
    { where: inStages(['D POA Booked']), window: before('poa_date') },
    { where: allOf(inStages(['F Inbox']), hasShow(null)), window: before('discovery_date') },
  ),
];
