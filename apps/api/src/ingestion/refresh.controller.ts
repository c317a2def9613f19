import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IngestionRun } from '@app/contracts';
import { type Asker, CurrentUser, CurrentView, UploadRight } from '../auth/rules.js';
import { UploadLimit } from '../auth/upload-limit.guard.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { FETCHED_RUN } from './ingestion.examples.js';
import { SheetRunsService } from './sheet-runs.service.js';
import { TOO_MANY_UPLOADS, UPLOAD } from './upload-parameters.js';

const REFRESH = { dryRun: UPLOAD.dryRun };

@ApiTags('ingestion')
@Controller('views/:viewId/refresh')
export class RefreshController {
  constructor(private readonly sheets: SheetRunsService) {}

  @Post()
  @HttpCode(202)
  @UploadRight()
  @UseGuards(UploadLimit)
  @Describe(
    'Bring in the sheet that the view is set to.',
    'It is fetched when the run has its turn. A sheet that is not shared, a tab that is not there, or a Google that does not answer ends the run `failed`, with what to do in `error`; the data stays.',
  )
  @Answers(202, 'IngestionRun', { description: 'The run, waiting for its turn.', example: FETCHED_RUN })
  @Problems(
    400,
    [409, 'The view has no sheet to refresh from.'],
    [422, 'The view adds up others, or the address of its sheet is none of Google Sheets.'],
    [429, TOO_MANY_UPLOADS],
  )
  async refresh(
    @CurrentView() view: StoredView,
    @CurrentUser() { email }: Asker,
    @ReadQuery(REFRESH) { dryRun }: QueryValues<typeof REFRESH>,
  ): Promise<IngestionRun> {
    return (await this.sheets.refresh(view, email, dryRun)).run;
  }
}
