import { Controller, Delete, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type ArchivedView, ChangeView, NewView, type View } from '@app/contracts';
import { type Asker, CurrentUser, CurrentView, Requires } from '../auth/rules.js';
import { type QueryValues, ReadQuery, text } from '../http/query-parameters.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { ViewAnswerService } from '../view-routes/view-answer.service.js';
import type { StoredView } from '../views/stored-view.js';
import {
  ARCHIVED_VIEW,
  CHANGE_OF_VIEW,
  CHANGED_VIEW,
  MADE_VIEW,
  NEW_VIEW,
} from './managed-views.examples.js';
import { NewViewsService } from './new-views.service.js';
import { ViewArchiveService } from './view-archive.service.js';
import { ViewChangesService } from './view-changes.service.js';

const DELETE = {
  confirm: text({ name: 'confirm', description: 'The name of the view, typed.', example: 'Signal' }),
};

@ApiTags('views')
@Controller('views')
export class ManagedViewsController {
  constructor(
    private readonly made: NewViewsService,
    private readonly changes: ViewChangesService,
    private readonly archive: ViewArchiveService,
    private readonly answers: ViewAnswerService,
  ) {}

  @Post()
  @Requires('manage_views')
  @Describe(
    'Make a view.',
    'It has a collection of its own, which no other view has, and no data until its first import. Viewers open it once it is among their views. A master adds up others and has no data of its own.',
  )
  @Takes('NewView', NEW_VIEW, { master: { name: 'Group', is_master: true, aggregates_from: [] } })
  @Answers(201, 'View', { description: 'The view.', example: MADE_VIEW })
  @Problems(
    400,
    [409, 'Another view has the name, in whatever case or accents.'],
    [422, 'The address is none of a sheet of Google Sheets, or a part does not fit a view of this kind.'],
  )
  async makeView(@CurrentUser() asker: Asker, @CheckedBody() wanted: NewView): Promise<View> {
    return this.answers.of(await this.made.make(wanted, asker), asker);
  }

  @Patch(':viewId')
  @Requires('manage')
  @Describe(
    'Change a view.',
    'What is not named stays as it is. With another name its collection is renamed, too, and it follows in what everybody may open: people read on meanwhile. Sheet and dedupe rule count from the next import on; what is published stays as it is.',
  )
  @Takes('ChangeView', CHANGE_OF_VIEW)
  @Answers(200, 'View', { description: 'The view as it is now.', example: CHANGED_VIEW })
  @Problems(
    400,
    404,
    [409, 'Another view has the name, or an import is under way for longer than a caller waits.'],
    [422, 'The address is none of a sheet of Google Sheets, or a part does not fit a view of this kind.'],
  )
  async changeView(
    @CurrentView() view: StoredView,
    @CurrentUser() asker: Asker,
    @CheckedBody() wanted: ChangeView,
  ): Promise<View> {
    return this.answers.of(await this.changes.change(view, wanted, asker), asker);
  }

  @Delete(':viewId')
  @Requires('manage')
  @Describe(
    'Delete a view.',
    'Nobody finds it any more, and its imports end. Its records, imports, targets and boards are kept: see /archived-views.',
  )
  @Answers(200, 'ArchivedView', { description: 'What is kept.', example: ARCHIVED_VIEW })
  @Problems([400, '`confirm` is not the name of the view.'], 404, [
    409,
    'It is the default or the last view with data, or all that a master adds up.',
  ])
  deleteView(
    @CurrentView() view: StoredView,
    @CurrentUser() asker: Asker,
    @ReadQuery(DELETE) { confirm }: QueryValues<typeof DELETE>,
  ): Promise<ArchivedView> {
    return this.archive.archive(view, confirm, asker);
  }
}
