import type { DateColumn, TextColumn } from '../deal/sheet-columns.js';
import type { Deal, DealRow } from '../deal/deal.js';
import { type Day, fromDate, monthKey, toDate } from '../period/day.js';
import { dayIn, readDate } from './date-text.js';
import { normaliseText } from './deal-text.js';
import { toMoney } from './money.js';
import { readAmount } from './money-text.js';
import { storedNumber, storedText } from './stored-values.js';
import { cleanText } from './text.js';

/** A deal as it is stored: the keys of the storage contract without `_id`, dates as instants at 00:00 UTC. */
export interface StoredDeal extends Omit<Deal, DateColumn>, Record<DateColumn, Date | null> {
  /** When the record was made. */
  readonly created_at: Date;
}

type Document = Readonly<Record<string, unknown>>;

/**
 * A deal from a stored document, whatever software wrote it: dates may be instants or text, amounts numbers or text,
 * keys may be missing, spellings any of the accepted ones. The document is left as it is.
 *
 * @param document as the driver decodes it; the id is its `id`, else its `_id` as text
 * @see docs/domain.md, section 2
 */
export function normaliseStored(document: Document): Deal {
  return {
    id: storedText(document.id) || storedText(document._id),
    month: storedMonth(document.month),
    discovery_date: storedDay(document.discovery_date),
    client: textOf('client', document) ?? '',
    hubspot_link: textOf('hubspot_link', document),
    stage: textOf('stage', document) ?? '',
    relevance: textOf('relevance', document),
    show_noshow: textOf('show_noshow', document),
    poa_date: storedDay(document.poa_date),
    expected_mrr: storedAmount(document.expected_mrr),
    expected_arr: storedAmount(document.expected_arr),
    pipeline: storedAmount(document.pipeline),
    type_of_deal: textOf('type_of_deal', document),
    bdr: textOf('bdr', document),
    type_of_source: textOf('type_of_source', document),
    product: textOf('product', document),
    owner: textOf('owner', document),
    supporters: textOf('supporters', document),
    billing_start: storedDay(document.billing_start),
  };
}

/**
 * The document that stores a deal. {@link normaliseStored} of it is the deal again.
 *
 * @param deal a normalised row with its id
 * @param createdAt when the record was made: an existing deal keeps its instant
 */
export function toStored(deal: DealRow & Pick<Deal, 'id'>, createdAt: Date): StoredDeal {
  return {
    id: deal.id,
    month: deal.month,
    discovery_date: storedDate(deal.discovery_date),
    client: deal.client,
    hubspot_link: deal.hubspot_link,
    stage: deal.stage,
    relevance: deal.relevance,
    show_noshow: deal.show_noshow,
    poa_date: storedDate(deal.poa_date),
    expected_mrr: deal.expected_mrr,
    expected_arr: deal.expected_arr,
    pipeline: deal.pipeline,
    type_of_deal: deal.type_of_deal,
    bdr: deal.bdr,
    type_of_source: deal.type_of_source,
    product: deal.product,
    owner: deal.owner,
    supporters: deal.supporters,
    billing_start: storedDate(deal.billing_start),
    created_at: createdAt,
  };
}

const textOf = (field: TextColumn, document: Document) => normaliseText(field, storedText(document[field]));

const storedDate = (day: Day | null) => (day === null ? null : toDate(day));

function storedMonth(value: unknown): string | null {
  const day = value instanceof Date ? dayOfInstant(value) : null;
  return day === null ? normaliseText('month', storedText(value)) : monthKey(day);
}

function storedDay(value: unknown): Day | null {
  if (value instanceof Date) return dayOfInstant(value);
  const text = typeof value === 'string' ? cleanText(value) : '';
  const written = text === '' ? null : readDate(text);
  return written && dayIn(written, 'day_first');
}

const FIRST_DAY = -719_162; // 0001-01-01
const LAST_DAY = 2_932_896; // 9999-12-31

function dayOfInstant(instant: Date): Day | null {
  const day = fromDate(instant);
  return day >= FIRST_DAY && day <= LAST_DAY ? day : null; // false for an invalid Date, which is NaN
}

/**
 * The amount of a stored value: a number, or a text that is one.
 *
 * @returns currency; null for what is no amount
 */
export function storedAmount(value: unknown): number | null {
  if (typeof value === 'number') return toMoney(value);
  const text = typeof value === 'string' ? cleanText(value) : '';
  if (text === '') return toMoney(storedNumber(value));
  const written = readAmount(text);
  return written?.amount ?? null;
}
