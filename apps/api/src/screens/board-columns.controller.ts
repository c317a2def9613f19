import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DealRecordPage } from '@app/contracts';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import { PAGE } from '../sales-records/record-parameters.js';
import { RECORD_PAGE } from '../sales-records/sales-records.examples.js';
import type { StoredView } from '../views/stored-view.js';
import { COLUMN_RECORDS } from './board-column-parameters.js';
import { BoardColumnsService } from './board-columns.service.js';
import { ColumnParameter } from './path-parameters.js';

const COLUMN_RECORDS_PAGE = { ...COLUMN_RECORDS, ...PAGE };

@ApiTags('screens')
@Controller('views/:viewId/board-columns')
export class BoardColumnsController {
  constructor(private readonly columns: BoardColumnsService) {}

  @Get(':column/records')
  @ViewAccess()
  @Describe('All deals of a column of a board.', 'In the order of the column unless sort says otherwise.')
  @ColumnParameter()
  @Answers(200, 'DealRecordPage', { description: 'The deals.', example: RECORD_PAGE })
  @Unchanged()
  @Problems(400, 409)
  listBoardColumnRecords(
    @CurrentView() view: StoredView,
    @Param('column') column: string,
    @ReadQuery(COLUMN_RECORDS_PAGE) query: QueryValues<typeof COLUMN_RECORDS_PAGE>,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.columns.records(view, column, query);
  }
}
