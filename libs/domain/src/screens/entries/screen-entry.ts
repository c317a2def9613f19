import type { CountedId, MetricId } from '../../metrics/catalogue/catalogue.js';
import type { Dimension } from '../../metrics/model/dimension.js';
import type { FilterField } from '../../filters/filters.js';
import type { OwnTargets } from '../../metrics/values/own-targets.js';

/**
 * A screen as data: what it shows and how that is laid out. The answer of the API, its tables as files, its
 * place in the OpenAPI document and the page of the console are made from it.
 *
 * @see docs/domain.md, section 5
 */
export interface ScreenEntry {
  /** Last part of its addresses, in the API and in the console; how people find it is in `SCREEN_TABS`. */
  readonly name: string;
  /** One sentence for those who read the API: what it holds. */
  readonly summary: string;
  /** Targets it compares with instead of the catalogue's own, by the catalogue's target. */
  readonly targets?: OwnTargets;
  /** Tables of the answer by the name they have there, beside `months`. */
  readonly tables: Readonly<Record<string, TableEntry>>;
  /** Boards of the answer by the name they have there. */
  readonly boards: Readonly<Record<string, BoardEntry>>;
  /** The page from top to bottom. */
  readonly rows: readonly ScreenRow[];
}

/** A table of an answer: what it is about and what fills its columns. */
export interface TableEntry {
  /** What the OpenAPI document says of it. */
  readonly description: string;
  readonly content:
    | {
        readonly kind: 'metrics';
        readonly by: Dimension;
        readonly columns: readonly MetricId[];
        /** Then a column for each stage of the upsells and renewals that entered, each deal once. */
        readonly withStages?: boolean;
      }
    /** Meetings by source group with the share of each. */
    | { readonly kind: 'sources' }
    /** Meetings by BDR against the goals of the settings. */
    | { readonly kind: 'bdr_goals'; readonly ofPerson?: true }
    /** Months of the half-year up to the end of the period: what each adds to a sum, and the sum so far. */
    | { readonly kind: 'cumulative'; readonly metric: CountedId }
    /** The columns of Closing Projections by AE. */
    | { readonly kind: 'owner_projections' };
}

/** A board of an answer. */
export interface BoardEntry {
  /** What the OpenAPI document says of it. */
  readonly description: string;
  /** Which columns it has; see section 8. */
  readonly columns: 'deal_pipeline' | 'closing_projections';
}

/** Blocks beside each other. */
export interface ScreenRow {
  /** Shares of the width on a wide page, one for each block; a single block has all of it. */
  readonly widths?: readonly number[];
  /** Below which width of the page, in pixels, its blocks stand below each other; 1100 when left out. */
  readonly stacksBelow?: 900 | 1100 | 1440;
  /** Below which width the first block stands alone above the others. */
  readonly firstAloneBelow?: 1280;
  /** About how tall it is, in pixels, while it is read; left out below the fold. */
  readonly height?: number;
  readonly blocks: readonly ScreenBlock[];
}

/** A number of a band: a metric, under its own name or under one that is right beside the others. */
export type BandNumber = MetricId | { readonly metric: MetricId; readonly label: string };

/** Numbers beside each other, each with target, trend and comparison. */
export interface BandBlock {
  readonly kind: 'band';
  /** What the numbers are about, for those who do not see them. */
  readonly label: string;
  readonly numbers: readonly BandNumber[];
  /** Cards beside each other on a wide page; all of them when left out. */
  readonly columns?: number;
  /** The first is the sum of the others and stands before two rows of them. */
  readonly hasLead?: boolean;
}

/**
 * A colour of the palette, by its name among the design tokens. `c-` are the source groups and stand for nothing else;
 * `step-1` and `step-2` are what leads to `accent`: earlier steps of the funnel, pipe before it is weighed.
 */
export type SeriesColour =
  | 'accent'
  | 'step-1'
  | 'step-2'
  | 'ink-2'
  | 'ink-3'
  | 'c-inbound'
  | 'c-outbound'
  | 'c-referral'
  | 'c-event'
  | 'c-partner'
  | 'c-upsell'
  | 'c-renewal'
  | 'c-other'
  | 'c-none';

