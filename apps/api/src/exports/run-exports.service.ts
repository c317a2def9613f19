import { Injectable } from '@nestjs/common';
import type { DoubtfulMatch, RunChange, RunDuplicate, RunFinding } from '@app/contracts';
import {
  type ExportColumn,
  findingAdvice,
  findingCause,
  type RowDifference,
  SHEET_COLUMNS,
} from '@app/domain';
import { RunChangesService } from '../ingestion/run-changes.service.js';
import { RunListsService } from '../ingestion/run-lists.service.js';
import type { StoredView } from '../views/stored-view.js';
import { checkRows, EXPORT_FORMATS } from './export-formats.js';
import type { FileArguments } from './export-parameters.js';
import type { ExportRow, ExportTable } from './export-table.js';
import type { Export } from './exports.service.js';
import { fileName, onlyOf } from './file-name.js';

const FINDING_COLUMNS: readonly ExportColumn[] = [
  { label: 'Row', kind: 'count' },
  { label: 'Client', kind: 'text' },
  { label: 'Column', kind: 'text' },
  { label: 'Value', kind: 'text' },
  { label: 'Deal value', kind: 'money' },
  { label: 'What to do', kind: 'text' },
  { label: 'Kind', kind: 'text' },
  { label: 'Code', kind: 'text' },
];
const DUPLICATE_COLUMNS: readonly ExportColumn[] = [
  { label: 'Row', kind: 'count' },
  { label: 'Client', kind: 'text' },
  { label: 'Stage', kind: 'text' },
  { label: 'Value', kind: 'money' },
  { label: 'Merged into row', kind: 'count' },
  { label: 'Differs in', kind: 'text' },
  { label: 'Deal', kind: 'text' },
];
const MATCH_COLUMNS: readonly ExportColumn[] = [
  { label: 'Row', kind: 'count' },
  { label: 'Client', kind: 'text' },
  { label: 'Stage before', kind: 'text' },
  { label: 'Stage', kind: 'text' },
  { label: 'Taken for it by', kind: 'text' },
  { label: 'Alike', kind: 'count' },
  { label: 'Deal', kind: 'text' },
];
const CHANGE_COLUMNS: readonly ExportColumn[] = [
  { label: 'Change', kind: 'text' },
  { label: 'Client', kind: 'text' },
  { label: 'Stage', kind: 'text' },
  { label: 'Value', kind: 'money' },
  { label: 'Column', kind: 'text' },
  { label: 'Before', kind: 'text' },
  { label: 'After', kind: 'text' },
  { label: 'Deal', kind: 'text' },
];
const CHANGES_A_BATCH = 1000;

/** The lists of a run's report as files, whole, for whoever puts the sheet right. */
@Injectable()
export class RunExportsService {
  constructor(
    private readonly lists: RunListsService,
    private readonly runChanges: RunChangesService,
  ) {}

  async ofFindings(view: StoredView, run: string, query: FileArguments<'runFindings'>): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const { batches, total } = await this.lists.allFindings(view, run, query);
    checkRows(format, total);
    const table = { columns: FINDING_COLUMNS, batches: rowsOf(batches, findingRow) };
    const name = fileName(view.name, 'to put right', onlyOf([query.code, query.column]));
    return { name, sheet: 'To put right', format, table };
  }

  async ofDuplicates(view: StoredView, run: string, query: FileArguments<'runDuplicates'>): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const { batches, total } = await this.lists.allDuplicates(view, run);
    checkRows(format, total);
    const table = { columns: DUPLICATE_COLUMNS, batches: rowsOf(batches, duplicateRow) };
    return { name: fileName(view.name, 'rows removed'), sheet: 'Merged rows', format, table };
  }

  async ofMatches(view: StoredView, run: string, query: FileArguments<'runMatches'>): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const { batches, total } = await this.lists.allMatches(view, run);
    checkRows(format, total);
    const table = { columns: MATCH_COLUMNS, batches: rowsOf(batches, matchRow) };
    return { name: fileName(view.name, 'doubtful matches'), sheet: 'Doubtful matches', format, table };
  }

  async ofChanges(view: StoredView, run: string, query: FileArguments<'runChanges'>): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const { changes, countRows } = await this.runChanges.all(view, run, query);
    if (Number.isFinite(format.maxRows)) checkRows(format, await countRows());
    const table = { columns: CHANGE_COLUMNS, batches: changeRows(changes) };
    return { name: fileName(view.name, 'changes', query.kind ?? ''), sheet: 'Changes', format, table };
  }
}

async function* changeRows(changes: AsyncGenerator<RunChange>): ExportTable['batches'] {
  let batch: ExportRow[] = [];
  for await (const change of changes) {
    batch.push(...rowsOfChange(change));
    if (batch.length < CHANGES_A_BATCH) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

const ONE_ROW = [{ field: null, before: null, after: null }];

const rowsOfChange = ({ kind, client, stage, value, deal_id, fields }: RunChange): ExportRow[] =>
  (fields ?? ONE_ROW).map(({ field, before, after }) => [
    kind,
    client,
    stage,
    value,
    field === null ? null : (HEADERS.get(field) ?? field),
    written(before),
    written(after),
    deal_id,
  ]);

const written = (value: string | number | null) => (value === null ? null : String(value));

async function* rowsOf<Entry>(
  batches: AsyncGenerator<readonly Entry[]>,
  rowOf: (entry: Entry) => ExportRow,
): ExportTable['batches'] {
  for await (const entries of batches) yield entries.map(rowOf);
}

const HEADERS = new Map<string, string>(SHEET_COLUMNS.map(({ field, label }) => [field, label]));

const findingRow = (finding: RunFinding): ExportRow => [
  finding.row,
  finding.client,
  finding.column === null ? null : (HEADERS.get(finding.column) ?? finding.column),
  finding.value,
  finding.deal_value ?? finding.sum,
  findingAdvice(finding),
  findingCause(finding.code, finding.column).title,
  finding.code,
];

const duplicateRow = (duplicate: RunDuplicate): ExportRow => [
  duplicate.row,
  duplicate.client,
  duplicate.stage,
  duplicate.value,
  duplicate.kept_row,
  duplicate.differences?.map(difference).join('; ') ?? null,
  duplicate.deal_id,
];

const difference = ({ field, removed, kept }: RowDifference): string =>
  `${HEADERS.get(field) ?? field}: ${removed ?? 'empty'}, kept ${kept ?? 'empty'}`;

const TAKEN_BY: Readonly<Record<DoubtfulMatch['why'], string>> = {
  client_alone: 'Client alone',
  several_alike: 'One of several alike',
};

const matchRow = ({
  row,
  client,
  stage_before,
  stage_after,
  why,
  alike,
  deal_id,
}: DoubtfulMatch): ExportRow => [row, client, stage_before, stage_after, TAKEN_BY[why], alike, deal_id];
