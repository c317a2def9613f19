import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ViewOpenersPage } from '@app/contracts';
import { Requires } from '../auth/rules.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe } from '../openapi/answers.js';
import { VIEW_OPENERS } from './managed-views.examples.js';
import { ViewOpenersService } from './view-openers.service.js';

@ApiTags('views')
@Controller('view-openers')
export class ViewOpenersController {
  constructor(private readonly openers: ViewOpenersService) {}

  @Get()
  @Requires('manage_views')
  @Describe('Who opens which view.', 'By what their access names, and who has none by the default view.')
  @Answers(200, 'ViewOpenersPage', { description: 'One entry a view.', example: wholePage([VIEW_OPENERS]) })
  listViewOpeners(): Promise<ViewOpenersPage> {
    return this.openers.list();
  }
}
