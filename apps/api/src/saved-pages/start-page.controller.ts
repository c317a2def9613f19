import { Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChooseStartPage, type StartPage } from '@app/contracts';
import { type Asker, CurrentUser, Requires } from '../auth/rules.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { EXAMPLE_SAVED_PAGE } from './saved-pages.examples.js';
import { SavedPagesService } from './saved-pages.service.js';

const EXAMPLE: StartPage = { saved_page: EXAMPLE_SAVED_PAGE };

@ApiTags('saved pages')
@Controller('start-page')
export class StartPageController {
  constructor(private readonly pages: SavedPagesService) {}

  @Get()
  @Requires('keep_start_page')
  @Describe(
    'Where one comes in.',
    'The saved page that was chosen for it; null without one, and where it is deleted, shared no more, or its view is not open any more.',
  )
  @Answers(200, 'StartPage', { description: 'The start page.', example: EXAMPLE })
  async readStartPage(@CurrentUser() asker: Asker): Promise<StartPage> {
    return { saved_page: await this.pages.startOf(asker) };
  }

  @Put()
  @Requires('keep_start_page')
  @Describe('Choose where one comes in.', 'Any saved page that one sees.')
  @Takes('ChooseStartPage', { saved_page_id: EXAMPLE_SAVED_PAGE.id })
  @Answers(200, 'StartPage', { description: 'The start page.', example: EXAMPLE })
  @Problems(400, 404)
  async chooseStartPage(
    @CurrentUser() asker: Asker,
    @CheckedBody() { saved_page_id: id }: ChooseStartPage,
  ): Promise<StartPage> {
    return { saved_page: await this.pages.chooseStart(asker, id) };
  }

  @Delete()
  @HttpCode(204)
  @Requires('keep_start_page')
  @Describe('Come in where one was last.')
  @Answers(204, null)
  forgetStartPage(@CurrentUser() asker: Asker): Promise<void> {
    return this.pages.forgetStart(asker);
  }
}
