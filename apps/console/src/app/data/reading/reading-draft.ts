import type { ChooseReading, IngestionRun, RunReport } from '@app/contracts';
import { DEAL_FIELDS, type DealField } from '@app/domain/deal';

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
type ReadReport = Pick<RunReport, 'unknown_columns' | 'proposals' | 'missing_columns'>;

/** How the run was told to read its file, with what is proposed for headers that nobody said anything about. */
export function draftOf({ reading }: ReadRun, { unknown_columns, proposals }: ReadReport): ReadingDraft {
  const told = Object.entries(reading.columns ?? {}).map(([header, field]) => [header, field ?? ''] as const);
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
export function isOtherReading(draft: ReadingDraft, run: ReadRun): boolean {
  const asTold = draftOf(run, { unknown_columns: [], proposals: [], missing_columns: [] });
  const written = (choices: ReadingChoices) =>
    JSON.stringify({ ...choices, columns: Object.entries(choices.columns ?? {}).sort() });
  return written(choicesOf(draft, run)) !== written(choicesOf(asTold, run));
}

/** The columns that a header may be: those that the sheet does not have, and that no other header is chosen for. */
export function freeColumns(
  draft: ReadingDraft,
  header: string,
  { reading }: ReadRun,
  { missing_columns }: ReadReport,
): DealField[] {
  const told = Object.values(reading.columns ?? {});
  const others = Object.entries(draft.columns)
    .filter(([other]) => other !== header)
    .map(([, field]) => field);
  const isFree = (field: DealField) => missing_columns.includes(field) || told.includes(field);
  return DEAL_FIELDS.filter((field) => isFree(field) && !others.includes(field));
}
