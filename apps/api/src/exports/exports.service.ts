import { Injectable } from '@nestjs/common';
import { isoDay, isScreenName } from '@app/domain';
import { AnalyticsService, BREAKDOWN_PARAMETERS } from '../analytics/analytics.service.js';
import { BEHIND_PARAMETERS, RecordsBehindService } from '../analytics/records-behind.service.js';
import { FINDING_RECORDS_PARAMETERS, FindingsService } from '../attention/findings.service.js';
import { badField, notFound } from '../http/problem.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { BoardColumnsService, COLUMN_RECORDS_PARAMETERS } from '../screens/board-columns.service.js';
import { SCREEN_PARAMETERS } from '../questions/screen-question.js';
import { ScreensService } from '../screens/screens.service.js';
import type { RecordList } from '../sales-records/record-pages.service.js';
import { RECORDS_PARAMETERS, SalesRecordsService } from '../sales-records/sales-records.service.js';
import type { StoredView } from '../views/stored-view.js';
import { type ExportFormat, readFormat } from './export-formats.js';
import type { ExportTable } from './export-table.js';
import { fileName } from './file-name.js';
import { readListColumns } from './list-columns.js';
import { breakdownTable, numberTable } from './number-table.js';
import { RecordExportsService } from './record-exports.service.js';
import { TABLE_VIEW_PARAMETERS, tableAsShown } from './table-view.js';

/** A file that is ready to be sent. */
export interface Export {
  readonly name: string;
  readonly format: ExportFormat;
  readonly table: ExportTable;
}

/** What the API answers as JSON, as files: the same questions, the same numbers, lists whole. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly exports: RecordExportsService,
    private readonly records: SalesRecordsService,
    private readonly behind: RecordsBehindService,
    private readonly findings: FindingsService,
    private readonly columns: BoardColumnsService,
    private readonly analytics: AnalyticsService,
    private readonly screens: ScreensService,
  ) {}

  async ofRecords(view: StoredView, query: Query): Promise<Export> {
    const read = listQuestion(query, RECORDS_PARAMETERS);
    return this.list(view, read, { list: await this.records.list(read), what: 'records' });
  }

  async ofRecordsBehind(view: StoredView, query: Query): Promise<Export> {
    const read = listQuestion(query, BEHIND_PARAMETERS);
    const what = read.required('metric');
    return this.list(view, read, { list: await this.behind.list(read), what, days: daysOf(read) });
  }

  async ofFinding(view: StoredView, code: string, query: Query): Promise<Export> {
    const read = listQuestion(query, FINDING_RECORDS_PARAMETERS);
    return this.list(view, read, { list: await this.findings.recordList(code, read), what: code });
  }

  async ofColumn(view: StoredView, column: string, query: Query): Promise<Export> {
    const read = listQuestion(query, COLUMN_RECORDS_PARAMETERS);
    return this.list(view, read, { list: await this.columns.recordList(column, read), what: column });
  }

  async ofBreakdown(view: StoredView, query: Query): Promise<Export> {
    const { read, format } = fileQuestion(query, BREAKDOWN_PARAMETERS);
    const { compute } = await this.analytics.breakdownQuestion(view, read);
    const breakdown = compute();
    const { metric, by } = breakdown;
    const name = fileName(view.name, metric, `by ${by.replaceAll('_', ' ')}`, ...daysOf(read));
    return { name, format, table: breakdownTable(breakdown) };
  }

  async ofScreen(view: StoredView, screen: string, query: Query): Promise<Export> {
    if (!isScreenName(screen)) throw notFound(`There is no screen ${JSON.stringify(screen)}.`);
    const { read, format } = fileQuestion(query, [...SCREEN_PARAMETERS, 'table', ...TABLE_VIEW_PARAMETERS]);
    const tables = await this.screens.tables(view, screen, await this.screens.questionOf(read));
    const which = read.required('table');
    const table = tables.get(which);
    if (!table)
      throw badField('table', `table must be one of ${[...tables.keys()].join(', ')} on this screen.`);
    const shown = numberTable(tableAsShown(table, read));
    return { name: fileName(view.name, screen, which, ...daysOf(read)), format, table: shown };
  }

  private async list(
    view: StoredView,
    read: QueryReader,
    { list, what, days = [isoDay(list.clock.asOf)] }: { list: RecordList; what: string; days?: string[] },
  ): Promise<Export> {
    const [format, columns] = [readFormat(read), readListColumns(read, view.isMaster)];
    const table = await this.exports.table(view, list, { format, columns });
    return { name: fileName(view.name, what, ...days), format, table };
  }
}

const listQuestion = (query: Query, parameters: readonly string[]): QueryReader =>
  new QueryReader(query, [...parameters, 'format', 'columns']);

function fileQuestion(
  query: Query,
  parameters: readonly string[],
): { read: QueryReader; format: ExportFormat } {
  const read = new QueryReader(query, [...parameters, 'format']);
  return { read, format: readFormat(read) };
}

const daysOf = (read: QueryReader): string[] => [
  isoDay(read.requiredDate('from')),
  isoDay(read.requiredDate('to')),
];
