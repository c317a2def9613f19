import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DoubtfulMatchPage, DuplicateRowPage, ImportFindingPage, RunChangePage } from '@app/contracts';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { WantedPage } from '../http/cursor.js';
import { ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import {
  EXAMPLE_CHANGES,
  EXAMPLE_DUPLICATES,
  EXAMPLE_FINDINGS,
  EXAMPLE_MATCHES,
} from './ingestion.examples.js';
import { RunChangesService } from './run-changes.service.js';
import {
  CHANGE_PAGES,
  type ChangeFilter,
  ENTRY_PAGES,
  type FindingFilter,
  FINDING_PAGES,
} from './run-list-parameters.js';
import { RunListsService } from './run-lists.service.js';
import { RunParam } from './run-param.js';

const WHOLE = 'The report of a run has the first 1,000; here are all of them, in the order of the sheet.';

@ApiTags('ingestion')
@Controller('views/:viewId/ingestions/:run')
export class RunListsController {
  constructor(
    private readonly lists: RunListsService,
    private readonly changes: RunChangesService,
  ) {}

  @Get('findings')
  @ViewAccess()
  @Describe('Every finding of a run.', WHOLE)
  @RunParam()
  @Answers(200, 'ImportFindingPage', {
    description: 'The findings.',
    example: EXAMPLE_FINDINGS,
  })
  @Problems(400)
  listRunFindings(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(FINDING_PAGES) query: FindingFilter & WantedPage,
  ): Promise<ImportFindingPage> {
    return this.lists.findings(view, run, query);
  }

  @Get('duplicates')
  @ViewAccess()
  @Describe('Every row that a run removed because another one is the same deal.', WHOLE)
  @RunParam()
  @Answers(200, 'DuplicateRowPage', { description: 'The rows.', example: EXAMPLE_DUPLICATES })
  @Problems(400)
  listRunDuplicates(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(ENTRY_PAGES) query: WantedPage,
  ): Promise<DuplicateRowPage> {
    return this.lists.duplicates(view, run, query);
  }

  @Get('matches')
  @ViewAccess()
  @Describe(
    'Every row of which another deal may be meant.',
    'Rows that were taken for a deal by their client alone, or as one of several with the same client and stage: a link ' +
      'in the sheet would settle it. In the order of the sheet.',
  )
  @RunParam()
  @Answers(200, 'DoubtfulMatchPage', { description: 'The rows.', example: EXAMPLE_MATCHES })
  @Problems(400)
  listRunMatches(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(ENTRY_PAGES) query: WantedPage,
  ): Promise<DoubtfulMatchPage> {
    return this.lists.matches(view, run, query);
  }

  @Get('changes')
  @ViewAccess()
  @Describe(
    'Every deal that a run adds, changes or removes.',
    'What a published run changed, or what a preview or a held one would change: added, then changed, then removed deals.',
  )
  @RunParam()
  @Answers(200, 'RunChangePage', { description: 'The changes.', example: EXAMPLE_CHANGES })
  @Problems(400)
  listRunChanges(
    @CurrentView() view: StoredView,
    @Param('run') run: string,
    @ReadQuery(CHANGE_PAGES) query: ChangeFilter & WantedPage,
  ): Promise<RunChangePage> {
    return this.changes.page(view, run, query);
  }
}
