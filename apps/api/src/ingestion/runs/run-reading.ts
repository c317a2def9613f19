import type { ChooseReading, RunReading } from '@app/contracts';
import { type DealField, foldMapping, SEPARATORS_BY_NAME, type SheetChoices } from '@app/domain';
import type { StoredReading } from '../../views/view-reading.js';

/** How a run was told to read its file, as it is stored: a header may be called what no key of a document may. */
export interface StoredRunReading extends Omit<RunReading, 'columns'> {
  readonly columns: readonly (readonly [header: string, field: DealField | null])[] | null;
}

/** The choices of reading of a run whose file was read as it seemed best. */
export const NOTHING_SAID: StoredRunReading = {
  encoding: null,
  separator: null,
  header_row: null,
  date_order: null,
  sheet: null,
  columns: null,
};

/** What a request says. */
export const toStoredReading = ({ columns = null, ...said }: ChooseReading): StoredRunReading => ({
  encoding: said.encoding ?? null,
  separator: said.separator ?? null,
  header_row: said.header_row ?? null,
  date_order: said.date_order ?? null,
  sheet: said.sheet?.trim() ? said.sheet : null,
  columns: columns && Object.entries(columns),
});

/** As the API answers it. */
export const toRunReading = ({ columns, ...reading }: StoredRunReading): RunReading => ({
  ...reading,
  columns: columns && Object.fromEntries(columns),
});

/** How a file is read: as the run was told, else as its view is, else as it seems best. */
export const choicesOf = (view: StoredReading, run: StoredRunReading): SheetChoices => ({
  encoding: run.encoding ?? view.encoding,
  separator: separatorOf(run) ?? separatorOf(view),
  headerRow: run.header_row,
  toldDateOrder: run.date_order ?? view.dateOrder,
  columns: { ...view.columns, ...columnsOf(run) },
});

/** What a view remembers of a run that was told; null when it was told nothing that lasts. */
export function rememberedOf(view: StoredReading, run: StoredRunReading): Partial<StoredReading> | null {
  const { encoding, separator, date_order: dateOrder, columns } = run;
  const said = [encoding, separator, dateOrder, columns];
  if (said.every((each) => each === null)) return null;
  return {
    encoding: encoding ?? view.encoding,
    separator: separator ?? view.separator,
    dateOrder: dateOrder ?? view.dateOrder,
    columns: { ...view.columns, ...columnsOf(run) },
  };
}

const columnsOf = ({ columns }: StoredRunReading) => foldMapping(Object.fromEntries(columns ?? []));

const separatorOf = ({ separator }: Pick<StoredReading, 'separator'>) =>
  separator && SEPARATORS_BY_NAME[separator];
