import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TABLE = join(import.meta.dirname, '..', 'integration', 'permission-matrix.txt');

/**
 * What a cell of the table may say: the caller gets in, or why not. `ok`: whatever comes of the request itself, nothing
 * was refused because of who asks. `csrf`: a 403 for want of the token of a browser. 404: of the view, as if it did not
 * exist.
 */
const CELLS = ['ok', '401', '403', '404', 'csrf'] as const;
export type Cell = (typeof CELLS)[number];

/** An operation, as `GET /api/views/{viewId}`, with what each caller gets. */
export interface PermissionRow {
  readonly name: string;
  readonly cells: ReadonlyMap<string, Cell>;
}

/**
 * The table that people read and keep: permission-matrix.txt.
 *
 * @throws Error for a row that has not a known cell for every caller
 */
export function readPermissions(): { callers: readonly string[]; rows: readonly PermissionRow[] } {
  const [head = '', ...lines] = readFileSync(TABLE, 'utf8').trimEnd().split('\n');
  const callers = head.trim().split(/\s+/);
  return { callers, rows: lines.map((line) => rowOf(line, callers)) };
}

function rowOf(line: string, callers: readonly string[]): PermissionRow {
  const [method = '', path = '', ...cells] = line.trim().split(/\s+/);
  const known = cells.filter((cell): cell is Cell => (CELLS as readonly string[]).includes(cell));
  if (cells.length !== callers.length || known.length !== callers.length)
    throw new Error(`This row is none of ${callers.length} cells of ${CELLS.join(', ')}: ${line}`);
  return {
    name: `${method} ${path}`,
    cells: new Map(callers.map((caller, at) => [caller, known[at] ?? 'ok'])),
  };
}
