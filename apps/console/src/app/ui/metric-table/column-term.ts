import type { TableColumn } from '@app/contracts';

/** Columns that are no number of the catalogue and whose heads are words of the definitions, by the same id. */
const WORDS: readonly string[] = ['goal', 'progress'];

/** What the head of a column stands for in the definitions; null where they do not have it. */
export const termOfColumn = ({ id, metric }: Pick<TableColumn, 'id' | 'metric'>): string | null =>
  metric ?? (WORDS.includes(id) ? id : null);
