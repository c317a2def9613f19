import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IngestionRun } from '@app/contracts';
import { type Asker, CurrentUser, CurrentView, UploadRight } from '../auth/rules.js';
import { ReadQuery } from '../http/query-parameters.js';
import { ROLLBACK_RUN } from '../ingestion/ingestion.examples.js';
import { RunParam } from '../ingestion/run-param.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { ROLLBACK, type RollbackArguments } from './rollback-parameters.js';
import { RollbackService } from './rollback.service.js';

@ApiTags('ingestion')
@Controller('views/:viewId/ingestions/:run')
export class RollbackController {
  constructor(private readonly rollbacks: RollbackService) {}

  @Post('rollback')
  @HttpCode(202)
  @UploadRight()
  @RunParam()
  @Describe(
    'Bring the data back as a run left it.',
    'The data becomes a new revision; nothing of the history goes. To undo the last publish, go back to the run before it. With `dry_run` the run ends `preview` with the difference, and is published like any other.',
  )
  @Answers(202, 'IngestionRun', { description: 'The run, waiting for its turn.', example: ROLLBACK_RUN })
  @Problems(
    400,
    404,
    [
      409,
      'The run published nothing, is what the view shows, or its revision is not kept and cannot be rebuilt.',
    ],
    [429, 'Too many imports are waiting: wait as long as Retry-After says.'],
  )
  rollBack(
    @CurrentView() view: StoredView,
    @CurrentUser() by: Asker,
    @Param('run') run: string,
    @ReadQuery(ROLLBACK) { isDryRun }: RollbackArguments,
  ): Promise<IngestionRun> {
    return this.rollbacks.start(view, run, { by, isDryRun });
  }
}
