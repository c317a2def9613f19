import type { MetricId, WholeNumber } from '@app/domain';
import type { DealFieldChange } from './deal-change.js';
import type { RunSource } from './ingestion.js';
import type { CalendarDate, Instant, Page, Who } from './shared.js';

/** A deal, normalised. Source: docs/domain.md, section 2. */
export interface DealRecord {
  /** Id of the deal; stays across imports. */
  id: string;
  /** View the record came from: on Master one of the views it adds up. */
  view_id: string;
  /** Name of the view it comes from. */
  view_name: string;
  /** Month, as the sheet has it. */
  month: string | null;
  /** When the deal entered. */
  discovery_date: CalendarDate | null;
  /** Name of the client. */
  client: string;
  /** Link to the deal, as the sheet has it. */
  hubspot_link: string | null;
  /** Stage; a text that is none is kept as it is, empty without one. */
  stage: string;
  /** Relevance; null when not assessed. */
  relevance: string | null;
  /** `Show` or `Noshow`; null when it is not recorded. */
  show_noshow: string | null;
  /** Day of the proof of agreement. */
  poa_date: CalendarDate | null;
  /** Currency. */
  expected_mrr: number | null;
  /** Currency. */
  expected_arr: number | null;
  /** Currency. */
  pipeline: number | null;
  /** New business, upsell, cross-sell or renewal. */
  type_of_deal: string | null;
  /** Business development representative. */
  bdr: string | null;
  /** Where the deal came from. */
  type_of_source: string | null;
  /** Product. */
  product: string | null;
  /** Account executive. */
  owner: string | null;
  /** Who helps. */
  supporters: string | null;
  /** First day that is billed. */
  billing_start: CalendarDate | null;
  /** Group the source belongs to. */
  source_group: string;
  /** ARR, or pipe where ARR is missing, currency; null without either. */
  value: number | null;
  /** Whole days from discovery to the as-of date. */
  age: WholeNumber;
  /** Weight of stage, source and age, 0 to 1. */
  weight: number;
  /** Pipe x weight, currency, to the cent; null without pipe. */
  weighted: number | null;
}

/** Deals. */
export type DealRecordPage = Page<DealRecord>;

/** Answer of `GET /views/{id}/records/{deal}`: all that is known of one deal. */
export interface DealCard {
  /** The deal. */
  deal: DealRecord;
  /** Metrics of the catalogue that count the deal over the period asked for. */
  counted_in: CountedIn[];
  /** How publishes changed it, newest first, as far back as the history goes. */
  changes: DealHistoryEntry[];
  /** When it went, and by which run, where it is in the data no more: the deal is as it was then, and nothing counts it. */
  removed: DealRemoval | null;
}

/** The publish that a deal went with. */
export interface DealRemoval {
  /** Id of the run. */
  run: string;
  /** Data revision that it made. */
  revision: WholeNumber;
  /** When; null when it is not known. */
  at: Instant | null;
  /** Who asked for the run. */
  by: Who | null;
  /** Where the data came from. */
  source: RunSource['type'];
}

/** A deal that is in the data no more. */
export interface RemovedDeal {
  /** The deal as it was. */
  deal: DealRecord;
  /** When it went, and by which run. */
  removed: DealRemoval;
}

/** Deals that are in the data no more, those that went last first. */
export type RemovedDealPage = Page<RemovedDeal>;

/** A metric that counts a deal. */
export interface CountedIn {
  /** Id of the metric. */
  metric: MetricId;
  /** Its name. */
  label: string;
}

/** A publish that changed a deal. */
export interface DealHistoryEntry extends DealRemoval {
  /** What happened to the deal. */
  kind: 'added' | 'changed' | 'removed';
  /** What changed. */
  fields: DealFieldChange[];
}
