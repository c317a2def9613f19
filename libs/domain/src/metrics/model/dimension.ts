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
