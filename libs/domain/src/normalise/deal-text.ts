import type { DealField, TextColumn } from '../deal/sheet-columns.js';
import { cleanText, nameOrNone, optionalText } from './text.js';
import { DEAL_TYPES, RELEVANCES, SHOW_NOSHOW, SOURCES, STAGES } from './vocabularies.js';
import type { Vocabulary } from './vocabulary.js';

/** The vocabulary of each classified column. @see docs/domain.md, section 2 */
const VOCABULARIES: Readonly<Partial<Record<DealField, Vocabulary>>> = {
  stage: STAGES,
  relevance: RELEVANCES,
  show_noshow: SHOW_NOSHOW,
  type_of_deal: DEAL_TYPES,
  type_of_source: SOURCES,
};

/** Whether a normalised value of a classified column is none of its canonical values; false for nothing. */
export function isUnknownValue(field: DealField, value: string | null): boolean {
  return value !== null && value !== '' && VOCABULARIES[field]?.knows(value) === false;
}

/** The canonical values of a classified column; none of another one. */
export const knownValues = (field: DealField): readonly string[] => VOCABULARIES[field]?.values ?? [];

/**
 * A normalised text of a column: what the same text becomes in a sheet and in a stored record.
 *
 * @returns null for nothing, `""` for a client or stage of nothing
 * @see docs/domain.md, section 2
 */
export function normaliseText(field: TextColumn, text: string): string | null {
  return NORMALISERS[field](text);
}

const NORMALISERS: Readonly<Record<TextColumn, (text: string) => string | null>> = {
  month: optionalText,
  client: cleanText,
  hubspot_link: optionalText,
  stage: STAGES.canonical,
  relevance: (text) => RELEVANCES.canonical(text) || null,
  show_noshow: (text) => SHOW_NOSHOW.canonical(text) || null,
  type_of_deal: (text) => DEAL_TYPES.canonical(text) || null,
  bdr: nameOrNone,
  type_of_source: (text) => SOURCES.canonical(text) || null,
  product: nameOrNone,
  owner: nameOrNone,
  supporters: nameOrNone,
};
