import { Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeView, type View, type ViewPage } from '@app/contracts';
import { type Asker, CurrentUser, CurrentView, SignedIn, Requires } from '../auth/rules.js';
import { wholePage } from '../http/whole-page.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { EXAMPLE_VIEW } from './views.examples.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewAnswerService } from './view-answer.service.js';
import { ViewChangesService } from './view-changes.service.js';

@ApiTags('views')
@Controller('views')
export class ViewsController {
  constructor(
    private readonly changes: ViewChangesService,
    private readonly answers: ViewAnswerService,
  ) {}

  @Get()
  @SignedIn()
  @Describe(
    'The views the person can open.',
    'With the state of their data and what the person may do in each.',
  )
  @Answers(200, 'ViewPage', { description: 'The views.', example: wholePage([EXAMPLE_VIEW]) })
  listViews(@CurrentUser() asker: Asker): Promise<ViewPage> {
    return this.answers.listFor(asker);
  }

  @Get(':viewId')
  @Requires('follow_imports')
  @Describe('One view.')
  @Answers(200, 'View', { description: 'The view.', example: EXAMPLE_VIEW })
  readView(@CurrentView() view: StoredView, @CurrentUser() asker: Asker): Promise<View> {
    return this.answers.of(view, asker);
  }

  @Patch(':viewId')
  @Requires('manage')
  @Describe(
    'Change the sheet or the dedupe rule of a view.',
    'They count from the next import on; what is published stays as it is. What is not named stays as it is, too.',
  )
  @Takes('ChangeView', {
    sheet_url: 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit#gid=0',
    sheet_name: 'Deals',
    dedupe: 'none',
  })
  @Answers(200, 'View', {
    description: 'The view as it is now.',
    example: {
      ...EXAMPLE_VIEW,
      sheet_url: 'https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789/edit#gid=0',
      sheet_name: 'Deals',
      dedupe: 'none',
    },
  })
  @Problems(400, 404, [422, 'The address is none of a sheet of Google Sheets, or the view adds up others.'])
  async changeView(
    @CurrentView() view: StoredView,
    @CurrentUser() asker: Asker,
    @CheckedBody() wanted: ChangeView,
  ): Promise<View> {
    return this.answers.of(await this.changes.change(view, wanted), asker);
  }
}
