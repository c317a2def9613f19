import { Controller, Delete, Get, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { ChooseReading, type IngestionRun, type IngestionRunPage } from '@app/contracts';
import { MOST_MAPPED } from '@app/domain';
import { RouteConfig } from '@nestjs/platform-fastify';
import { AccessService } from '../auth/access.service.js';
import { askerOf, type AuthenticatedRequest, viewOf } from '../auth/authenticated-request.js';
import { type Asker, CurrentUser, CurrentView, UploadRight, Requires } from '../auth/rules.js';
import { UploadLimit } from '../auth/upload-limit.guard.js';
import { UNHURRIED } from '../http/answer-in-time.js';
import { BodyOf } from '../http/body-limits.js';
import { ReadQuery } from '../http/query-parameters.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { CancellationsService } from './cancellations.service.js';
import { DecisionsService } from './decisions.service.js';
import { HELD_RUN, LISTED_RUN, PUBLISHED_RUN, QUEUED_RUN } from './ingestion.examples.js';
import { ImportsService } from './imports.service.js';
import { IngestionService } from './ingestion.service.js';
import { RereadingService } from './rereading.service.js';
import { RUN_PAGES, type WantedRuns } from './run-list-parameters.js';
import { RunParam } from './run-param.js';
import { UploadForm } from './upload-form.js';
import { TOO_MANY_UPLOADS, UPLOAD, type UploadArguments } from './upload-parameters.js';

const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary', description: 'The sheet, as CSV or XLSX.' } },
};

const HOLDS =
  'A run ends `held` and changes nothing when it would remove more of the deals, change the open pipe or the closed ARR by more, or have more unreadable dates or amounts than the setting `refresh_gate` says; shares none with what is there, lacks a column that the last import had or reads its dates the other way round (at a first import: Stage, every date, or every amount), or has a quote that does not close or may hold rows: `report.held` has the reasons.';

@ApiTags('ingestion')
@Controller('views/:viewId/ingestions')
export class IngestionController {
  constructor(
    private readonly access: AccessService,
    private readonly imports: ImportsService,
    private readonly ingestion: IngestionService,
    private readonly decisions: DecisionsService,
    private readonly cancellations: CancellationsService,
    private readonly rereading: RereadingService,
  ) {}

  @Post()
  @HttpCode(202)
  @RouteConfig({ ...UNHURRIED, mediaTypes: ['multipart/form-data', 'application/json'] })
  @UploadRight()
  @UseGuards(UploadLimit)
  @Describe(
    'Bring a sheet in.',
    'A CSV or a workbook comes as a form, a sheet of Google Sheets by its address as JSON, as the schema `SheetToImport` says; the sheet is fetched when the run has its turn. ' +
      'The file replaces the data of the view, or is merged into it. The answer comes when the file has arrived; follow the run from there. ' +
      'With `dry_run=true` it changes nothing and ends `preview`: its report and its changes tell what it would do, until somebody publishes or discards it; three previews of a view are kept. ' +
      HOLDS,
  )
  // Makers of clients take one type of several, and only this one can carry a file: the other stands in the words above.
  @ApiConsumes('multipart/form-data')
  @ApiBody({ required: true, schema: FILE })
  @Answers(202, 'IngestionRun', { description: 'The run, waiting for its turn.', example: QUEUED_RUN })
  @Problems(
    400,
    [413, 'The file is too large.'],
    [415, 'The file is empty or no table, or the body of a type that is not read.'],
    [
      422,
      'The view adds up others and takes no upload, it has no rule to merge by, or a sheet is named of a CSV.',
    ],
    [429, TOO_MANY_UPLOADS],
  )
  uploadSheet(
    @CurrentView() view: StoredView,
    @Req() request: AuthenticatedRequest,
    @ReadQuery(UPLOAD) query: UploadArguments,
  ): Promise<IngestionRun> {
    return this.imports.start(view, new UploadForm(request), query, async () => {
      await this.access.checkAgain('upload', request);
      return { view: viewOf(request), by: askerOf(request) };
    });
  }

