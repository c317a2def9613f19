import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type ArchivedViewPage, RestoreView, type View } from '@app/contracts';
import { type Asker, CurrentUser, Requires } from '../auth/rules.js';
import { CheckedBody } from '../http/validation.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { ViewAnswerService } from '../view-routes/view-answer.service.js';
import { ARCHIVED_VIEW, MADE_VIEW } from './managed-views.examples.js';
import { ViewArchiveService } from './view-archive.service.js';

@ApiTags('views')
@Controller('archived-views')
export class ArchivedViewsController {
  constructor(
    private readonly archive: ViewArchiveService,
    private readonly answers: ViewAnswerService,
  ) {}

  @Get()
  @Requires('manage_views')
  @Describe('Views that were deleted.', 'The last one first. Everything of them is kept.')
  @Answers(200, 'ArchivedViewPage', { description: 'The views.', example: wholePage([ARCHIVED_VIEW]) })
  listArchivedViews(): Promise<ArchivedViewPage> {
    return this.archive.list();
  }

  @Post(':archivedId/restore')
  @HttpCode(200)
  @Requires('manage_views')
  @ApiParam({
    name: 'archivedId',
    type: String,
    description: 'Id of a deleted view.',
    example: 'view-signal-1767225600',
  })
  @Describe(
    'Bring a deleted view back.',
    'With its records, imports, targets and boards, for those who opened it before. Where its name is taken by now, give it another one.',
  )
  @Takes('RestoreView', { name: 'Partners' })
  @Answers(200, 'View', { description: 'The view as it is now.', example: MADE_VIEW })
  @Problems(
    400,
    [404, 'There is no deleted view of that id.'],
    [
      409,
      'Another view has the name, its collection holds something else, or all that it adds up is deleted.',
    ],
  )
  async restoreView(
    @Param('archivedId') id: string,
    @CurrentUser() asker: Asker,
    @CheckedBody() { name }: RestoreView,
  ): Promise<View> {
    return this.answers.of(await this.archive.restore(id, name, asker), asker);
  }
}
