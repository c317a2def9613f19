import { Controller, Get, Query as QueryOf } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { Analytics, Breakdown, DealRecordPage, Explanation } from '@app/contracts';
import { DIMENSIONS, SCREEN_NAMES } from '@app/domain';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import type { Query } from '../http/query-reader.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import { RECORD_PAGE } from '../sales-records/sales-records.examples.js';
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
  readAnalytics(@CurrentView() view: StoredView, @QueryOf() query: Query): Promise<KeyedAnswer<Analytics>> {
    return this.analytics.values(view, query);
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
  readBreakdown(@CurrentView() view: StoredView, @QueryOf() query: Query): Promise<KeyedAnswer<Breakdown>> {
    return this.analytics.breakdown(view, query);
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
  explainMetric(@CurrentView() view: StoredView, @QueryOf() query: Query): Promise<KeyedAnswer<Explanation>> {
    return this.analytics.explain(view, query);
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
  listRecordsBehindMetric(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.records.page(view, query);
  }
}