  @Get()
  @Requires('follow_imports')
  @Describe(
    'The runs of a view, newest first.',
    'Without the lists of their reports: a run itself has them. Those that wait for a decision are `status=preview&status=held`, whoever began them.',
  )
  @Answers(200, 'IngestionRunPage', {
    description: 'The runs.',
    example: { items: [LISTED_RUN], next_cursor: null, total: 1 },
  })
  @Problems(400)
  listIngestions(
    @CurrentView() view: StoredView,
    @ReadQuery(RUN_PAGES) query: WantedRuns,
  ): Promise<IngestionRunPage> {
    return this.ingestion.page(view, query);
  }

  @Get(':run')
  @Requires('follow_imports')
  @Describe('One run, with its report.')
  @RunParam()
  @Answers(200, 'IngestionRun', { description: 'The run.', example: PUBLISHED_RUN })
  readIngestion(@CurrentView() view: StoredView, @Param('run') run: string): Promise<IngestionRun> {
    return this.ingestion.one(view, run);
  }

  @Post(':run/publish')
  @HttpCode(202)
  @UploadRight()
  @RunParam()
  @Describe(
    'Publish a preview or a held run.',
    'The file is compared once more with what is there. When that does what the run has shown it is published; when the data has changed since, the run is `held` with the facts of now and the reason `data_moved`.',
  )
  @Answers(202, 'IngestionRun', { description: 'The run, waiting for its turn.', example: QUEUED_RUN })
  @Problems(404, [
    409,
    'The run waits for no decision, its file is no longer there, or its view has no rule to merge by any more.',
  ])
  publishIngestion(
    @CurrentView() view: StoredView,
    @CurrentUser() by: Asker,
    @Param('run') run: string,
  ): Promise<IngestionRun> {
    return this.decisions.publish(view, run, by);
  }

  @Post(':run/preview')
  @HttpCode(202)
  @BodyOf({ keys: MOST_MAPPED, bytes: 256 * 1024 })
  @UploadRight()
  @UseGuards(UploadLimit)
  @RunParam()
  @Describe(
    'Read the file of a run once more, as it is written.',
    'Of a preview, a held run, or one that failed because its header knows no Client, as long as `file_kept` is true. The run becomes a preview of the file as it is read now; what is left out is found in the file. What it was told is remembered for the view when it is published.',
  )
  @Takes('ChooseReading', { header_row: 3, columns: { Account: 'client', Region: null } })
  @Answers(202, 'IngestionRun', { description: 'The run, waiting for its turn.', example: QUEUED_RUN })
  @Problems(
    400,
    404,
    [
      409,
      'The run is under way or done, its file is no longer there, or its view has no rule to merge by any more.',
    ],
    [422, 'A sheet is named of a CSV.'],
    [429, TOO_MANY_UPLOADS],
  )
  rereadIngestion(
    @CurrentView() view: StoredView,
    @CurrentUser() by: Asker,
    @Param('run') run: string,
    @CheckedBody() said: ChooseReading,
  ): Promise<IngestionRun> {
    return this.rereading.preview(view, run, said, by);
  }

  @Delete(':run')
  @UploadRight()
  @RunParam()
  @Describe(
    'Cancel a run, or discard one that is held.',
    'A run that waits or is under way ends `cancelled`, as long as it is not being published, and leaves nothing behind; one that somebody said to publish waits for a decision again, with its file: under way, it is queued to show once more what it would change. A preview or a held one is `discarded`: its file is removed. The run stays in the history.',
  )
  @Answers(200, 'IngestionRun', {
    description: 'The run, cancelled, discarded or taken back.',
    example: { ...HELD_RUN, status: 'discarded', decided_by: 'organic@example.com' },
  })
  @Problems(404, [409, 'The run has ended, or is being published.'])
  removeIngestion(
    @CurrentView() view: StoredView,
    @CurrentUser() by: Asker,
    @Param('run') run: string,
  ): Promise<IngestionRun> {
    return this.cancellations.remove(view, run, by);
  }
}
