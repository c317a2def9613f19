import { Controller, Get, Query as QueryOf, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { DIMENSIONS } from '@app/domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { sendKeyed } from '../http/cached-answer.js';
import type { Query } from '../http/query-reader.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import { RECORD_PAGE } from '../sales-records/sales-records.examples.js';
import { SCREEN_NAMES } from '../questions/screen-question.js';
import type { StoredView } from '../views/stored-view.js';
import { ANALYTICS, BREAKDOWN, EXPLANATION } from './analytics.examples.js';
import { AnalyticsService } from './analytics.service.js';
import { QuestionParameters, MetricParameter, PageParameters } from '../questions/question-parameters.js';
import { RecordsBehindService } from './records-behind.service.js';

@ApiTags('analytics')
@Controller('views/:viewId')
export class AnalyticsController {
  constructor(
    private readonly analytics: AnalyticsService,
    private readonly records: RecordsBehindService,
  ) {}

  @Get('analytics')
  @ViewAccess()
  @Describe('Every number of the catalogue for a period.')
  @QuestionParameters()
  @Answers(200, 'Analytics', { description: 'The numbers, by metric id.', example: ANALYTICS })
  @Unchanged()
  @Problems(400)
  async readAnalytics(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeyed(request, reply, await this.analytics.values(view, query));
  }

  @Get('analytics/breakdown')
  @ViewAccess()
  @Describe(
    'A number by month, person, source group, stage, product or type of deal.',
    'Rows of counts and sums add up.',
  )
  @MetricParameter()
  @ApiQuery({ name: 'by', required: true, enum: DIMENSIONS, description: 'What it is broken down by.' })
  @QuestionParameters()
  @Answers(200, 'Breakdown', { description: 'The rows and their total.', example: BREAKDOWN })
  @Unchanged()
  @Problems(400)
  async readBreakdown(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeyed(request, reply, await this.analytics.breakdown(view, query));
  }

  @Get('analytics/explain')
  @ViewAccess()
  @Describe(
    'What stands behind a number.',
    'Its formula with real numbers, where its target comes from, what was left out.',
  )
  @MetricParameter()
  @ApiQuery({
    name: 'screen',
    required: false,
    enum: SCREEN_NAMES,
    description:
      'The screen whose number it is: Meetings Attended compares meetings with those to be scheduled.',
  })
  @QuestionParameters()
  @Answers(200, 'Explanation', { description: 'The explanation.', example: EXPLANATION })
  @Unchanged()
  @Problems(400)
  async explainMetric(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeyed(request, reply, await this.analytics.explain(view, query));
  }

  @Get('analytics/records')
  @ViewAccess()
  @Describe('The records behind a number.', 'Of a rate, those of its denominator.')
  @MetricParameter()
  @QuestionParameters()
  @PageParameters()
  @Answers(200, 'DealRecordPage', { description: 'The records.', example: RECORD_PAGE })
  @Unchanged()
  @Problems(400, 409)
  async listRecordsBehindMetric(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeyed(request, reply, await this.records.page(view, query));
  }
}
