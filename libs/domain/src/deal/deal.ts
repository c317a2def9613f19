import type { Day } from '../period/day.js';

/**
 * One row of the sales sheet after normalising: one opportunity with one client.
 *
 * Dates are {@link Day}s, money is in the installation's currency (a double, at most two decimals), text is
 * repaired and trimmed, classified fields hold their canonical value or, when unknown, the text as it was written.
 * Absent is `null`, except `client` and `stage`, which are `""`.
 *
 * @see docs/domain.md, section 2
 */
export interface Deal {
  /** Stable across imports. */
  readonly id: string;
  readonly month: string | null;
  readonly discovery_date: Day | null;
  readonly client: string;
  readonly hubspot_link: string | null;
  readonly stage: string;
  readonly relevance: string | null;
  readonly show_noshow: string | null;
  readonly poa_date: Day | null;
  readonly expected_mrr: number | null;
  readonly expected_arr: number | null;
  readonly pipeline: number | null;
  readonly type_of_deal: string | null;
  /** The writer's own spelling; one person's spellings are united where a whole dataset is seen (record set). */
  readonly bdr: string | null;
  readonly type_of_source: string | null;
  readonly product: string | null;
  readonly owner: string | null;
  readonly supporters: string | null;
  readonly billing_start: Day | null;
}

/** A deal as it comes from a sheet, before it is matched with the deals that are there and gets its id. */
export type DealRow = Omit<Deal, 'id'>;
