import { DATE_COLUMNS, DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import type { Deal, DealRow } from '../deal/deal.js';
import { isoDay } from '../period/day.js';
import type { RowDifference } from './sheet.js';

/** A field of a deal that changed. */
export interface FieldChange {
  readonly field: DealField;
  /** As in {@link Deal}: text, currency, a day, or null. */
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** A deal that changed: in what, {@link changedFields} says. */
export interface DealChange {
  readonly before: Deal;
  readonly after: Deal;
}

/** How one state of a view's deals differs from another. */
export interface DealDifference {
  readonly added: Deal[];
  readonly removed: Deal[];
  readonly changed: DealChange[];
}

/**
 * What changed from one state of a view's deals to the next, on normalised values, by id.
 *
 * @param before normalised deals; of two with one id the later counts, the earlier one is gone
 * @param after normalised deals, one for each id
 * @returns added and changed in the order of `after`, removed in the order of `before`
 * @see docs/domain.md, section 9
 */
export function diffDeals(before: readonly Deal[], after: readonly Deal[]): DealDifference {
  const old = new Map(before.map((deal) => [deal.id, deal]));
  const ids = new Set(after.map((deal) => deal.id));
  return {
    added: after.filter((deal) => !old.has(deal.id)),
    removed: before.filter((deal) => !ids.has(deal.id) || old.get(deal.id) !== deal),
    changed: after.flatMap((deal) => changeOf(old.get(deal.id), deal)),
  };
}

/** What changed in one deal, which was not there before or is another one then: none, or one. */
export function changeOf(before: Deal | undefined, after: Deal): DealChange[] {
  if (!before || before === after) return [];
  return DEAL_FIELDS.some((field) => before[field] !== after[field]) ? [{ before, after }] : [];
}

/** The fields in which a deal changed, in the order of the documentation. */
export function changedFields({ before, after }: DealChange): FieldChange[] {
  const fields = DEAL_FIELDS.filter((field) => before[field] !== after[field]);
  return fields.map((field) => ({ field, before: before[field], after: after[field] }));
}

/** The same as people read it: days as `YYYY-MM-DD`. */
export function readableFields(change: DealChange): FieldChange[] {
  return changedFields(change).map(({ field, before, after }) => ({
    field,
    before: readable(field, before),
    after: readable(field, after),
  }));
}

/** In what a removed row differs from the one that stays for its deal, as people read it. */
export const rowDifferences = (removed: DealRow, kept: DealRow): RowDifference[] =>
  DEAL_FIELDS.filter((field) => removed[field] !== kept[field]).map((field) => ({
    field,
    removed: readable(field, removed[field]),
    kept: readable(field, kept[field]),
  }));

const DATES: ReadonlySet<string> = new Set(DATE_COLUMNS);

const readable = (field: DealField, value: string | number | null) =>
  DATES.has(field) && typeof value === 'number' ? isoDay(value) : value;
