import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Analytics, Breakdown, DealRecordPage, Explanation, FilterChoices } from '@app/contracts';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import { PAGE } from '../sales-records/record-parameters.js';
import { RECORD_PAGE } from '../sales-records/sales-records.examples.js';
import type { StoredView } from '../views/stored-view.js';
import {
  BREAKDOWN,
  type BreakdownArguments,
  EXPLAIN,
  type ExplainArguments,
  RECORDS_BEHIND,
} from './analytics-parameters.js';
import {
  ANALYTICS,
  BREAKDOWN as BREAKDOWN_EXAMPLE,
  EXPLANATION,
  FILTER_CHOICES,
} from './analytics.examples.js';
import { AnalyticsService } from './analytics.service.js';
import { QUESTION, type QuestionArguments } from '../questions/question-parameters.js';
import { RecordsBehindService } from './records-behind.service.js';

const BEHIND_PAGE = { ...RECORDS_BEHIND, ...PAGE };

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
  @Answers(200, 'Analytics', { description: 'The numbers, by metric id.', example: ANALYTICS })
  @Unchanged()
  @Problems(400)
  readAnalytics(
    @CurrentView() view: StoredView,
    @ReadQuery(QUESTION) query: QuestionArguments,
  ): Promise<KeyedAnswer<Analytics>> {
    return this.analytics.values(view, query);
  }

  @Get('filters')
  @ViewAccess()
  @Describe(
    'What the deals of a view can be filtered by.',
    'The values that occur, each with how many deals have it, whatever their dates: people and products as the data spells them, others in their order, unassigned last.',
  )
  @Answers(200, 'FilterChoices', { description: 'The values by parameter.', example: FILTER_CHOICES })
  @Unchanged()
  readFilters(@CurrentView() view: StoredView): Promise<KeyedAnswer<FilterChoices>> {
    return this.analytics.filters(view);
  }

  @Get('analytics/breakdown')
  @ViewAccess()
  @Describe(
    'A number by month, person, source group, stage, product or type of deal.',
    'Rows of counts and sums add up.',
  )
  @Answers(200, 'Breakdown', { description: 'The rows and their total.', example: BREAKDOWN_EXAMPLE })
  @Unchanged()
  @Problems(400)
  readBreakdown(
    @CurrentView() view: StoredView,
    @ReadQuery(BREAKDOWN) query: BreakdownArguments,
  ): Promise<KeyedAnswer<Breakdown>> {
    return this.analytics.breakdown(view, query);
  }

  @Get('analytics/explain')
  @ViewAccess()
  @Describe(
    'What stands behind a number.',
    'Its formula with real numbers, where its target comes from, what was left out.',
  )
  @Answers(200, 'Explanation', { description: 'The explanation.', example: EXPLANATION })
  @Unchanged()
  @Problems(400)
  explainMetric(
    @CurrentView() view: StoredView,
    @ReadQuery(EXPLAIN) query: ExplainArguments,
  ): Promise<KeyedAnswer<Explanation>> {
    return this.analytics.explain(view, query);
  }

  @Get('analytics/records')
  @ViewAccess()
  @Describe('The records behind a number.', 'Of a rate, those of its denominator.')
  @Answers(200, 'DealRecordPage', { description: 'The records.', example: RECORD_PAGE })
  @Unchanged()
  @Problems(400, 409)
  listRecordsBehindMetric(
    @CurrentView() view: StoredView,
    @ReadQuery(BEHIND_PAGE) query: QueryValues<typeof BEHIND_PAGE>,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.records.page(view, query);
  }
}