/** A column of a table by month, as it is drawn. */
export interface SeriesEntry<Column extends string = string> {
  readonly column: Column;
  /**
   * `stacked` bars stand on each other, `bar`s beside each other, a `line` runs over both and is written below the months.
   * A `total` is written over its stack, `figures` only below the months.
   */
  readonly kind: 'stacked' | 'bar' | 'line' | 'total' | 'figures';
  readonly colour: SeriesColour;
  /** The column's own label when left out. */
  readonly label?: string;
  readonly isDashed?: boolean;
  /** Column of which a line is the running sum: it goes on as far as something is added. */
  readonly sumOf?: Column;
  /** Shown on demand only. */
  readonly isOff?: boolean;
}

/** Numbers over time. */
export type ChartBlock = ChartHead &
  /** By month, of a short period by day or week, which its heading says. */
  (
    | { readonly table: 'months'; readonly series: readonly SeriesEntry<MetricId>[] }
    /** One of the screen's own tables, by its name. */
    | { readonly table: 'cumulative'; readonly series: readonly SeriesEntry[] }
  );

interface ChartHead {
  readonly kind: 'chart';
  /** Name under which the reader's choices are kept, one for each chart of the console. */
  readonly name: string;
  /** What it is about; may be empty where it says its steps. */
  readonly heading: string;
  readonly aside: string;
}

/** One column of a table as bars: the parts of a total. */
export interface SharesBlock {
  readonly kind: 'shares';
  readonly heading: string;
  readonly table: string;
  readonly column: MetricId;
}

/** A table of the screen. */
export interface TableBlock {
  readonly kind: 'table';
  readonly heading: string;
  readonly aside: string;
  readonly table: string;
  /** Said instead of a table without rows; a usual sentence when left out. */
  readonly empty?: string;
  /** Heading of the first column where the name of the dimension is not the right one. */
  readonly label?: string;
  /** Column that is also drawn as bars. Where it has no value, what is said beside the heading is left out with it. */
  readonly bar?: string;
  /** Shorter labels of columns, where the heading says the rest. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Whose page it says nothing on: that of an AE has one row of AEs. */
  readonly notFor?: 'owner' | 'bdr';
}

/** A field of a deal as a column of a list. `reason` says why a deal weighs what it weighs. */
export type RecordField =
  | 'client'
  | 'stage'
  | 'relevance'
  | 'show_noshow'
  | 'owner'
  | 'bdr'
  | 'type_of_source'
  | 'source_group'
  | 'type_of_deal'
  | 'product'
  | 'discovery_date'
  | 'billing_start'
  | 'poa_date'
  | 'expected_arr'
  | 'expected_mrr'
  | 'pipeline'
  | 'weight'
  | 'weighted'
  | 'value'
  | 'age'
  | 'reason';

/** What a list can be narrowed to: the values of a field, certain stages, or the people of a table. */
export type RecordFilter =
  | { readonly field: Extract<FilterField, 'relevance' | 'source_group' | 'stage'> }
  | { readonly field: 'stage'; readonly only: 'open' | 'to_recontact' }
  | { readonly field: 'owner' | 'bdr'; readonly of: string };

/** The deals behind a number as a list. */
export interface RecordsBlock {
  readonly kind: 'records';
  /** Begins the names of its parameters in the address, one for each list of a page. */
  readonly name: string;
  readonly metric: MetricId;
  readonly heading: string;
  /** Said instead of a list without deals; a usual sentence when left out. */
  readonly empty?: string;
  /** After the client. */
  readonly columns: readonly RecordField[];
  /** Columns that a master leaves out to show the name of the view. */
  readonly notOnMaster?: readonly RecordField[];
  readonly filters?: readonly RecordFilter[];
  /** `field` or `-field`, until the reader sorts; newest first when left out. */
  readonly sort?: string;
  /** Rows that are shown; 6 when left out. */
  readonly rows?: number;
}

/** A board of the screen. */
export interface BoardBlock {
  readonly kind: 'board';
  readonly heading: string;
  readonly aside: string;
  readonly board: string;
}

/** What only one screen has: the console draws it by its name. */
export interface OwnBlock {
  readonly kind: 'own';
  readonly name: string;
  /** Metrics it shows that nothing else on the screen does. */
  readonly metrics?: readonly MetricId[];
}

/** Blocks below each other in one place of a row. */
export interface StackBlock {
  readonly kind: 'stack';
  readonly blocks: readonly ScreenBlock[];
}

/** A block of a screen. */
export type ScreenBlock =
  BandBlock | ChartBlock | SharesBlock | TableBlock | RecordsBlock | BoardBlock | OwnBlock | StackBlock;
