import { fold } from '../../normalise/fold.js';
import { DEAL_TYPES, RELEVANCES, STAGES } from '../../normalise/vocabularies.js';
import type { Vocabulary } from '../../normalise/vocabulary.js';
import { OTHER } from '../../record-set/facts.js';
import { WANTED } from '../engine/filter-terms.js';
import { FILTER_FIELDS, type FilterField, type Filters } from '../../filters/filters.js';

/** What filters look at in a normalised deal; what is absent is none. */
export type FilteredDeal = Readonly<Partial<Record<FilterField, string | null>>>;

/**
 * Whether filters keep a deal that is at hand, such as on a board: the same deals that they keep of a record set.
 *
 * @see docs/domain.md, section 5
 */
export function filteredDeals(filters: Filters): (deal: FilteredDeal) => boolean {
  const checks = FILTER_FIELDS.flatMap((field) => {
    const values = filters[field];
    return values?.length ? [{ field, wanted: new Set(values.map(WANTED[field])) }] : [];
  });
  return (deal) => checks.every(({ field, wanted }) => wanted.has(OF_DEAL[field](deal[field] ?? '')));
}

const knownOf =
  (vocabulary: Vocabulary) =>
  (value: string): string =>
    value === '' || vocabulary.knows(value) ? fold(value) : OTHER;

/** What of a deal is compared with the wanted values. */
const OF_DEAL: Readonly<Record<FilterField, (value: string) => string>> = {
  owner: fold,
  bdr: fold,
  product: fold,
  stage: knownOf(STAGES),
  type_of_deal: knownOf(DEAL_TYPES),
  relevance: knownOf(RELEVANCES),
  source_group: (value) => value || 'unassigned',
};
