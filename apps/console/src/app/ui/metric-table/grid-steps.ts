/** A cell of a grid: row 0 is the header, the last row may be the totals. */
export interface GridCell {
  row: number;
  column: number;
}

/** How far a grid goes. */
export interface GridSize {
  rows: number;
  columns: number;
}

const PAGE = 10;

/** The cell that a key moves to, as in a spreadsheet; null for keys that the grid does not handle. */
export function stepOf(
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  from: GridCell,
  size: GridSize,
): GridCell | null {
  const step = STEPS[key];
  return step ? within(step(from, size, ctrlKey), size) : null;
}

/** The cell itself, or the nearest one that the grid has. */
export function within({ row, column }: GridCell, { rows, columns }: GridSize): GridCell {
  return { row: clamp(row, rows), column: clamp(column, columns) };
}

const clamp = (at: number, count: number) => Math.min(Math.max(at, 0), Math.max(count - 1, 0));

const STEPS: Partial<Record<string, (from: GridCell, size: GridSize, ctrl: boolean) => GridCell>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  Home: ({ row }, _, ctrl) => ({ row: ctrl ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, ctrl) => ({ row: ctrl ? rows - 1 : row, column: columns - 1 }),
};
