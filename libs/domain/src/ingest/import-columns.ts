import { type DealField, SHEET_COLUMNS, type SheetColumnKind } from '../deal/sheet-columns.js';
import { DEAL_TYPES, RELEVANCES, SHOW_NOSHOW, SOURCES, STAGES } from '../normalise/index.js';
import { COLUMN_SYNONYMS } from './column-synonyms.js';

/** A column that a sheet may have, for people who prepare one. */
export interface ImportColumn {
  /** Name in the database. */
  field: DealField;
  /** Header of the column. */
  label: string;
  /** Other headers that are read as this column. */
  also_called: string[];
  /** Headers for which this column is proposed, and which count once somebody says so. */
  proposed_for: string[];
  /** What its cells hold. */
  kind: SheetColumnKind;
  /** Whether a sheet without it is refused. */
  is_required: boolean;
  /** What it is, in a sentence. */
  description: string;
  /** Values that are known; others are kept and count as other. Empty where any text will do. */
  values: string[];
  /** A cell as it may be written. */
  example: string;
}

const DESCRIPTIONS: Readonly<Record<DealField, string>> = {
  month: 'Month of the deal, as the team writes it. Nothing is computed from it.',
  discovery_date: 'Day on which the deal entered: the day of the first meeting.',
  client: 'Name of the company. A row without it is skipped.',
  hubspot_link:
    'Address or number of the deal in the CRM: the deal is recognised by it from import to import.',
  stage: 'How far the deal is.',
  relevance: 'How well the client fits.',
  show_noshow: 'Whether the first meeting took place.',
  poa_date: 'Day of the second meeting, the proof of agreement.',
  expected_mrr: 'Revenue a month that is expected, or was signed.',
  expected_arr: 'Revenue a year that is expected, or was signed.',
  pipeline: 'Raw value of the deal in the pipeline.',
  type_of_deal: 'Whether the client is new or buys more.',
  bdr: 'Who brought the deal: the business development representative, for upsells the partner.',
  type_of_source: 'Where the deal comes from.',
  product: 'What is sold.',
  owner: 'Account executive who owns the deal.',
  supporters: 'Who else works on it.',
  billing_start: 'Day from which a closed deal is billed: it counts as revenue from then on.',
};

const VALUES: Readonly<Partial<Record<DealField, readonly string[]>>> = {
  stage: STAGES.values,
  relevance: RELEVANCES.values,
  show_noshow: SHOW_NOSHOW.values,
  type_of_deal: DEAL_TYPES.values,
  type_of_source: SOURCES.values,
};

type Cell = string | number | null;

/** Deals as a sheet may hold them: one that is open, one that is closed. */
const EXAMPLE_DEALS: readonly Readonly<Record<DealField, Cell>>[] = [
  {
    month: 'October',
    discovery_date: '2026-10-05',
    client: 'Acme Corp',
    hubspot_link: 'https://crm.example.com/deal/1001',
    stage: 'C Proposal sent',
    relevance: 'Relevant',
    show_noshow: 'Show',
    poa_date: '2026-10-19',
    expected_mrr: 5_000,
    expected_arr: 60_000,
    pipeline: 60_000,
    type_of_deal: 'New Business',
    bdr: 'Sam Rivera',
    type_of_source: 'Outbound',
    product: 'Platform',
    owner: 'Alex Martin',
    supporters: 'Robin Chen',
    billing_start: null,
  },
  {
    month: 'September',
    discovery_date: '2026-09-14',
    client: 'Globex',
    hubspot_link: 'https://crm.example.com/deal/1002',
    stage: 'A Closed',
    relevance: 'Relevant',
    show_noshow: 'Show',
    poa_date: '2026-09-28',
    expected_mrr: 2_000,
    expected_arr: 24_000,
    pipeline: 24_000,
    type_of_deal: 'Upsell',
    bdr: null,
    type_of_source: 'Upsell/Cross-sell',
    product: 'Services',
    owner: 'Dana Novak',
    supporters: null,
    billing_start: '2026-11-01',
  },
];

/**
 * The columns that a sheet may have, in its order.
 *
 * @see docs/domain.md, sections 2 and 9
 */
export const IMPORT_COLUMNS: readonly ImportColumn[] = SHEET_COLUMNS.map(
  ({ field, label, alsoCalled, kind }) => ({
    field,
    label,
    also_called: [...alsoCalled],
    proposed_for: [...COLUMN_SYNONYMS[field]],
    kind,
    is_required: field === 'client',
    description: DESCRIPTIONS[field],
    values: [...(VALUES[field] ?? [])],
    example: exampleOf(field),
  }),
);

/**
 * Rows that show how a sheet may be filled in. They are brought in like any other, without a finding, so that their
 * clients say that they are examples.
 */
export const TEMPLATE_ROWS: readonly (readonly Cell[])[] = EXAMPLE_DEALS.map((deal) =>
  SHEET_COLUMNS.map(({ field }) =>
    field === 'client' ? `Example to overwrite: ${deal.client}` : deal[field],
  ),
);

function exampleOf(field: DealField): string {
  const cell = EXAMPLE_DEALS.map((deal) => deal[field]).find((each) => each !== null);
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : (cell ?? '');
}
