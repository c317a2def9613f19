import { Controller, Get, Param, Query as QueryOf, Req, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { BOARD_COLUMN_IDS } from '@app/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AsOfParameter, FilterParameters, PageParameters } from '../questions/question-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { sendKeyed } from '../http/cached-answer.js';
import type { Query } from '../http/query-reader.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import { RECORD_PAGE } from '../sales-records/sales-records.examples.js';
import type { StoredView } from '../views/stored-view.js';
import { BoardColumnsService } from './board-columns.service.js';

@ApiTags('screens')
@Controller('views/:viewId/board-columns')
export class BoardColumnsController {
  constructor(private readonly columns: BoardColumnsService) {}

  @Get(':column/records')
  @ViewAccess()
  @Describe('All deals of a column of a board.', 'In the order of the column unless sort says otherwise.')
  @ApiParam({ name: 'column', description: 'Id of a column.', enum: BOARD_COLUMN_IDS, example: 'legal' })
  @AsOfParameter()
  @FilterParameters()
  @PageParameters()
  @Answers(200, 'DealRecordPage', { description: 'The deals.', example: RECORD_PAGE })
  @Unchanged()
  @Problems(400, 409)
  async listBoardColumnRecords(
    @CurrentView() view: StoredView,
    @Param('column') column: string,
    @QueryOf() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeyed(request, reply, await this.columns.records(view, column, query));
  }
}
