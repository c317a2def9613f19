import { Injectable } from '@nestjs/common';
import { isoDay, type Period, type ScreenName } from '@app/domain';
import { AnalyticsService, BREAKDOWN } from '../analytics/analytics.service.js';
import { RECORDS_BEHIND, RecordsBehindService } from '../analytics/records-behind.service.js';
import { FINDING_RECORDS, FindingsService } from '../attention/findings.service.js';
import { badField } from '../http/problem.js';
import { parameter, type QueryValues } from '../http/query-parameters.js';
import { BoardColumnsService, COLUMN_RECORDS } from '../screens/board-columns.service.js';
import { SCREEN } from '../questions/screen-question.js';
import { TABLE_NAMES } from '../screens/screen-tables.js';
import { ScreensService } from '../screens/screens.service.js';
import type { RecordList } from '../sales-records/record-pages.service.js';
import { RECORDS, SalesRecordsService } from '../sales-records/sales-records.service.js';
import type { StoredView } from '../views/stored-view.js';
import { EXPORT_FORMATS, type ExportFormat, FORMAT } from './export-formats.js';
import type { ExportTable } from './export-table.js';
import { fileName } from './file-name.js';
import { listColumns, SHOWN_COLUMNS } from './list-columns.js';
import { breakdownTable, numberTable } from './number-table.js';
import { RecordExportsService } from './record-exports.service.js';
import { TABLE_VIEW, tableAsShown } from './table-view.js';

const LIST = { format: FORMAT, columns: SHOWN_COLUMNS };

/** What is asked of each file: the same as of the answer in JSON, without its pages, and how the file is to be. */
export const FILES = {
  records: { ...RECORDS, ...LIST },
  recordsBehind: { ...RECORDS_BEHIND, ...LIST },
  finding: { ...FINDING_RECORDS, ...LIST },
  column: { ...COLUMN_RECORDS, ...LIST },
  breakdown: { ...BREAKDOWN, format: FORMAT },
  screen: {
    table: parameter(
      {
        name: 'table',
        required: true,
        enum: [...TABLE_NAMES],
        description: 'The table, by the name it has in the answer of the screen.',
        example: 'owners',
      },
      (read, name) => read.required(name),
    ),
    ...TABLE_VIEW,
    ...SCREEN,
    format: FORMAT,
  },
};

/** What is read of the query for a file. */
export type FileQuery<Name extends keyof typeof FILES> = QueryValues<(typeof FILES)[Name]>;

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

  async ofRecords(view: StoredView, query: FileQuery<'records'>): Promise<Export> {
    return this.list(view, query, { list: await this.records.list(query), what: 'records' });
  }

  async ofRecordsBehind(view: StoredView, query: FileQuery<'recordsBehind'>): Promise<Export> {
    const { metric, period } = query;
    return this.list(view, query, {
      list: await this.behind.list(query),
      what: metric,
      days: daysOf(period),
    });
  }

  async ofFinding(view: StoredView, code: string, query: FileQuery<'finding'>): Promise<Export> {
    return this.list(view, query, { list: await this.findings.recordList(code, query), what: code });
  }

  async ofColumn(view: StoredView, column: string, query: FileQuery<'column'>): Promise<Export> {
    return this.list(view, query, { list: await this.columns.recordList(column, query), what: column });
  }

  async ofBreakdown(view: StoredView, query: FileQuery<'breakdown'>): Promise<Export> {
    const { compute } = await this.analytics.breakdownQuestion(view, query);
    const breakdown = compute();
    const { metric, by } = breakdown;
    const name = fileName(view.name, metric, `by ${by.replaceAll('_', ' ')}`, ...daysOf(query.period));
    return { name, format: EXPORT_FORMATS[query.format], table: breakdownTable(breakdown) };
  }

  async ofScreen(view: StoredView, screen: ScreenName, query: FileQuery<'screen'>): Promise<Export> {
    const tables = await this.screens.tables(view, screen, await this.screens.questionOf(query));
    const table = tables.get(query.table);
    if (!table)
      throw badField('table', `table must be one of ${[...tables.keys()].join(', ')} on this screen.`);
    const name = fileName(view.name, screen, query.table, ...daysOf(query.period));
    const shown = numberTable(tableAsShown(table, query));
    return { name, format: EXPORT_FORMATS[query.format], table: shown };
  }

  private async list(
    view: StoredView,
    query: QueryValues<typeof LIST>,
    { list, what, days = [isoDay(list.clock.asOf)] }: { list: RecordList; what: string; days?: string[] },
  ): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const columns = listColumns(query.columns, view.isMaster);
    const table = await this.exports.table(view, list, { format, columns });
    return { name: fileName(view.name, what, ...days), format, table };
  }
}

const daysOf = ({ from, to }: Period): string[] => [isoDay(from), isoDay(to)];
