import { Injectable } from '@nestjs/common';
import type { DuplicateRow, ImportFinding } from '@app/contracts';
import { type ExportColumn, SHEET_COLUMNS } from '@app/domain';
import { RunListsService } from '../ingestion/run-lists.service.js';
import type { StoredView } from '../views/stored-view.js';
import { checkRows, EXPORT_FORMATS } from './export-formats.js';
import type { FileArguments } from './export-parameters.js';
import type { ExportRow, ExportTable } from './export-table.js';
import type { Export } from './exports.service.js';
import { fileName } from './file-name.js';

const FINDING_COLUMNS: readonly ExportColumn[] = [
  { label: 'Row', kind: 'count' },
  { label: 'Column', kind: 'text' },
  { label: 'Value', kind: 'text' },
  { label: 'What to do', kind: 'text' },
  { label: 'Kind', kind: 'text' },
];
const DUPLICATE_COLUMNS: readonly ExportColumn[] = [
  { label: 'Row', kind: 'count' },
  { label: 'Client', kind: 'text' },
  { label: 'Stage', kind: 'text' },
  { label: 'Value', kind: 'money' },
];

/** The lists of a run's report as files, whole, for whoever puts the sheet right. */
@Injectable()
export class RunExportsService {
  constructor(private readonly lists: RunListsService) {}

  async ofFindings(view: StoredView, run: string, query: FileArguments<'runFindings'>): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const { batches, total } = await this.lists.allFindings(view, run, query);
    checkRows(format, total);
    const table = { columns: FINDING_COLUMNS, batches: rowsOf(batches, findingRow) };
    return { name: fileName(view.name, 'to put right'), format, table };
  }

  async ofDuplicates(view: StoredView, run: string, query: FileArguments<'runDuplicates'>): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const { batches, total } = await this.lists.allDuplicates(view, run);
    checkRows(format, total);
    const table = { columns: DUPLICATE_COLUMNS, batches: rowsOf(batches, duplicateRow) };
    return { name: fileName(view.name, 'rows removed'), format, table };
  }
}

async function* rowsOf<Entry>(
  batches: AsyncGenerator<readonly Entry[]>,
  rowOf: (entry: Entry) => ExportRow,
): ExportTable['batches'] {
  for await (const entries of batches) yield entries.map(rowOf);
}

const HEADERS = new Map<string, string>(SHEET_COLUMNS.map(({ field, label }) => [field, label]));

const findingRow = ({ row, column, value, message, code }: ImportFinding): ExportRow => [
  row,
  column === null ? null : (HEADERS.get(column) ?? column),
  value,
  message,
  code,
];

const duplicateRow = ({ row, client, stage, value }: DuplicateRow): ExportRow => [row, client, stage, value];
