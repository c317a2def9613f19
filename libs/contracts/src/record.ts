import type { CalendarDate, Instant, Page } from './shared.js';

/** A deal, normalised. Source: docs/domain.md, section 2. */
export interface DealRecord {
  id: string;
  /** View the record came from: on Master one of the views it adds up. */
  view_id: string;
  view_name: string;
  month: string | null;
  discovery_date: CalendarDate | null;
  client: string;
  hubspot_link: string | null;
  stage: string;
  relevance: string | null;
  show_noshow: string | null;
  poa_date: CalendarDate | null;
  /** Currency. */
  expected_mrr: number | null;
  /** Currency. */
  expected_arr: number | null;
  /** Currency. */
  pipeline: number | null;
  type_of_deal: string | null;
  bdr: string | null;
  type_of_source: string | null;
  product: string | null;
  owner: string | null;
  supporters: string | null;
  billing_start: CalendarDate | null;
  /** Group the source belongs to. */
  source_group: string;
  /** ARR, or pipe where ARR is missing, currency; null without either. */
  value: number | null;
  /** Whole days from discovery to the as-of date. */
  age: number;
  /** Weight of stage, source and age, 0 to 1. */
  weight: number;
  /** Pipe x weight, currency, to the cent; null without pipe. */
  weighted: number | null;
}

/** Deals. */
export type DealRecordPage = Page<DealRecord>;

/** Answer of `GET /views/{id}/records/{deal}`: all that is known of one deal. */
export interface DealCard {
  deal: DealRecord;
  /** Metrics of the catalogue that count the deal over the period asked for. */
  counted_in: CountedIn[];
  /** What publishes did to it, newest first, as far as the history goes. */
  changes: DealHistoryEntry[];
}

/** A metric that counts a deal. */
export interface CountedIn {
  metric: string;
  label: string;
}

/** What a publish did to a deal. */
export interface DealHistoryEntry {
  kind: 'added' | 'changed' | 'removed';
  /** Data revision that it made. */
  revision: number;
  at: Instant | null;
  /** Who started the import. */
  by: string | null;
  fields: DealFieldChange[];
}

/** One field of a change. */
export interface DealFieldChange {
  field: string;
  before: string | number | null;
  after: string | number | null;
}
