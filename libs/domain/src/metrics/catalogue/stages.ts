import { counted } from './make.js';
import type { CountedMetric, NearMiss, Predicate } from '../model/metric.js';
import { withoutPipe } from './near-misses.js';
import {
  awaitsPoa,
  allOf,
  hasArr,
  isClosed,
  hasPipe,
  hasProposal,
  isInLegals,
  isOld,
  not,
} from './predicates.js';

const VALUE = 'Sum of their deal value: ARR, or pipe where ARR is missing.';

const withoutValue = (where: Predicate): NearMiss => ({
  reason: 'deals with neither ARR nor pipe, which count and add nothing',
  one: 'deal with neither ARR nor pipe, which counts and adds nothing',
  doing: {
    one: 'has neither ARR nor pipe and adds nothing',
    many: 'have neither ARR nor pipe and add nothing',
  },
  window: 'any',
  where: allOf(where, not(hasArr), not(hasPipe)),
});

const notUpcoming: NearMiss[] = [
  {
    reason: 'deals without a POA date',
    one: 'deal without a POA date',
    window: 'without_poa',
    where: awaitsPoa,
  },
  {
    reason: 'deals whose POA date has come',
    one: 'deal whose POA date has come',
    window: 'passed_poa',
    where: awaitsPoa,
  },
];

const isClosing: Predicate = (facts) => isClosed(facts) || awaitsPoa(facts);

const notClosing: NearMiss[] = [
  {
    reason: 'deals in POA Booked, Proposal sent or Legals without a billing start',
    one: 'deal in POA Booked, Proposal sent or Legals without a billing start',
    doing: { one: 'has no billing start', many: 'have no billing start' },
    window: 'without_billing',
    where: awaitsPoa,
  },
];

/** A count of deals and the sum of their values. */
function countAndValue<const CountId extends string, const ValueId extends string>(
  [countId, valueId]: readonly [CountId, ValueId],
  label: string,
  alsoCalled: readonly string[],
  deals: string,
  picked: Pick<CountedMetric, 'window' | 'where'>,
  leftOut: readonly NearMiss[],
): readonly [CountedMetric<CountId>, CountedMetric<ValueId>] {
  return [
    counted({
      ...picked,
      alsoCalled,
      id: countId,
      label,
      definition: `The ${deals}.`,
      formula: 'Number of these deals.',
      leftOut: picked.window === 'any' ? [] : leftOut,
    }),
    counted({
      ...picked,
      alsoCalled,
      id: valueId,
      label: `${label}, value`,
      definition: `Value of the ${deals}.`,
      formula: VALUE,
      amount: 'value',
      leftOut,
    }),
  ];
}

/** Deals in the late stages, and those that stalled or were lost. */
export const STAGE_METRICS = [
  ...countAndValue(
    ['legals.count', 'legals.value'],
    'In legals',
    ['contracts', 'negotiation', 'about to close', 'commit'],
    'deals in Legals, whatever their dates',
    { window: 'any', where: isInLegals },
    [withoutValue(isInLegals)],
  ),
  ...countAndValue(
    ['proposal.count', 'proposal.value'],
    'Proposals sent',
    ['offers', 'quotes'],
    'deals in Proposal sent, whatever their dates',
    { window: 'any', where: hasProposal },
    [withoutValue(hasProposal)],
  ),
  ...countAndValue(
    ['poa.upcoming', 'poa.upcoming_value'],
    'Upcoming POA',
    ['next second meetings', 'planned POA'],
    'deals in POA Booked, Proposal sent or Legals whose POA date is after today',
    { window: 'upcoming_poa', where: awaitsPoa },
    notUpcoming,
  ),
  ...countAndValue(
    ['closing.count', 'closing.value'],
    'Closing this month',
    ['closes this month', 'due', 'expected to close', 'commit', 'forecast of the month'],
    'deals whose billing starts in the month of today: closed ones with ARR, and those in POA Booked, Proposal sent or Legals',
    { window: 'billed_this_month', where: isClosing },
    notClosing,
  ),
  counted({
    id: 'pipe.old',
    label: 'Old pipe',
    definition: 'Pipe of the deals that stalled or were lost but can be revived, whatever their dates.',
    formula: 'Sum of their pipe.',
    window: 'any',
    where: isOld,
    amount: 'pipe',
    alsoCalled: ['to recontact', 'dormant', 'stalled', 'lost pipeline', 'revive'],
    leftOut: [withoutPipe(isOld, 'any')],
  }),
  counted({
    id: 'pipe.old_count',
    label: 'Old deals',
    definition: 'The deals that stalled or were lost but can be revived, whatever their dates.',
    formula: 'Number of these deals.',
    alsoCalled: ['to recontact', 'stalled deals', 'lost deals', 'revive'],
    window: 'any',
    where: isOld,
  }),
  {
    kind: 'distinct',
    id: 'pipe.old_clients',
    label: 'Old clients',
    unit: 'count',
    definition: 'The clients whose deals stalled or were lost but can be revived, each once.',
    alsoCalled: ['clients to recontact', 'lost clients'],
    formula: 'Number of different client names, compared without case, accents and blanks.',
    window: 'any',
    where: isOld,
  },
] as const;
