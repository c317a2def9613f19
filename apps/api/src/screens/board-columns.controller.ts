import { Controller, Get, Param, Query as QueryOf } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { DealRecordPage } from '@app/contracts';
import { BOARD_COLUMN_IDS } from '@app/domain';
import { AsOfParameter, FilterParameters, PageParameters } from '../questions/question-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
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
  listBoardColumnRecords(
    @CurrentView() view: StoredView,
    @Param('column') column: string,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.columns.records(view, column, query);
  }
}
