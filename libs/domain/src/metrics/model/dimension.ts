/** What a breakdown can be made by. */
export const DIMENSIONS = [
  'month',
  'owner',
  'bdr',
  'source_group',
  'stage',
  'product',
  'type_of_deal',
] as const;

/** One of {@link DIMENSIONS}. */
export type Dimension = (typeof DIMENSIONS)[number];
