import { DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import { type Deal } from '../deal/deal.js';

/** A field of a deal that changed. */
export interface FieldChange {
  readonly field: DealField;
  /** As in {@link Deal}: text, currency, a day, or null. */
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** A deal that changed. */
export interface DealChange {
  readonly id: string;
  /** The deal as it is afterwards. */
  readonly after: Deal;
  readonly fields: FieldChange[];
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
  const fields = DEAL_FIELDS.filter((field) => before[field] !== after[field]);
  if (fields.length === 0) return [];
  return [
    {
      id: after.id,
      after,
      fields: fields.map((field) => ({ field, before: before[field], after: after[field] })),
    },
  ];
}
