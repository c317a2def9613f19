import { Controller, HttpCode, Param, Post, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExportBoard, ExportDuel } from '@app/contracts';
import type { BoardKind } from '@app/domain';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { ReadQuery } from '../http/query-parameters.js';
import { CheckedBody } from '../http/validation.js';
import { Describe, Problems, Takes } from '../openapi/answers.js';
import { BoardParameter } from '../saved-boards/board-parameter.js';
import { BOARD_BODY } from '../saved-boards/board-routes.js';
import { BOARD_PREFERENCES } from '../saved-boards/saved-boards.examples.js';
import type { StoredView } from '../views/stored-view.js';
import { BoardExportsService } from './board-exports.service.js';
import { AnswersFile } from './export-answers.js';
import { type FileArguments, FILES } from './export-parameters.js';
import { ExportTurns } from './export-turns.guard.js';
import { BOARD_CSV, DUEL_CSV } from './exports.examples.js';
import type { Export } from './exports.service.js';
import { SendExport } from './send-export.interceptor.js';

@ApiTags('exports')
@Controller('views/:viewId/boards')
@UseGuards(ExportTurns)
@UseInterceptors(SendExport)
export class BoardExportsController {
  constructor(private readonly exports: BoardExportsService) {}

  @Post(':board/export')
  @HttpCode(200)
  @BodyOf(BOARD_BODY)
  @ViewAccess()
  @BoardParameter()
  @Describe(
    'A board as a file, also one that is not saved.',
    'What it shows in its order, then what is hidden, then saved deals that it shows no more, with what became of them. These two count nowhere: their money stands under Not counted, so that the sums of Value and Projected are the board’s. Nothing is stored.',
  )
  @Takes('ExportBoard', {
    preferences: BOARD_PREFERENCES.preferences,
    column: 'next_14_days',
    owner: ['Jane Smith'],
    name: 'Asher POV',
  })
  @AnswersFile('The deals.', BOARD_CSV)
  @Problems(400, 403, 429)
  exportBoard(
    @CurrentView() view: StoredView,
    @Param('board') board: BoardKind,
    @ReadQuery(FILES.board) query: FileArguments<'board'>,
    @CheckedBody() body: ExportBoard,
  ): Promise<Export> {
    return this.exports.of(view, board, body, query);
  }

  @Post('duel/export')
  @HttpCode(200)
  @BodyOf({ ...BOARD_BODY, bytes: 2 * BOARD_BODY.bytes, values: 2 * BOARD_BODY.values })
  @ViewAccess()
  @Describe(
    'Two boards of Closing Projections against each other, as a file.',
    'The deals that they see differently, the most money in dispute first, then what their totals differ by. Nothing is stored.',
  )
  @Takes('ExportDuel', {
    left: BOARD_PREFERENCES.preferences,
    right: null,
    left_name: 'My board',
    right_name: 'Default',
    owner: ['Jane Smith'],
  })
  @AnswersFile('The deals in dispute.', DUEL_CSV)
  @Problems(400, 403, 429)
  exportDuel(
    @CurrentView() view: StoredView,
    @ReadQuery(FILES.board) query: FileArguments<'board'>,
    @CheckedBody() body: ExportDuel,
  ): Promise<Export> {
    return this.exports.ofDuel(view, body, query);
  }
}
