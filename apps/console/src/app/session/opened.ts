/** What a list or a number can be narrowed to: one row of a table. */
const ONLY_FIELDS = [
  'owner',
  'bdr',
  'source_group',
  'stage',
  'product',
  'type_of_deal',
  'relevance',
] as const;

/** One row of a table: only its records. */
export interface Only {
  field: (typeof ONLY_FIELDS)[number];
  /** Key of the row; `''` is unassigned. */
  value: string;
}

/** A number that is open in the drawer: a metric over the period, or over another part of time or of people. */
export interface Opened {
  metric: string;
  /** A month `YYYY-MM` of the period, a half-year `YYYY-H2`, or null for the whole period. */
  part: string | null;
  /** The row it was opened from; null for the whole number. */
  only: Only | null;
}

/** A deal that is open: its id is unique within its view. */
export interface OpenedDeal {
  viewId: string;
  id: string;
}

/** A list of deals that is open: the records of a data-quality finding, or of a column of a board. */
export interface OpenedList {
  kind: 'finding' | 'column';
  /** Code of the finding, name of the column. */
  id: string;
}

/** Parameters of the address that belong to the drawer, all closed. */
export const NOTHING_OPEN = {
  explain: null,
  part: null,
  only: null,
  finding: null,
  column: null,
  deal: null,
  by: null,
  sort: null,
} as const;

/** As it stands in the address: `owner:camille`, `bdr:` for unassigned. */
export function onlyParameter(only: Only | null): string | null {
  return only && `${only.field}:${only.value}`;
}

/** Reads an address; null when it names no row. */
export function onlyOf(text: string | null): Only | null {
  const [name, value] = halves(text);
  const field = ONLY_FIELDS.find((each) => each === name);
  return field && value !== undefined ? { field, value } : null;
}

/** Reads `<view id>:<deal id>`; null when it names no deal. */
export function dealOf(text: string | null): OpenedDeal | null {
  const [viewId, id] = halves(text);
  return viewId && id ? { viewId, id } : null;
}

/** What stands before and after the first colon. */
function halves(text: string | null): [string?, string?] {
  const at = text?.indexOf(':') ?? -1;
  return text === null || at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)];
}
