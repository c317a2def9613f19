import { Controller, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiParam, ApiTags } from '@nestjs/swagger';
import { ChangeTargets, type TargetChangePage, type Targets } from '@app/contracts';
import type { FastifyReply } from 'fastify';
import { type Asker, CurrentUser, CurrentView, Requires, ViewAccess, ViewParam } from '../auth/rules.js';
import { BodyOf } from '../http/body-limits.js';
import { changePage, changePages } from '../http/change-pages.js';
import type { WantedPage } from '../http/cursor.js';
import { expectedRevisions, revisionTag, unwantedRevisions } from '../http/if-match.js';
import { wholePage } from '../http/whole-page.js';
import { ReadQuery } from '../http/query-parameters.js';
import { wholeNumber } from '../http/whole-number.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { toTargetChange } from './target-change-document.js';
import { TargetChangesRepository } from './target-changes.repository.js';
import { TargetWriterService } from './target-writer.service.js';
import { TARGET_CHANGE, TARGETS } from './targets.examples.js';
import { TargetsService } from './targets.service.js';

const IfMatch = () =>
  ApiHeader({
    name: 'If-Match',
    required: false,
    description: 'The revision that the change was made on; without it the change meets whatever is there.',
    example: revisionTag(TARGETS.revision),
  });

@ApiTags('targets')
@Controller('views/:viewId/targets')
export class TargetsController {
  constructor(
    private readonly targets: TargetsService,
    private readonly writer: TargetWriterService,
    private readonly changes: TargetChangesRepository,
  ) {}

  @Get()
  @ViewAccess()
  @Describe('The targets of a view.', 'What is stored, what it resolves to, and where each value comes from.')
  @Answers(200, 'Targets', {
    description: 'The targets; `ETag` names their revision.',
    example: TARGETS,
    hasRevision: true,
  })
  readTargets(
    @CurrentView() view: StoredView,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Targets> {
    return this.answer(view, reply);
  }

  @Put()
  @BodyOf({ values: 2_000 })
  @Requires('manage_targets')
  @ViewParam()
  @IfMatch()
  @Describe(
    'Change targets of a view.',
    'Merged into what is stored: groups and keys that are not named stay, null removes. On another revision than that of If-Match, keys that nobody else changed are merged; one that somebody else changed to something else is refused by name.',
  )
  @Takes('ChangeTargets', { targets: { revenue_2026: { nov: 500_000 }, intro_poa: { poa: 14 } } })
  @Answers(200, 'Targets', {
    description: 'The targets as they are now.',
    example: TARGETS,
    hasRevision: true,
  })
  @Problems(400, 404, 412)
  async changeTargets(
    @CurrentView() view: StoredView,
    @CurrentUser() { email }: Asker,
    @CheckedBody() { targets }: ChangeTargets,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Targets> {
    const unwanted = unwantedRevisions(unless);
    await this.writer.change(view.id, targets, { by: email, expected: expectedRevisions(tag), unwanted });
    return this.answer(view, reply);
  }

  @Get('history')
  @ViewAccess()
  @Describe('Who changed which targets of a view, when, and from what to what.', 'Newest first.')
  @Answers(200, 'TargetChangePage', { description: 'The changes.', example: wholePage([TARGET_CHANGE]) })
  @Problems(400)
  listTargetChanges(
    @CurrentView() { id }: StoredView,
    @ReadQuery(changePages()) query: WantedPage,
  ): Promise<TargetChangePage> {
    return changePage(this.changes, id, query, toTargetChange);
  }

  @Post('history/:revision/restore')
  @HttpCode(200)
  @Requires('manage_targets')
  @ViewParam()
  @ApiParam({
    name: 'revision',
    description: 'The revision whose state comes back.',
    example: 2,
    schema: { type: 'integer', minimum: 0 },
  })
  @IfMatch()
  @Describe(
    'Bring back the targets of an earlier revision.',
    'As a new change: keys that changed here since become what they were; keys that never changed here stay.',
  )
  @Answers(200, 'Targets', {
    description: 'The targets as they are now.',
    example: TARGETS,
    hasRevision: true,
  })
  @Problems(400, 404, 412)
  async restoreTargets(
    @CurrentView() view: StoredView,
    @CurrentUser() { email }: Asker,
    @Param('revision') revision: string,
    @Headers('if-match') tag: string | undefined,
    @Headers('if-none-match') unless: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Targets> {
    const number = wholeNumber('revision', revision);
    const unwanted = unwantedRevisions(unless);
    await this.writer.restore(view.id, number, { by: email, expected: expectedRevisions(tag), unwanted });
    return this.answer(view, reply);
  }

  private async answer({ id }: StoredView, reply: FastifyReply): Promise<Targets> {
    const targets = await this.targets.of(id);
    const { revision, resolved, views_sum: sum } = targets;
    // What a master shows of its views changes without a revision of its own.
    reply.header('ETag', revisionTag(revision, sum && { resolved, sum }));
    return targets;
  }
}
