import type { NearMiss, Predicate } from '../model/metric.js';
import { allOf, hasArr, hasPipe, isWon, lacksStage, not } from './predicates.js';

/** Records that would count had they a discovery date. */
export const undated = (where: Predicate): NearMiss => ({
  reason: 'deals without a discovery date',
  one: 'deal without a discovery date',
  window: 'without_discovery',
  where,
});

/** Closed deals that would count had they ARR or a billing start. */
export const unbilled = (where: Predicate, window: 'billed' | 'billed_in_span' = 'billed'): NearMiss[] => [
  {
    reason: 'closed deals without ARR',
    one: 'closed deal without ARR',
    doing: { one: 'is closed without ARR', many: 'are closed without ARR' },
    window,
    where: allOf(where, isWon, not(hasArr)),
  },
  {
    reason: 'closed deals with ARR but no billing start',
    one: 'closed deal with ARR but no billing start',
    doing: { one: 'has ARR but no billing start', many: 'have ARR but no billing start' },
    window: 'without_billing',
    where: allOf(where, isWon, hasArr),
  },
];

/** Records that would count had they pipe. */
export const withoutPipe = (where: Predicate, window: NearMiss['window']): NearMiss => ({
  reason: 'deals without pipe',
  one: 'deal without pipe',
  doing: { one: 'has no pipe', many: 'have no pipe' },
  window,
  where: allOf(where, not(hasPipe)),
});

/** Records with pipe that would be open had they a stage. */
export const withoutStage = (window: NearMiss['window']): NearMiss => ({
  reason: 'deals without a stage',
  one: 'deal without a stage',
  window,
  where: allOf(lacksStage, hasPipe),
});

/** Records that are counted with weight 0. */
export const weightless = (where: Predicate, window: NearMiss['window']): NearMiss => ({
  reason: 'deals that weigh nothing',
  one: 'deal that weighs nothing',
  doing: { one: 'weighs nothing', many: 'weigh nothing' },
  window,
  where,
  isWeightless: true,
});
