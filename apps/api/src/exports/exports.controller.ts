import { Controller, Get, Param, Query as QueryOf, Res, UseGuards } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { BOARD_COLUMN_IDS, DIMENSIONS, SCREEN_NAMES } from '@app/domain';
import type { FastifyReply } from 'fastify';
import {
  AsOfParameter,
  QuestionParameters,
  ClientQuery,
  FilterParameters,
  FindingParameter,
  MetricParameter,
  SortParameter,
} from '../questions/question-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { Query } from '../http/query-reader.js';
import { Describe, Problems } from '../openapi/answers.js';
import { AgainstParameter } from '../screens/against-parameter.js';
import type { StoredView } from '../views/stored-view.js';
import { AnswersFile } from './export-answers.js';
import { BREAKDOWN_CSV, RECORDS_CSV, TABLE_CSV } from './exports.examples.js';
import { ExportTurns } from './export-turns.js';
import { ExportsService } from './exports.service.js';
import { LIST_COLUMNS } from './list-columns.js';
import { sendExport } from './send-export.js';

const LIKE_THE_SHEET =
  'The whole list, normalised, under the headers of the sheet: it can be imported again. Columns that are asked for ' +
  'come first, in their order. On a master, the first column names the view. Text that a spreadsheet would run as a ' +
  'formula is guarded with an apostrophe. An Excel sheet holds 1,048,575 records and 32,767 characters a cell: more ' +
  'records are refused, a longer text is shortened and says so.';

const ListColumnsParameter = () =>
  ApiQuery({
    name: 'columns',
    required: false,
    isArray: true,
    enum: LIST_COLUMNS,
    description: 'The columns that a list shows, repeated in their order; the others of the sheet follow.',
    example: ['client', 'stage', 'weighted'],
  });

@ApiTags('exports')
@Controller('views/:viewId')
@UseGuards(ExportTurns)
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get('records/export')
  @ViewAccess()
  @Describe('The deals of a view, as a file.', LIKE_THE_SHEET)
  @ClientQuery()
  @AsOfParameter()
  @FilterParameters()
  @SortParameter()
  @ListColumnsParameter()
  @AnswersFile('The deals.', RECORDS_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  async exportRecords(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(reply, await this.exports.ofRecords(view, query));
  }

  @Get('analytics/records/export')
  @ViewAccess()
  @Describe('The records behind a number, as a file.', LIKE_THE_SHEET)
  @MetricParameter()
  @QuestionParameters()
  @SortParameter()
  @ListColumnsParameter()
  @AnswersFile('The records.', RECORDS_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  async exportRecordsBehindMetric(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(reply, await this.exports.ofRecordsBehind(view, query));
  }

  @Get('analytics/breakdown/export')
  @ViewAccess()
  @Describe('A breakdown as a file.', 'One row a part, unrounded, and the total.')
  @MetricParameter()
  @ApiQuery({ name: 'by', required: true, enum: DIMENSIONS, description: 'What it is broken down by.' })
  @QuestionParameters()
  @AnswersFile('The rows and their total.', BREAKDOWN_CSV)
  @Problems(400, 429)
  async exportBreakdown(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(reply, await this.exports.ofBreakdown(view, query));
  }

  @Get('findings/:code/records/export')
  @ViewAccess()
  @Describe('The records of a finding, as a file.', LIKE_THE_SHEET)
  @FindingParameter()
  @AsOfParameter()
  @FilterParameters()
  @SortParameter()
  @ListColumnsParameter()
  @AnswersFile('The records.', RECORDS_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  async exportFindingRecords(
    @CurrentView() view: StoredView,
    @Param('code') code: string,
    @QueryOf() query: Query,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(reply, await this.exports.ofFinding(view, code, query));
  }

  @Get('board-columns/:column/records/export')
  @ViewAccess()
  @Describe('The deals of a column of a board, as a file.', LIKE_THE_SHEET)
  @ApiParam({ name: 'column', description: 'Id of a column.', enum: BOARD_COLUMN_IDS, example: 'legal' })
  @AsOfParameter()
  @FilterParameters()
  @SortParameter()
  @ListColumnsParameter()
  @AnswersFile('The deals.', RECORDS_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  async column(
    @CurrentView() view: StoredView,
    @Param('column') column: string,
    @QueryOf() query: Query,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(reply, await this.exports.ofColumn(view, column, query));
  }

  @Get('screens/:screen/export')
  @ViewAccess()
  @Describe(
    'A table of a screen, as a file.',
    'One row a month, person or source, unrounded, and the totals.',
  )
  @ApiParam({ name: 'screen', description: 'The screen.', example: 'meetings-attended', enum: SCREEN_NAMES })
  @ApiQuery({
    name: 'table',
    required: true,
    enum: ['months', 'sources', 'bdrs', 'owners', 'partners', 'cumulative', 'revenue_by_month'],
    description: 'The table, by the name it has in the answer of the screen.',
    example: 'owners',
  })
  @ApiQuery({
    name: 'columns',
    required: false,
    isArray: true,
    type: String,
    description: 'Ids of the columns that are shown, repeated in their order. Default: all of the table.',
    example: ['intros.attended', 'poa.generated'],
  })
  @ApiQuery({
    name: 'sort',
    required: false,
    type: String,
    description:
      'Id of a column, or "label", with a leading "-" for descending. Default: the order of the answer.',
    example: '-intros.attended',
  })
  @QuestionParameters()
  @AgainstParameter()
  @AnswersFile('The rows and their totals.', TABLE_CSV)
  @Problems(400, 429)
  async exportScreenTable(
    @CurrentView() view: StoredView,
    @Param('screen') screen: string,
    @QueryOf() query: Query,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendExport(reply, await this.exports.ofScreen(view, screen, query));
  }
}
