import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { View, ViewPage } from '@app/contracts';
import { type Asker, CurrentUser, CurrentView, Requires, SignedIn } from '../auth/rules.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe } from '../openapi/answers.js';
import { EXAMPLE_VIEW } from './views.examples.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewAnswerService } from './view-answer.service.js';

@ApiTags('views')
@Controller('views')
export class ViewsController {
  constructor(private readonly answers: ViewAnswerService) {}

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
}
