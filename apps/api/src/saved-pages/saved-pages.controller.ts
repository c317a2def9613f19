import {
  applyDecorators,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  Put,
  Res,
} from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { type SavedPage, type SavedPagePage, SavePage } from '@app/contracts';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentUser, CurrentView, Requires, type StoredView } from '../auth/rules.js';
import { expectedRevisions, revisionTag, unwantedRevisions } from '../http/if-match.js';
import { CheckedBody } from '../http/validation.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { EXAMPLE_SAVE_PAGE, EXAMPLE_SAVED_PAGE } from './saved-pages.examples.js';
import { SavedPagesService } from './saved-pages.service.js';

const SavedPageParameter = () =>
  ApiParam({
    name: 'savedPageId',
    type: String,
    description: 'Id of a saved page.',
    example: EXAMPLE_SAVED_PAGE.id,
  });

const IfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The revision that the change was made on; without it the change meets whatever is there.',
    example: revisionTag(EXAMPLE_SAVED_PAGE.revision),
  });

const AnswersPage = (status: number, description: string) =>
  applyDecorators(
    Answers(status, 'SavedPage', { description, example: EXAMPLE_SAVED_PAGE, hasRevision: true }),
  );

const TAKEN = 'Another one of the same person in the view has the name, or the person has 50 there.';

@ApiTags('saved pages')
@Controller()
export class SavedPagesController {
  constructor(private readonly pages: SavedPagesService) {}

  @Get('saved-pages')
  @Requires('read_saved_pages')
  @Describe(
    'Pages that were saved with period, comparison and filters.',
    'Those of the one who asks, and those that others share, in the views that the one who asks opens; by name.',
  )
  @Answers(200, 'SavedPagePage', { description: 'All of them.', example: wholePage([EXAMPLE_SAVED_PAGE]) })
  async listSavedPages(@CurrentUser() asker: Asker): Promise<SavedPagePage> {
    return wholePage(await this.pages.seenBy(asker));
  }

  @Post('views/:viewId/saved-pages')
  @Requires('keep_saved_pages')
  @Describe(
    'Save a page of a view under a name.',
    'For oneself, or for everybody who opens the view. A period that is named, such as `this_month`, follows the calendar.',
  )
  @Takes('SavePage', EXAMPLE_SAVE_PAGE)
  @AnswersPage(201, 'The saved page; `ETag` names its revision.')
  @Problems(400, [409, TAKEN])
  async savePage(
    @CurrentView() { id: viewId }: StoredView,
    @CurrentUser() asker: Asker,
    @CheckedBody() wanted: SavePage,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedPage> {
    return answered(await this.pages.make(asker, viewId, wanted), reply);
  }

  @Put('views/:viewId/saved-pages/:savedPageId')
  @Requires('keep_saved_pages')
  @SavedPageParameter()
  @IfMatch()
  @Describe(
    'Change a saved page.',
    'All of it. Whoever made it may, and of one that is shared super admins; it stays that of who made it.',
  )
  @Takes('SavePage', EXAMPLE_SAVE_PAGE)
  @AnswersPage(200, 'The saved page as it is now.')
  @Problems(400, [403, 'Somebody else shares it.'], 404, [409, TAKEN], 412)
  async changeSavedPage(
    @CurrentView() { id: viewId }: StoredView,
    @CurrentUser() asker: Asker,
    @Param('savedPageId') id: string,
    @CheckedBody() wanted: SavePage,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedPage> {
    const on = { expected: expectedRevisions(tag), unwanted: unwantedRevisions(unless) };
    return answered(await this.pages.change(asker, viewId, id, wanted, on), reply);
  }

  @Delete('views/:viewId/saved-pages/:savedPageId')
  @HttpCode(204)
  @Requires('keep_saved_pages')
  @SavedPageParameter()
  @IfMatch()
  @Describe('Delete a saved page.', 'For everybody who sees it. For a day it can come back.')
  @Answers(204, null, { description: 'Deleted.' })
  @Problems(400, [403, 'Somebody else shares it.'], 404, 412)
  removeSavedPage(
    @CurrentView() { id: viewId }: StoredView,
    @CurrentUser() asker: Asker,
    @Param('savedPageId') id: string,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
  ): Promise<void> {
    const on = { expected: expectedRevisions(tag), unwanted: unwantedRevisions(unless) };
    return this.pages.remove(asker, viewId, id, on);
  }

  @Post('views/:viewId/saved-pages/:savedPageId/restore')
  @HttpCode(200)
  @Requires('keep_saved_pages')
  @SavedPageParameter()
  @Describe(
    'Bring back a saved page that was deleted.',
    'As it was, also as the start page of whoever had chosen it.',
  )
  @AnswersPage(200, 'The saved page.')
  @Problems([403, 'Somebody else shares it.'], 404, [409, TAKEN])
  async restoreSavedPage(
    @CurrentView() { id: viewId }: StoredView,
    @CurrentUser() asker: Asker,
    @Param('savedPageId') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SavedPage> {
    return answered(await this.pages.restore(asker, viewId, id), reply);
  }
}

function answered(page: SavedPage, reply: FastifyReply): SavedPage {
  reply.header('ETag', revisionTag(page.revision));
  return page;
}
