import { Controller, Get, Param, Query as QueryOf } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ScreenAnswer } from '@app/contracts';
import { isScreenName, type ScreenName } from '@app/domain';
import { QuestionParameters } from '../questions/question-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { notFound } from '../http/problem.js';
import type { Query } from '../http/query-reader.js';
import { Problems, Unchanged } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { AgainstParameter } from './against-parameter.js';
import { DescribedByScreen } from './described-screens.js';
import { ScreensService } from './screens.service.js';

@ApiTags('screens')
@Controller('views/:viewId/screens')
export class ScreensController {
  constructor(private readonly screens: ScreensService) {}

  @Get(':screen')
  @ViewAccess()
  @DescribedByScreen()
  @QuestionParameters()
  @AgainstParameter()
  @Unchanged()
  @Problems(400)
  readScreen(
    @CurrentView() view: StoredView,
    @Param('screen') screen: string,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<ScreenAnswer<ScreenName>>> {
    if (!isScreenName(screen)) throw notFound(`There is no screen ${JSON.stringify(screen)}.`);
    return this.screens.answer(view, screen, query);
  }
}
