import type { ChooseReading, IngestionRun, RunReport } from '@app/contracts';
import { DEAL_FIELDS, type DealField } from '@app/domain/deal';
import { headerKey } from '@app/domain/ingest';

/** What a person says about how a file is written; null leaves it to the product. */
export type ReadingChoices = Required<ChooseReading>;

/** What the form says about how a file is written; `''` leaves it to the product. */
export interface ReadingDraft {
  sheet: string;
  encoding: NonNullable<ChooseReading['encoding']> | '';
  separator: NonNullable<ChooseReading['separator']> | '';
  headerRow: string;
  dateOrder: NonNullable<ChooseReading['date_order']> | '';
  /** Which column each header is; `''` is none. */
  columns: Readonly<Record<string, DealField | ''>>;
}

type ReadRun = Pick<IngestionRun, 'reading'>;
type ReadReport = Pick<RunReport, 'unknown_columns' | 'proposals' | 'missing_columns' | 'first_rows'>;

/**
 * How the run was told to read its file, with what is proposed for headers that nobody said anything about. What was
 * said of headers that this reading does not have is left out: they were those of another row.
 */
export function draftOf({ reading }: ReadRun, report: ReadReport): ReadingDraft {
  const { unknown_columns, proposals } = report;
  const isThere = headersOf(report);
  const told = Object.entries(reading.columns ?? {})
    .filter(([header]) => isThere(header))
    .map(([header, field]) => [header, field ?? ''] as const);
  const isTold = new Set(told.map(([header]) => header));
  const proposed = new Map(proposals.map(({ header, field }) => [header, field]));
  const unknown = unknown_columns
    .filter((header) => !isTold.has(header))
    .map((header) => [header, proposed.get(header) ?? ''] as const);
  return {
    sheet: reading.sheet ?? '',
    encoding: reading.encoding ?? '',
    separator: reading.separator ?? '',
    headerRow: reading.header_row === null ? '' : String(reading.header_row),
    dateOrder: reading.date_order ?? '',
    columns: Object.fromEntries([...told, ...unknown]),
  };
}

/** The draft as the API takes it. Headers that nobody ever said anything about are left out. */
export function choicesOf(draft: ReadingDraft, { reading }: ReadRun): ReadingChoices {
  const said = Object.entries(draft.columns).filter(
    ([header, field]) => field !== '' || (reading.columns !== null && header in reading.columns),
  );
  return {
    sheet: draft.sheet || null,
    encoding: draft.encoding || null,
    separator: draft.separator || null,
    header_row: draft.headerRow === '' ? null : Number(draft.headerRow),
    date_order: draft.dateOrder || null,
    columns: Object.fromEntries(said.map(([header, field]) => [header, field === '' ? null : field])),
  };
}

/** Whether reading again with the draft would be another reading than the last one. */
export function isOtherReading(draft: ReadingDraft, run: ReadRun, report: ReadReport): boolean {
  const asTold = draftOf(run, { ...report, unknown_columns: [], proposals: [] });
  const written = (choices: ReadingChoices) =>
    JSON.stringify({ ...choices, columns: Object.entries(choices.columns ?? {}).sort() });
  return written(choicesOf(draft, run)) !== written(choicesOf(asTold, run));
}

/** The columns that a header may be: its own, and those that neither the sheet nor another header has. */
export function freeColumns(
  draft: ReadingDraft,
  header: string,
  { reading }: ReadRun,
  { missing_columns }: ReadReport,
): DealField[] {
  const told = Object.entries(reading.columns ?? {})
    .filter(([each]) => each in draft.columns)
    .map(([, field]) => field);
  const others = Object.entries(draft.columns)
    .filter(([other]) => other !== header)
    .map(([, field]) => field);
  const isFree = (field: DealField) => missing_columns.includes(field) || told.includes(field);
  const isOwn = (field: DealField) => draft.columns[header] === field;
  return DEAL_FIELDS.filter((field) => isOwn(field) || (isFree(field) && !others.includes(field)));
}

/** Two headers that are chosen for one column; null where there are none. */
interface Clash {
  field: DealField;
  headers: readonly [string, string];
}

/** The first column that two headers are chosen for: only one of them could be read. */
export function clashOf({ columns }: ReadingDraft): Clash | null {
  const headers = new Map<DealField, string>();
  for (const [header, field] of Object.entries(columns)) {
    if (field === '') continue;
    const other = headers.get(field);
    if (other !== undefined) return { field, headers: [other, header] };
    headers.set(field, header);
  }
  return null;
}

/** The report names so many cells of a header at most, and so many characters of each. */
const CELLS = 50;
const LONGEST = 200;

/** Whether a reading has a header. Of one whose header is not known whole, it has every one. */
function headersOf({ first_rows: { header } }: ReadReport): (header: string) => boolean {
  if (header.length === 0 || header.length >= CELLS) return () => true;
  const keyOf = (name: string) => headerKey(name.slice(0, LONGEST));
  const keys = new Set(header.map(keyOf));
  return (name) => keys.has(keyOf(name));
}
