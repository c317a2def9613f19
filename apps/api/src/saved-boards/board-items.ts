import { type BoardKind, columnsOfBoard } from '@app/domain';

/** Every board there is. */
export const BOARD_KINDS: readonly BoardKind[] = ['projections', 'pipeline'];

/** Names of columns in older shapes: they are read, so they are checked. */
const OLDER_COLUMNS: Readonly<Record<BoardKind, readonly string[]>> = {
  projections: ['next14', 'next30', 'next60'],
  pipeline: [],
};

type Keyed = Readonly<Record<string, unknown>>;

/** The columns that a board has, whatever they hold, each with its path. */
export const columnsIn = (
  board: BoardKind,
  preferences: Keyed,
  field: string,
): (readonly [path: string, list: unknown])[] =>
  [...columnsOfBoard(board).map(({ id }) => id), ...OLDER_COLUMNS[board]]
    .filter((column) => preferences[column] !== undefined)
    .map((column) => [`${field}.${column}`, preferences[column]] as const);

/** All entries of its columns, each with its path, such as `preferences.intro.3`. */
export const itemsOf = (
  board: BoardKind,
  preferences: Keyed,
  field: string,
): (readonly [path: string, item: unknown])[] =>
  columnsIn(board, preferences, field).flatMap(([path, list]) =>
    Array.isArray(list) ? list.map((item: unknown, at) => [`${path}.${at}`, item] as const) : [],
  );

export const isItem = (item: unknown): item is Keyed =>
  typeof item === 'object' && item !== null && !Array.isArray(item);
