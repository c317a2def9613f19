import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type BoardPreferences,
  type BoardVersionContent,
  type BoardVersionPage,
  SaveBoard,
} from '@app/contracts';
import type { BoardKind } from '@app/domain';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentUser, CurrentView, Requires } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { revisionTag } from '../http/if-match.js';
import { CheckedBody } from '../http/validation.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { BoardParameter } from '../saved-boards/board-parameter.js';
import { ownBoard } from '../saved-boards/board-place.js';
import { authorOf, BOARD_BODY, IfMatchBoard, VersionParameter } from '../saved-boards/board-routes.js';
import type { CurrentBoard } from '../saved-boards/current-board.js';
import {
  BOARD_PREFERENCES,
  BOARD_VERSION,
  BOARD_VERSION_CONTENT,
  PIPELINE,
} from '../saved-boards/saved-boards.examples.js';
import { SavedBoardsService } from '../saved-boards/saved-boards.service.js';
import type { StoredView } from '../views/stored-view.js';

@ApiTags('boards')
@Controller('views/:viewId/preferences/:board')
@BoardParameter()
export class PreferencesController {
  constructor(private readonly boards: SavedBoardsService) {}

  @Get()
  @Requires('keep_board')
  @Describe('The own board of the person who asks, in one view.', 'Nobody else reads or writes it.')
  @Answers(200, 'BoardPreferences', {
    description: 'The board; `ETag` names its revision.',
    example: BOARD_PREFERENCES,
    hasRevision: true,
  })
  async readOwnBoard(
    @CurrentView() { id }: StoredView,
    @CurrentUser() user: Asker,
    @Param('board') board: BoardKind,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardPreferences> {
    return answered(await this.boards.current(ownBoard(board, id, user.id)), reply);
  }

  @Put()
  @BodyOf(BOARD_BODY)
  @Requires('keep_board')
  @IfMatchBoard()
  @Describe(
    'Save the own board.',
    'The whole board in its order; deals that are left out are saved no more. Keys that the product does not know stay. What was there before stays a version.',
  )
  @Takes('SaveBoard', { preferences: BOARD_PREFERENCES.preferences }, { pipeline: { preferences: PIPELINE } })
  @Answers(200, 'BoardPreferences', {
    description: 'The board as it is now.',
    example: BOARD_PREFERENCES,
    hasRevision: true,
  })
  @Problems(400, 403, 412)
  async saveOwnBoard(
    @CurrentView() { id }: StoredView,
    @CurrentUser() user: Asker,
    @Param('board') board: BoardKind,
    @CheckedBody() { preferences }: SaveBoard,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardPreferences> {
    const author = authorOf(user, tag, unless);
    return answered(await this.boards.save(ownBoard(board, id, user.id), { preferences }, author), reply);
  }

  @Delete()
  @HttpCode(204)
  @Requires('keep_board')
  @IfMatchBoard()
  @Describe('Reset the own board to its defaults.', 'What it was stays a version.')
  @Answers(204, null)
  @Problems(400, 403, 412)
  async resetOwnBoard(
    @CurrentView() { id }: StoredView,
    @CurrentUser() user: Asker,
    @Param('board') board: BoardKind,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
  ): Promise<void> {
    await this.boards.reset(ownBoard(board, id, user.id), authorOf(user, tag, unless));
  }

  @Get('versions')
  @Requires('keep_board')
  @Describe('The last 50 states of the own board.', 'Newest first: each save, reset and restore.')
  @Answers(200, 'BoardVersionPage', { description: 'All of them.', example: wholePage([BOARD_VERSION]) })
  async listOwnBoardVersions(
    @CurrentView() { id }: StoredView,
    @CurrentUser() user: Asker,
    @Param('board') board: BoardKind,
  ): Promise<BoardVersionPage> {
    return wholePage(await this.boards.versionsOf(ownBoard(board, id, user.id)));
  }

  @Get('versions/:version')
  @Requires('keep_board')
  @VersionParameter()
  @Describe('A state that the own board had.')
  @Answers(200, 'BoardVersionContent', { description: 'The state.', example: BOARD_VERSION_CONTENT })
  readOwnBoardVersion(
    @CurrentView() { id }: StoredView,
    @CurrentUser() user: Asker,
    @Param('board') board: BoardKind,
    @Param('version') version: string,
  ): Promise<BoardVersionContent> {
    return this.boards.version(ownBoard(board, id, user.id), version);
  }

  @Post('versions/:version/restore')
  @HttpCode(200)
  @Requires('keep_board')
  @VersionParameter()
  @IfMatchBoard()
  @Describe('Bring back a state of the own board.', 'As a new save.')
  @Answers(200, 'BoardPreferences', {
    description: 'The board as it is now.',
    example: BOARD_PREFERENCES,
    hasRevision: true,
  })
  @Problems(400, 403, 412)
  async restoreOwnBoard(
    @CurrentView() { id }: StoredView,
    @CurrentUser() user: Asker,
    @Param('board') board: BoardKind,
    @Param('version') version: string,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BoardPreferences> {
    const author = authorOf(user, tag, unless);
    return answered(await this.boards.restore(ownBoard(board, id, user.id), version, author), reply);
  }
}

function answered({ answer }: CurrentBoard, reply: FastifyReply): BoardPreferences {
  reply.header('ETag', revisionTag(answer.revision));
  return answer;
}
