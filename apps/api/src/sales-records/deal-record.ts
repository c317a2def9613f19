import type { DealRecord } from '@app/contracts';
import {
  type Question,
  type Day,
  fold,
  isoDay,
  type NameField,
  normaliseStored,
  perRecordSets,
  recordAmounts,
  type RecordRef,
  shownSpellings,
} from '@app/domain';
import type { Dataset } from '../datasets/dataset.js';
import type { StoredRecord } from '../datasets/records.repository.js';

/** How people and products are shown over all of some datasets: by field, then by folded name. */
export type Spellings = Readonly<Record<NameField, ReadonlyMap<string, string>>>;

/** The most frequent spelling of each person and product; counted once for the same sets. */
export const spellingsOf = perRecordSets((sets): Spellings => {
  const of = (field: NameField) => shownSpellings(sets.map(({ names }) => names[field].names));
  return { owner: of('owner'), bdr: of('bdr'), product: of('product') };
});

/** Each name as its own record has it: what came in with the sheet is what goes out to be one again. */
export const AS_WRITTEN: Spellings = { owner: new Map(), bdr: new Map(), product: new Map() };

/** A stored record as the API answers it: normalised, with what is computed of it at a date. */
export function dealRecord(
  stored: StoredRecord,
  { position }: RecordRef,
  dataset: Dataset,
  { question, spellings }: { question: Pick<Question, 'asOf' | 'weights'>; spellings: Spellings },
): DealRecord {
  const deal = normaliseStored(stored);
  const named = (field: NameField) => shown(spellings[field], deal[field]);
  return {
    ...deal,
    view_id: dataset.view.id,
    view_name: dataset.view.name,
    discovery_date: dateText(deal.discovery_date),
    poa_date: dateText(deal.poa_date),
    billing_start: dateText(deal.billing_start),
    owner: named('owner'),
    bdr: named('bdr'),
    product: named('product'),
    ...recordAmounts(dataset.set, position, question),
  };
}

const dateText = (day: Day | null): string | null => (day === null ? null : isoDay(day));

const shown = (spellings: ReadonlyMap<string, string>, name: string | null): string | null =>
  name === null ? null : (spellings.get(fold(name)) ?? name);
