/**
 * The columns of the sheet in its order: the name that the database gives each, what it holds, its header. Deals have
 * these fields; what reads, stores, compares and exports them follows this list.
 *
 * @see docs/domain.md, section 2
 */
export const SHEET_COLUMNS = [
  { field: 'month', kind: 'text', label: 'Month', alsoCalled: [] },
  { field: 'discovery_date', kind: 'date', label: 'Discovery date', alsoCalled: ['Entered'] },
  { field: 'client', kind: 'text', label: 'Client', alsoCalled: [], isNeverNull: true },
  { field: 'hubspot_link', kind: 'text', label: 'Hubspot link', alsoCalled: [] },
  { field: 'stage', kind: 'text', label: 'Stage', alsoCalled: [], isNeverNull: true },
  { field: 'relevance', kind: 'text', label: 'Relevance', alsoCalled: [] },
  {
    field: 'show_noshow',
    kind: 'text',
    label: 'Show/Nowshow',
    alsoCalled: ['Show/Noshow', 'Show / no-show', 'Show'],
  },
  { field: 'poa_date', kind: 'date', label: 'POA date', alsoCalled: ['POA'] },
  { field: 'expected_mrr', kind: 'money', label: 'Expected MRR', alsoCalled: ['MRR'] },
  { field: 'expected_arr', kind: 'money', label: 'Expected ARR', alsoCalled: ['ARR'] },
  { field: 'pipeline', kind: 'money', label: 'Pipeline', alsoCalled: ['Pipe'] },
  { field: 'type_of_deal', kind: 'text', label: 'Type of deal', alsoCalled: ['Type'] },
  // The writer's own spelling; one person's spellings are united where a whole dataset is seen (record set).
  { field: 'bdr', kind: 'text', label: 'BDR', alsoCalled: ['Partner'] },
  { field: 'type_of_source', kind: 'text', label: 'Type of source', alsoCalled: ['Source'] },
  { field: 'product', kind: 'text', label: 'Product', alsoCalled: [] },
  { field: 'owner', kind: 'text', label: 'Owner', alsoCalled: ['AE', 'Account executive'] },
  { field: 'supporters', kind: 'text', label: 'Supporters', alsoCalled: [] },
  { field: 'billing_start', kind: 'date', label: 'Billing start', alsoCalled: [] },
] as const satisfies readonly {
  readonly field: string;
  readonly kind: 'text' | 'date' | 'money';
  readonly label: string;
  /** What the console, and another spelling of the sheet, call it; headers may say this as well. */
  readonly alsoCalled: readonly string[];
  /** Nothing is `""`, not null. */
  readonly isNeverNull?: true;
}[];

/** An entry of the columns of the sheet. */
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

/** What a column holds: text, calendar dates or amounts. */
export type SheetColumnKind = SheetColumn['kind'];

/** A column of the sheet. */
export type DealField = SheetColumn['field'];

type FieldOf<Kind extends SheetColumnKind> = Extract<SheetColumn, { readonly kind: Kind }>['field'];

/** A column that holds text. */
export type TextColumn = FieldOf<'text'>;

/** A column that holds dates. */
export type DateColumn = FieldOf<'date'>;

/** A column that holds amounts. */
export type MoneyColumn = FieldOf<'money'>;

/** Names of the columns, in the order of the sheet. */
export const DEAL_FIELDS: readonly DealField[] = SHEET_COLUMNS.map(({ field }) => field);

/** Columns that hold text. */
export const TEXT_COLUMNS = fieldsOf('text');

/** Columns that hold calendar dates. */
export const DATE_COLUMNS = fieldsOf('date');

/** Columns that hold amounts. */
export const MONEY_COLUMNS = fieldsOf('money');

/** The header of each column in the sheet. */
export const DEAL_LABELS = Object.fromEntries(
  SHEET_COLUMNS.map(({ field, label }) => [field, label]),
) as Readonly<Record<DealField, string>>;

function fieldsOf<Kind extends SheetColumnKind>(kind: Kind): readonly FieldOf<Kind>[] {
  return SHEET_COLUMNS.filter((column) => column.kind === kind).map(({ field }) => field as FieldOf<Kind>);
}
