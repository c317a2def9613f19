import { type DealDifference, diffDeals, type Sheet } from '@app/domain';
import type { Collection } from 'mongodb';
import { type ExistingDeals, NO_DEALS, readExisting } from './existing-deals.js';
import type { IngestJob } from './ingest-job.js';
import { pairDeals, type PairedDeal } from './pair-deals.js';
import type { DealCounts } from './run-report.js';
import { dealIds } from './shown.js';

/** A sheet beside the data of its view. */
export interface Comparison {
  readonly existing: ExistingDeals;
  /** The deals as they will be, in their order. */
  readonly deals: readonly PairedDeal[];
  readonly difference: DealDifference;
  readonly counts: DealCounts;
}

/** Finds out which deals the rows of a sheet are, and what they change. */
export async function compare(
  { isFirst, path, runId }: IngestJob,
  live: Collection,
  { rows }: Sheet,
): Promise<Comparison> {
  // Sample records do not count: a sheet that replaces them neither continues nor removes invented deals.
  const existing = isFirst && path !== null ? NO_DEALS : await readExisting(live);
  const deals = pairDeals(existing.deals, rows, dealIds(runId));
  const difference = diffDeals(
    existing.deals,
    deals.map(({ deal }) => deal),
  );
  const { added, changed, removed } = difference;
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  return { existing, deals, difference, counts };
}
