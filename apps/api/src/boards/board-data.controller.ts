import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type BoardData, type BoardRecords, LookUpDeals } from '@app/contracts';
import type { BoardKind } from '@app/domain';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes, Unchanged } from '../openapi/answers.js';
import { AS_OF } from '../questions/question-parameters.js';
import { BoardParameter } from '../saved-boards/board-parameter.js';
import { MOST_DEALS } from '../saved-boards/board-faults.js';
import type { StoredView } from '../views/stored-view.js';
import { BOARD_DATA, BOARD_RECORDS } from './board-data.examples.js';
import { BoardDataService } from './board-data.service.js';
import { DealLookupService } from './deal-lookup.service.js';
import { lookedUpDeals } from './looked-up-deals.js';

const BOARD = { asOf: AS_OF };
type BoardArguments = QueryValues<typeof BOARD>;

@ApiTags('boards')
@Controller('views/:viewId/boards')
export class BoardDataController {
  constructor(
    private readonly data: BoardDataService,
    private readonly lookup: DealLookupService,
  ) {}

  @Get(':board')
  @ViewAccess()
  @BoardParameter()
  @Describe(
    'All deals of a board in its default order, and its goals.',
    'The same for everybody: what somebody made of it is under preferences.',
  )
  @Answers(200, 'BoardData', { description: 'The deals and the goals.', example: BOARD_DATA })
  @Unchanged()
  @Problems(400)
  readBoard(
    @CurrentView() view: StoredView,
    @Param('board') board: BoardKind,
    @ReadQuery(BOARD) { asOf }: BoardArguments,
  ): Promise<KeyedAnswer<BoardData>> {
    return this.data.of(view, board, asOf);
  }

  @Post(':board/lookup')
  @HttpCode(200)
  @BodyOf({ bytes: 4 * 1_024 * 1_024, values: 4 * MOST_DEALS })
  @ViewAccess()
  @BoardParameter()
  @Describe(
    'What became of saved deals that a board shows no more.',
    'The deals of the data that are not on the board and have one of the ids, or one of the clients (names match folded); of a client the last 50 of the sheet. A saved deal that none of them is has left the data.',
  )
  @Takes('LookUpDeals', { deals: [{ id: BOARD_RECORDS.deals[0]?.id, client: 'Acme Corp' }] })
  @Answers(200, 'BoardRecords', { description: 'The deals.', example: BOARD_RECORDS })
  @Problems(400, 403)
  lookUpDeals(
    @CurrentView() view: StoredView,
    @Param('board') board: BoardKind,
    @ReadQuery(BOARD) { asOf }: BoardArguments,
    @CheckedBody() { deals }: LookUpDeals,
  ): Promise<BoardRecords> {
    return this.lookup.of(view, board, lookedUpDeals(deals), asOf);
  }
}
