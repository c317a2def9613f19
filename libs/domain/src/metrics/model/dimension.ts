/** The dimensions, in the order in which they are offered. */
export const DIMENSIONS = [
  'month',
  'owner',
  'bdr',
  'source_group',
  'stage',
  'product',
  'type_of_deal',
] as const;

/** What a breakdown can be made by. */
export type Dimension = (typeof DIMENSIONS)[number];

/** What the rows of a table of numbers stand for: those of a short period are its days or weeks. */
export type RowKind = Dimension | 'day' | 'week';

/** What a dimension is called where there is room, as in an exported file. */
export const DIMENSION_LABELS = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  owner: 'AE',
  bdr: 'BDR',
  source_group: 'Source group',
  stage: 'Stage',
  product: 'Product',
  type_of_deal: 'Type of deal',
} as const satisfies Readonly<Record<RowKind, string>>;

/** The same where there is little room: buttons and tables on a screen. */
export const SHORT_DIMENSION_LABELS = {
  ...DIMENSION_LABELS,
  source_group: 'Source',
  type_of_deal: 'Type',
} as const satisfies Readonly<Record<RowKind, string>>;

/** Whether rows are steps of the calendar, oldest first. */
export const isByDate = (by: RowKind): by is 'day' | 'week' | 'month' =>
  by === 'day' || by === 'week' || by === 'month';
