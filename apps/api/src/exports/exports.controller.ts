import { applyDecorators, Controller, Get, Param, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { SCREEN_NAMES, type ScreenName } from '@app/domain';
import { FindingParameter } from '../attention/finding-parameter.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { ReadQuery } from '../http/query-parameters.js';
import { Describe, Problems } from '../openapi/answers.js';
import { ColumnParameter, OfScreen } from '../screens/path-parameters.js';
import type { StoredView } from '../views/stored-view.js';
import { AnswersFile } from './export-answers.js';
import { BREAKDOWN_CSV, RECORDS_CSV, TABLE_CSV } from './exports.examples.js';
import { ExportTurns } from './export-turns.guard.js';
import { type FileArguments, FILES } from './export-parameters.js';
import { type Export, ExportsService } from './exports.service.js';
import { SendExport } from './send-export.interceptor.js';

const LIKE_THE_SHEET =
  'The whole list, normalised, under the headers of the sheet: it can be imported again. Columns that are asked for ' +
  'come first, in their order. On a master, the first column names the view. Text that a spreadsheet would run as a ' +
  'formula is guarded with an apostrophe. An Excel sheet holds 1,048,575 records and 32,767 characters a cell: more ' +
  'records are refused, a longer text is shortened and says so.';

const ListFile = (summary: string, answer: string) =>
  applyDecorators(
    ViewAccess(),
    Describe(summary, LIKE_THE_SHEET),
    AnswersFile(answer, RECORDS_CSV),
    Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429),
  );

@ApiTags('exports')
@Controller('views/:viewId')
@UseGuards(ExportTurns)
@UseInterceptors(SendExport)
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('records/export')
  @ListFile('The deals of a view, as a file.', 'The deals.')
  exportRecords(
    @CurrentView() view: StoredView,
    @ReadQuery(FILES.records) query: FileArguments<'records'>,
  ): Promise<Export> {
    return this.exports.ofRecords(view, query);
  }

  @Get('analytics/records/export')
  @ListFile('The records behind a number, as a file.', 'The records.')
  exportRecordsBehindMetric(
    @CurrentView() view: StoredView,
    @ReadQuery(FILES.recordsBehind) query: FileArguments<'recordsBehind'>,
  ): Promise<Export> {
    return this.exports.ofRecordsBehind(view, query);
  }

  @Get('analytics/breakdown/export')
  @ViewAccess()
  @Describe('A breakdown as a file.', 'One row a part, unrounded, and the total.')
  @AnswersFile('The rows and their total.', BREAKDOWN_CSV)
  @Problems(400, 429)
  exportBreakdown(
    @CurrentView() view: StoredView,
    @ReadQuery(FILES.breakdown) query: FileArguments<'breakdown'>,
  ): Promise<Export> {
    return this.exports.ofBreakdown(view, query);
  }

  @Get('findings/:code/records/export')
  @ListFile('The records of a finding, as a file.', 'The records.')
  @FindingParameter()
  exportFindingRecords(
    @CurrentView() view: StoredView,
    @Param('code') code: string,
    @ReadQuery(FILES.finding) query: FileArguments<'finding'>,
  ): Promise<Export> {
    return this.exports.ofFinding(view, code, query);
  }

  @Get('board-columns/:column/records/export')
  @ListFile('The deals of a column of a board, as a file.', 'The deals.')
  @ColumnParameter()
  column(
    @CurrentView() view: StoredView,
    @Param('column') column: string,
    @ReadQuery(FILES.column) query: FileArguments<'column'>,
  ): Promise<Export> {
    return this.exports.ofColumn(view, column, query);
  }

  @Get('screens/:screen/export')
  @ViewAccess()
  @Describe(
    'A table of a screen, as a file.',
    'One row a month, person or source, unrounded, and the totals.',
  )
  @OfScreen()
  @ApiParam({ name: 'screen', description: 'The screen.', example: 'meetings-attended', enum: SCREEN_NAMES })
  @AnswersFile('The rows and their totals.', TABLE_CSV)
  @Problems(400, 429)
  exportScreenTable(
    @CurrentView() view: StoredView,
    @Param('screen') screen: ScreenName,
    @ReadQuery(FILES.screen) query: FileArguments<'screen'>,
  ): Promise<Export> {
    return this.exports.ofScreen(view, screen, query);
  }
}
