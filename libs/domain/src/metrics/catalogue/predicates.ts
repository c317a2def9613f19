import type { SourceGroup } from '../../normalise/categories.js';
import { type Stage, stagesIn } from '../../normalise/stages.js';
import type { Facts } from '../../record-set/facts.js';
import type { Predicate } from '../model/metric.js';

/* Vocabulary of the predicates: docs/domain.md, sections 1, 2 and 5. */

/** Records of some stages; `other` is an unknown one, `''` none. */
export const inStages = (stages: readonly (Stage | 'other' | '')[]): Predicate => {
  const known: ReadonlySet<string> = new Set(stages);
  return ({ stage }) => known.has(stage);
};

/** Every record. */
export const isAny: Predicate = () => true;

/** All of some predicates. */
export function allOf(...all: readonly Predicate[]): Predicate {
  return all.reduce((first, second) => (facts) => first(facts) && second(facts));
}

/** Any of some predicates. */
export function anyOf(...some: readonly Predicate[]): Predicate {
  return some.reduce((first, second) => (facts) => first(facts) || second(facts));
}

/** Records for which a predicate does not hold. */
export const not =
  (predicate: Predicate): Predicate =>
  (facts) =>
    !predicate(facts);

/** Records of one source group. */
export const isOfGroup =
  (group: SourceGroup): Predicate =>
  (facts) =>
    facts.group === group;

/** Records that say this of the first meeting; null for those that say nothing. */
export const hasShow =
  (show: string | null): Predicate =>
  (facts) =>
    facts.show === show;

/** Records assessed so; null for those not assessed. */
export const isAssessed =
  (relevance: string | null): Predicate =>
  (facts) =>
    facts.relevance === relevance;

/** Records of one type of deal. */
const isOfType =
  (type: string): Predicate =>
  (facts) =>
    facts.type === type;

/** Records whose first meeting took place. */
export const isAttended: Predicate = ({ attended }) => attended;

/** Records assessed as relevant. */
export const isRelevant = isAssessed('Relevant');

/** Records with pipe above 0. */
export const hasPipe: Predicate = ({ hasPipe: has }: Facts) => has;

/** Records with ARR above 0. */
export const hasArr: Predicate = ({ hasArr: has }: Facts) => has;

/** Stages F, E, D, C and B. */
export const isOpen: Predicate = ({ category }) => category === 'open';

/** No stage at all: an unknown text is a stage. */
export const lacksStage: Predicate = ({ stage }) => stage === '';

/** Stage A. */
export const isWon: Predicate = ({ category }) => category === 'won';

/** Stage G. */
export const isStalled: Predicate = ({ category }) => category === 'stalled';

/** Stage A with ARR above 0. */
export const isClosed = allOf(isWon, hasArr);

/** Stages E, D, C and B. */
export const isActive = inStages(stagesIn('active'));

/** Stages D, C, B, A, Lost and H: a second meeting was agreed. */
export const hasReachedPoa = inStages(stagesIn('reached_poa'));

/** Stages D, C and B. */
export const awaitsPoa = inStages(stagesIn('awaits_poa'));

/** Stages G and H. */
export const isOld = inStages(stagesIn('to_recontact'));

/** Stage B. */
export const isInLegals = inStages(['B Legals']);

/** Stage C. */
export const hasProposal = inStages(['C Proposal sent']);

/** Type Upsell or Cross-sell, or an upsell source. */
export const isUpsell = anyOf(isOfType('Upsell'), isOfType('Cross-sell'), isOfGroup('upsell'));

/** Type Renewal; with an upsell source it is an upsell too. */
export const isRenewal = isOfType('Renewal');

/** An upsell, a renewal or both. */
export const isUpsellOrRenewal = anyOf(isUpsell, isRenewal);
