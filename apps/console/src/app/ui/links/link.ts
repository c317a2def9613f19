import type { NumberId } from '@app/contracts';
import { FILTER_FIELDS, type FilterField } from '@app/domain/filters';

/** A restriction to the records of a table row or of a filter option. */
export interface Only {
  field: FilterField;
  /** Key of the row; `''` is unassigned. */
  value: string;
}

/** What a link leads to: a metric of the catalogue, a finding of the data, a column of a board, or one deal. */
type LinkKind = 'explain' | 'finding' | 'column' | 'deal';

/**
 * What a number is made of, in addition to what the whole page shows (view, period, people, as-of date): all that is
 * needed to show the records behind it. A link is opened, exported and shared by this alone.
 */
export interface DrawerLink {
  kind: LinkKind;
  /** Id of the metric, code of the finding, id of the column, `<view>:<deal>`. */
  id: string;
  /** A month `YYYY-MM` of the period, a half-year `YYYY-H2`, or null for the whole period. */
  part: string | null;
  /** All its restrictions; two of the same field are alternatives. */
  only: readonly Only[];
  /** Order of its records, `field` or `-field`, where the reader chose one. */
  sort: string | null;
}

/** Restrictions and order of a link, where it has them. */
export type Narrowing = Partial<Pick<DrawerLink, 'part' | 'only' | 'sort'>>;

const link = (
  kind: LinkKind,
  id: string,
  { part = null, only = [], sort = null }: Narrowing = {},
): DrawerLink => ({
  kind,
  id,
  part,
  only,
  sort,
});

/** A number of the catalogue. */
export const metricLink = (metric: NumberId, narrowing?: Narrowing): DrawerLink =>
  link('explain', metric, narrowing);

/** The records of a data-quality finding. */
export const findingLink = (code: string): DrawerLink => link('finding', code);

/** The deals of a column of a board. */
export const columnLink = (column: string, narrowing?: Narrowing): DrawerLink =>
  link('column', column, narrowing);

/** One deal; its id is unique within its view. */
export const dealLink = ({ view_id, id }: { view_id: string; id: string }): DrawerLink =>
  link('deal', `${view_id}:${id}`);

/** A link narrowed further: it keeps its restrictions, and the new one replaces an earlier one of the same field. */
export const narrowed = (from: DrawerLink, by: Only): DrawerLink => ({
  ...from,
  only: [...from.only.filter(({ field }) => field !== by.field), by],
});

/** The parameters of the address that belong to the drawer, all cleared. */
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

/** A link as written in the address: `only=owner:camille`, `only=bdr:` for unassigned, repeated for several. */
export function linkParameters({
  kind,
  id,
  part,
  only,
  sort,
}: DrawerLink): Record<string, string | string[]> {
  return {
    [kind]: id,
    ...(part === null ? {} : { part }),
    ...(only.length > 0 ? { only: only.map(({ field, value }) => `${field}:${value}`) } : {}),
    ...(sort === null ? {} : { sort }),
  };
}

/** The same as one string, which identifies a link on its page. */
export function markOf(link: DrawerLink): string {
  const pairs = Object.entries(linkParameters(link)).flatMap(([name, value]) =>
    [value].flat().map((each) => [name, each]),
  );
  return new URLSearchParams(pairs).toString();
}

/** A deal is shown on top of the list that it was opened from. */
const KINDS: readonly LinkKind[] = ['deal', 'finding', 'column', 'explain'];

/** The link that is open in an address; null for none. The list reads its sort order itself. */
export function linkOf(parameters: {
  get(name: string): string | null;
  getAll(name: string): string[];
}): DrawerLink | null {
  const open = KINDS.map((kind) => link(kind, parameters.get(kind) ?? '')).find(
    (each) => each.id !== '' && (each.kind !== 'deal' || dealOf(each) !== null),
  );
  if (!open) return null;
  const only = parameters.getAll('only').flatMap((text) => onlyOf(text) ?? []);
  return { ...open, part: parameters.get('part'), only };
}

/** Restrictions as filters of the API: names may repeat, an empty value is "unassigned". */
export function filtersOf(only: readonly Only[]): Record<string, string[]> {
  const filters: Record<string, string[]> = {};
  for (const { field, value } of only) (filters[field] ??= []).push(value);
  return filters;
}

/** Reads `owner:camille`; null when it names no row. */
function onlyOf(text: string): Only | null {
  const [name, value] = halves(text);
  const field = FILTER_FIELDS.find((each) => each === name);
  return field && value !== undefined ? { field, value } : null;
}

/** Reads `<view id>:<deal id>`; null when it names no deal. */
export function dealOf({ kind, id }: DrawerLink): { viewId: string; id: string } | null {
  const [viewId, dealId] = kind === 'deal' ? halves(id) : [];
  return viewId && dealId ? { viewId, id: dealId } : null;
}

/** The text before and after the first colon. */
function halves(text: string): [string?, string?] {
  const at = text.indexOf(':');
  return at < 0 ? [] : [text.slice(0, at), text.slice(at + 1)];
}
