import type { Page } from '@app/contracts';

/** A list that is always answered whole: a handful of items. */
export const wholePage = <Item>(items: Item[]): Page<Item> => ({
  items,
  next_cursor: null,
  total: items.length,
});
