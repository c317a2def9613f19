import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DataFindingPage, DealRecordPage, TodayPage } from '@app/contracts';
import { RECORDS_QUESTION, type RecordsQuestionArguments } from '../questions/question-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import { PAGE } from '../sales-records/record-parameters.js';
import { RECORD_PAGE } from '../sales-records/sales-records.examples.js';
import type { StoredView } from '../views/stored-view.js';
import { FINDING_RECORDS, TODAY, type TodayArguments } from './attention-parameters.js';
import { FINDING_PAGE, TODAY_PAGE } from './attention.examples.js';
import { FindingParameter } from './finding-parameter.js';
import { FindingsService } from './findings.service.js';
import { TodayService } from './today.service.js';

const FINDING_RECORDS_PAGE = { ...FINDING_RECORDS, ...PAGE };

@ApiTags('attention')
@Controller('views/:viewId')
export class AttentionController {
  constructor(
    private readonly findings: FindingsService,
    private readonly today: TodayService,
  ) {}

  @Get('findings')
  @ViewAccess()
  @Describe(
    'What in the data and the targets needs somebody.',
    'Most money first. Records of all dates are looked at; a finding about nothing is absent.',
  )
  @Answers(200, 'DataFindingPage', { description: 'The findings, all of them.', example: FINDING_PAGE })
  @Unchanged()
  @Problems(400)
  listFindings(
    @CurrentView() view: StoredView,
    @ReadQuery(RECORDS_QUESTION) query: RecordsQuestionArguments,
  ): Promise<KeyedAnswer<DataFindingPage>> {
    return this.findings.list(view, query);
  }

  @Get('findings/:code/records')
  @ViewAccess()
  @Describe(
    'The records of a finding.',
    'Their deal value (pipe, where weights are missing) adds up to its value.',
  )
  @FindingParameter()
  @Answers(200, 'DealRecordPage', {
    description: 'The records; without `sort`, those with most money first.',
    example: RECORD_PAGE,
  })
  @Unchanged()
  @Problems(400, 409)
  listFindingRecords(
    @CurrentView() view: StoredView,
    @Param('code') code: string,
    @ReadQuery(FINDING_RECORDS_PAGE) query: QueryValues<typeof FINDING_RECORDS_PAGE>,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.findings.records(view, code, query);
  }

  @Get('today')
  @ViewAccess()
  @Describe(
    'What there is to do.',
    'POA and first meetings of today and the six days after, by date; then deals in Legals past their age and late ' +
      'deals without a date ahead, by value.',
  )
  @Answers(200, 'TodayPage', { description: 'Meetings and deals that wait.', example: TODAY_PAGE })
  @Unchanged()
  @Problems(400, 409)
  listToday(
    @CurrentView() view: StoredView,
    @ReadQuery(TODAY) query: TodayArguments,
  ): Promise<KeyedAnswer<TodayPage>> {
    return this.today.page(view, query);
  }
}
