import { Injectable } from '@nestjs/common';
import {
  type Filters,
  isMetricId,
  isoDay,
  metricOf,
  type NumberId,
  type Period,
  type ScreenName,
} from '@app/domain';
import { AnalyticsService } from '../analytics/analytics.service.js';
import { RecordsBehindService } from '../analytics/records-behind.service.js';
import { FindingsService } from '../attention/findings.service.js';
import { refusedField } from '../refusals/refusal.js';
import { BoardColumnsService } from '../screens/board-columns.service.js';
import { ScreensService } from '../screens/screens.service.js';
import type { RecordList } from '../sales-records/record-pages.service.js';
import { SalesRecordsService } from '../sales-records/sales-records.service.js';
import type { StoredView } from '../views/stored-view.js';
import { EXPORT_FORMATS, type ExportFormat } from './export-formats.js';
import type { FileArguments, ListArguments } from './export-parameters.js';
import type { ExportTable } from './export-table.js';
import { columnsOf, fileName, onlyOf } from './file-name.js';
import { listColumns } from './list-columns.js';
import { breakdownTable, numberTable } from './number-table.js';
import { RecordExportsService } from './record-exports.service.js';
import { tableAsShown } from './table-view.js';

/** A file that is ready to be sent. */
export interface Export {
  readonly name: string;
  /** What the sheet of a workbook is called. */
  readonly sheet: string;
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

  async ofRecords(view: StoredView, query: FileArguments<'records'>): Promise<Export> {
    const list = await this.records.list(query);
    return this.list(view, query, { list, what: 'records', search: query.search });
  }

  async ofRecordsBehind(view: StoredView, query: FileArguments<'recordsBehind'>): Promise<Export> {
    const { metric, period } = query;
    return this.list(view, query, {
      list: await this.behind.list(query),
      what: metric,
      sheet: titleOf(metric),
      days: daysOf(period),
    });
  }

  async ofFinding(view: StoredView, code: string, query: FileArguments<'finding'>): Promise<Export> {
    return this.list(view, query, { list: await this.findings.recordList(code, query), what: code });
  }

  async ofColumn(view: StoredView, column: string, query: FileArguments<'column'>): Promise<Export> {
    return this.list(view, query, { list: await this.columns.recordList(column, query), what: column });
  }

  async ofBreakdown(view: StoredView, query: FileArguments<'breakdown'>): Promise<Export> {
    const { compute } = await this.analytics.breakdownQuestion(view, query);
    const breakdown = compute();
    const { metric, by } = breakdown;
    const wanted = [`by ${by.replaceAll('_', ' ')}`, filteredBy(query.filters)];
    const name = fileName(view.name, metric, ...wanted, ...daysOf(query.period));
    const sheet = `${titleOf(metric)} by ${by.replaceAll('_', ' ')}`;
    return {
      name,
      sheet,
      format: EXPORT_FORMATS[query.format],
      table: breakdownTable(breakdown, query.sort),
    };
  }

  async ofScreen(view: StoredView, screen: ScreenName, query: FileArguments<'screen'>): Promise<Export> {
    const tables = await this.screens.tables(view, screen, await this.screens.questionOf(query));
    const table = tables.get(query.table);
    if (!table)
      throw refusedField('table', `table must be one of ${[...tables.keys()].join(', ')} on this screen.`);
    const filtered = filteredBy(query.filters);
    const shown = tableAsShown(table, query);
    const part = columnsOf(shown.columns, table.columns);
    const name = fileName(view.name, screen, query.table, part, filtered, ...daysOf(query.period));
    const sheet = `${screen} ${query.table}`;
    return { name, sheet, format: EXPORT_FORMATS[query.format], table: numberTable(shown) };
  }

  private async list(
    view: StoredView,
    query: ListArguments & { readonly filters: Filters },
    { list, what, sheet = what, search = null, days = [isoDay(list.clock.asOf)] }: ListFile,
  ): Promise<Export> {
    const format = EXPORT_FORMATS[query.format];
    const columns = listColumns(query.columns, view.isMaster);
    const table = await this.exports.table(view, list, { format, columns });
    const name = fileName(view.name, what, filteredBy(query.filters, search), ...days);
    return { name, sheet, format, table };
  }
}

/** A list, and what its file is called. */
interface ListFile {
  readonly list: RecordList;
  readonly what: string;
  readonly sheet?: string;
  /** Part of a client, where only such are listed. */
  readonly search?: string | null;
  readonly days?: readonly string[];
}

/** What was searched for comes first: it narrows the list the most. */
const filteredBy = (filters: Filters, search: string | null = null): string =>
  onlyOf([search === '' ? null : search, ...Object.values(filters).flat()]);

/** A figure of a screen has no name of its own. */
const titleOf = (id: NumberId): string => (isMetricId(id) ? metricOf(id).label : id);

const daysOf = ({ from, to }: Period): string[] => [isoDay(from), isoDay(to)];
