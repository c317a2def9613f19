import { fold } from '../../normalise/fold.js';
import { DEAL_TYPES, RELEVANCES, STAGES } from '../../normalise/vocabularies.js';
import type { FilterField } from '../../filters/filters.js';

/**
 * How a wanted value of each field becomes comparable: names and products folded, others by the value they become.
 *
 * @see docs/domain.md, section 5
 */
export const WANTED: Readonly<Record<FilterField, (value: string) => string>> = {
  owner: fold,
  bdr: fold,
  product: fold,
  stage: (value) => fold(STAGES.canonical(value)),
  type_of_deal: (value) => fold(DEAL_TYPES.canonical(value)),
  relevance: (value) => fold(RELEVANCES.canonical(value)),
  source_group: (value) => fold(value) || 'unassigned',
};
