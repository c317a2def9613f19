import { counted, entered } from './make.js';
import { undated, weightless, withoutPipe, withoutStage } from './near-misses.js';
import {
  allOf,
  hasPipe,
  isActive,
  isAny,
  isAssessed,
  isAttended,
  isOpen,
  isRelevant,
  isStalled,
  not,
} from './predicates.js';

const isOpenPipe = allOf(isOpen, hasPipe);
const isAttendedRelevant = allOf(isAttended, isRelevant);
const WEIGHTED = 'Sum of pipe × weight of stage, source and age, each deal to the cent.';

/** Pipe that was created, and what is open. */
export const PIPE = [
  counted({
    id: 'pipe.created',
    label: 'New pipe',
    definition: 'Pipe of the deals that entered in the period.',
    formula: 'Sum of their pipe.',
    window: 'discovered',
    where: hasPipe,
    amount: 'pipe',
    target: 'new_pipe',
    alsoCalled: ['pipeline created', 'pipeline generated', 'new business'],
    leftOut: [withoutPipe(isAny, 'discovered'), undated(hasPipe)],
  }),
  counted({
    id: 'pipe.created_weighted',
    label: 'New pipe, weighted',
    definition:
      'Pipe of the deals that entered in the period, each times its weight of today; not compared with earlier ' +
      'periods, whose deals have moved on since.',
    formula: WEIGHTED,
    window: 'discovered',
    where: hasPipe,
    amount: 'weighted',
    target: 'weighted_pipe',
    alsoCalled: ['weighted pipeline created', 'probability', 'forecast of new deals'],
    hasNoChange: true,
    leftOut: [weightless(hasPipe, 'discovered'), withoutPipe(isAny, 'discovered'), undated(hasPipe)],
  }),
  entered(
    'intros.relevant',
    'Relevant intros',
    'Attended deals that entered in the period, assessed as relevant.',
    isAttendedRelevant,
    {
      leftOut: [
        {
          reason: 'attended intros whose relevance is not assessed',
          one: 'attended intro whose relevance is not assessed',
          window: 'discovered',
          where: allOf(isAttended, isAssessed(null)),
          isNotAssessed: true,
        },
        undated(isAttendedRelevant),
      ],
    },
  ),
  counted({
    id: 'deals.open',
    label: 'Open deals',
    definition: 'Deals in Inbox, Intro attended, POA Booked, Proposal sent or Legals, whatever their dates.',
    formula: 'Number of these deals.',
    window: 'any',
    where: isOpen,
    alsoCalled: ['running deals', 'deals in progress'],
    leftOut: [{ reason: 'stalled deals', one: 'stalled deal', window: 'any', where: isStalled }],
  }),
  counted({
    id: 'deals.active',
    label: 'Qualified active deals',
    definition:
      'Attended and relevant deals in Intro attended, POA Booked, Proposal sent or Legals, whatever their dates.',
    formula: 'Number of these deals.',
    window: 'any',
    where: allOf(isActive, isAttendedRelevant),
    alsoCalled: ['qualified opportunities', 'SQL', 'live deals'],
    leftOut: [
      {
        reason: 'attended deals whose relevance is not assessed',
        one: 'attended deal whose relevance is not assessed',
        window: 'any',
        where: allOf(isActive, isAttended, isAssessed(null)),
        isNotAssessed: true,
      },
      {
        reason: 'attended deals with a question mark',
        one: 'attended deal with a question mark',
        window: 'any',
        where: allOf(isActive, isAttended, isAssessed('Question mark')),
      },
      {
        reason: 'relevant deals that were not attended',
        one: 'relevant deal that was not attended',
        window: 'any',
        where: allOf(isActive, not(isAttended), isRelevant),
      },
    ],
  }),
  counted({
    id: 'pipe.active',
    label: 'Open pipe',
    definition:
      'Pipe of the deals in Inbox, Intro attended, POA Booked, Proposal sent or Legals, whatever their dates.',
    formula: 'Sum of their pipe.',
    window: 'any',
    where: isOpenPipe,
    amount: 'pipe',
    target: 'ytd_aggregate_pipeline',
    alsoCalled: ['pipeline', 'funnel', 'running pipe', 'aggregate pipeline'],
    leftOut: [withoutPipe(isOpen, 'any'), withoutStage('any')],
  }),
  counted({
    id: 'pipe.active_weighted',
    label: 'Open pipe, weighted',
    definition: 'Pipe of the open deals, each times the weight of its stage, source and age.',
    formula: WEIGHTED,
    window: 'any',
    where: isOpenPipe,
    amount: 'weighted',
    target: 'ytd_cumulative_weighted',
    alsoCalled: ['forecast', 'weighted pipeline', 'expected value', 'probability'],
    leftOut: [weightless(isOpenPipe, 'any'), withoutPipe(isOpen, 'any'), withoutStage('any')],
  }),
  counted({
    id: 'pipe.cumulative_weighted',
    label: 'Weighted pipe of the half',
    definition:
      'Weighted pipe of the open deals that entered from the first day of the half-year in which the period ends, ' +
      'up to that end.',
    formula: WEIGHTED,
    window: 'discovered_in_half',
    where: isOpenPipe,
    amount: 'weighted',
    alsoCalled: ['cumulative weighted pipe', 'forecast of the half'],
    leftOut: [
      weightless(isOpenPipe, 'discovered_in_half'),
      withoutStage('discovered_in_half'),
      undated(isOpenPipe),
    ],
  }),
] as const;
