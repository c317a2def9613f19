import { Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type AsherPov, type BoardVersionContent, type BoardVersionPage, SaveAsherPov } from '@app/contracts';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentUser, CurrentView, PovOwner, Requires } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { revisionTag } from '../http/if-match.js';
import { CheckedBody } from '../http/validation.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { povBoard } from '../saved-boards/board-place.js';
import { authorOf, BOARD_BODY, IfMatchBoard, VersionParameter } from '../saved-boards/board-routes.js';
import type { CurrentBoard } from '../saved-boards/current-board.js';
import { ASHER_POV, BOARD_VERSION, BOARD_VERSION_CONTENT } from '../saved-boards/saved-boards.examples.js';
import { SavedBoardsService } from '../saved-boards/saved-boards.service.js';
import type { StoredView } from '../views/stored-view.js';

@ApiTags('boards')
@Controller('views/:viewId/asher-pov')
export class AsherPovController {
  constructor(private readonly boards: SavedBoardsService) {}

  @Get()
  @Requires('read_pov')
  @Describe("Asher's point of view: Closing Projections as its owner sees them.")
  @Answers(200, 'AsherPov', {
    description: 'The board; `ETag` names its revision.',
    example: ASHER_POV,
    hasRevision: true,
  })
  async readAsherPov(
    @CurrentView() view: StoredView,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AsherPov> {
    return answered(await this.boards.current(povBoard(view.id)), reply);
  }

  @Put()
  @BodyOf(BOARD_BODY)
  @PovOwner()
  @IfMatchBoard()
  @Describe(
    'Save the point of view.',
    'The whole board in its order. Keys that the product does not know stay. What was there before stays a version.',
  )
  @Takes('SaveAsherPov', { preferences: ASHER_POV.preferences, note: ASHER_POV.note })
  @Answers(200, 'AsherPov', { description: 'The board as it is now.', example: ASHER_POV, hasRevision: true })
  @Problems(400, 412)
  async saveAsherPov(
    @CurrentView() view: StoredView,
    @CurrentUser() user: Asker,
    @CheckedBody() board: SaveAsherPov,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AsherPov> {
    return answered(await this.boards.save(povBoard(view.id), board, authorOf(user, tag, unless)), reply);
  }

  @Delete()
  @HttpCode(204)
  @PovOwner()
  @IfMatchBoard()
  @Describe('Reset the point of view to the default board.', 'What it was stays a version.')
  @Answers(204, null)
  @Problems(400, 412)
  async resetAsherPov(
    @CurrentView() { id }: StoredView,
    @CurrentUser() user: Asker,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
  ): Promise<void> {
    await this.boards.reset(povBoard(id), authorOf(user, tag, unless));
  }

  @Get('versions')
  @Requires('read_pov')
  @Describe('The last 50 states of the point of view.', 'Newest first: each save, reset and restore.')
  @Answers(200, 'BoardVersionPage', { description: 'All of them.', example: wholePage([BOARD_VERSION]) })
  async listAsherPovVersions(@CurrentView() { id }: StoredView): Promise<BoardVersionPage> {
    return wholePage(await this.boards.versionsOf(povBoard(id)));
  }

  @Get('versions/:version')
  @Requires('read_pov')
  @VersionParameter()
  @Describe('A state that the point of view had.')
  @Answers(200, 'BoardVersionContent', { description: 'The state.', example: BOARD_VERSION_CONTENT })
  readAsherPovVersion(
    @CurrentView() { id }: StoredView,
    @Param('version') version: string,
  ): Promise<BoardVersionContent> {
    return this.boards.version(povBoard(id), version);
  }

  @Post('versions/:version/restore')
  @HttpCode(200)
  @PovOwner()
  @VersionParameter()
  @IfMatchBoard()
  @Describe('Bring back a state of the point of view.', 'As a new save, with the note that it had.')
  @Answers(200, 'AsherPov', { description: 'The board as it is now.', example: ASHER_POV, hasRevision: true })
  @Problems(400, 412)
  async restoreAsherPov(
    @CurrentView() view: StoredView,
    @CurrentUser() user: Asker,
    @Param('version') version: string,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AsherPov> {
    return answered(
      await this.boards.restore(povBoard(view.id), version, authorOf(user, tag, unless)),
      reply,
    );
  }
}

function answered({ answer, savedBy, note }: CurrentBoard, reply: FastifyReply): AsherPov {
  reply.header('ETag', revisionTag(answer.revision));
  return { ...answer, saved_by: savedBy, note };
}
