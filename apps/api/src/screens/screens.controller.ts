import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ScreenAnswer } from '@app/contracts';
import type { ScreenName } from '@app/domain';
import { SCREEN, type ScreenArguments } from '../questions/screen-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { ReadQuery } from '../http/query-parameters.js';
import { Problems, Unchanged } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { DescribedByScreen } from './described-screens.js';
import { OfScreen } from './path-parameters.js';
import { ScreensService } from './screens.service.js';

@ApiTags('screens')
@Controller('views/:viewId/screens')
export class ScreensController {
  constructor(private readonly screens: ScreensService) {}

  @Get(':screen')
  @ViewAccess()
  @OfScreen()
  @DescribedByScreen()
  @Unchanged()
  @Problems(400)
  readScreen(
    @CurrentView() view: StoredView,
    @Param('screen') screen: ScreenName,
    @ReadQuery(SCREEN) query: ScreenArguments,
  ): Promise<KeyedAnswer<ScreenAnswer<ScreenName>>> {
    return this.screens.answer(view, screen, query);
  }
}
