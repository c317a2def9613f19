import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RunChangePage } from '@app/contracts';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { Unhurried } from '../http/answer-in-time.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { EXAMPLE_CHANGES } from '../ingestion/ingestion.examples.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { RevisionChangesService } from './revision-changes.service.js';
import { REVISIONS } from './revision-parameters.js';

@ApiTags('ingestion')
@Controller('views/:viewId/changes')
export class RevisionChangesController {
  constructor(private readonly changes: RevisionChangesService) {}

  @Get()
  @Unhurried()
  @ViewAccess()
  @Describe(
    'How the data differs between two revisions.',
    'The net difference: a deal that was changed and changed back is not in it. Added, then changed, then removed deals; a deal that only moved in the sheet is none of them. Sample records count as none.',
  )
  @Answers(200, 'RunChangePage', { description: 'The deals that differ.', example: EXAMPLE_CHANGES })
  @Problems(
    400,
    [409, 'What changed since the earlier revision is not kept.'],
    [422, 'The view adds up others: compare one of them.'],
  )
  compareRevisions(
    @CurrentView() view: StoredView,
    @ReadQuery(REVISIONS) query: QueryValues<typeof REVISIONS>,
  ): Promise<RunChangePage> {
    return this.changes.page(view, query);
  }
}
