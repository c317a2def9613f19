import {
  type DealDifference,
  diffDeals,
  mergeDeals,
  pairDeals,
  type PairedDeal,
  type PairedRow,
  type Sheet,
} from '@app/domain';
import type { Collection, Db } from 'mongodb';
import { type ExistingDeals, NO_DEALS, readExisting } from './existing-deals.js';
import type { IngestJob } from './ingest-job.js';
import { type RebuiltDataset, recordKey } from './rebuild.js';
import { withOldIds } from './returning-deals.js';
import type { DealCounts } from './run-report.js';
import { dealIds } from './shown.js';

/** A sheet beside the data of its view. */
export interface Comparison {
  readonly existing: ExistingDeals;
  /** The rows of the sheet as the deals they are. */
  readonly rows: readonly PairedRow[];
  /** The deals as they will be, in their order. */
  readonly deals: readonly PairedDeal[];
  readonly difference: DealDifference;
  /** `_id` of the records that deals had which come back, by the id of the deal. */
  readonly records: ReadonlyMap<string, unknown>;
  readonly counts: DealCounts;
}

/** Finds out which deals the rows of a sheet are, and what they change. */
export async function compare(job: IngestJob, database: Db, sheet: Sheet): Promise<Comparison> {
  const live = database.collection(job.collection);
  const { isFirst, path, runId, mode, dedupe } = job;
  // Sample records do not count: a sheet that replaces them neither continues nor removes invented deals.
  const existing = isFirst && path !== null ? NO_DEALS : await readExisting(live);
  const isByLink = mode === 'merge' && dedupe === 'link';
  const paired = pairDeals(existing.deals, sheet.rows, dealIds(runId), isByLink ? ['link'] : undefined);
  const kinds = isByLink ? (['link'] as const) : (['link', 'client_stage'] as const);
  const { rows, records } = await withOldIds(database, job, paired, { live: existing, kinds });
  const { deals, difference } =
    mode === 'merge' ? mergeDeals(existing.deals, rows, sheet.columns) : replaced(existing, rows);
  return comparisonOf({ existing, rows, deals, difference, records });
}

/** Finds out what going back to an earlier dataset changes: its records say by their `_id` which they are. */
export async function compareRebuilt(
  live: Collection,
  { records, deals }: RebuiltDataset,
): Promise<Comparison> {
  const existing = await readExisting(live);
  const places = new Map(existing.deals.map((_, place) => [recordKey(existing.ids.at(place)), place]));
  const paired = deals.map((deal, at) => ({ deal, continues: places.get(records[at]?.key ?? '') ?? null }));
  return comparisonOf({ existing, rows: [], ...replaced(existing, paired), records: new Map() });
}

function comparisonOf(compared: Omit<Comparison, 'counts'>): Comparison {
  const { added, changed, removed } = compared.difference;
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  return { ...compared, counts };
}

const replaced = (existing: ExistingDeals, rows: readonly PairedDeal[]) => ({
  deals: rows,
  difference: diffDeals(
    existing.deals,
    rows.map(({ deal }) => deal),
  ),
});
