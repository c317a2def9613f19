import { Controller, Get, Param, Query as QueryOf } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { DealCard, DealRecordPage } from '@app/contracts';
import {
  AsOfParameter,
  ClientQuery,
  FilterParameters,
  PageParameters,
  PeriodParameters,
} from '../questions/question-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import type { Query } from '../http/query-reader.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { DealCardService } from './deal-card.service.js';
import { DEAL_CARD, RECORD_PAGE } from './sales-records.examples.js';
import { SalesRecordsService } from './sales-records.service.js';

@ApiTags('records')
@Controller('views/:viewId/records')
export class SalesRecordsController {
  constructor(
    private readonly records: SalesRecordsService,
    private readonly cards: DealCardService,
  ) {}

  @Get()
  @ViewAccess()
  @Describe('The deals of a view.', 'Normalised, with what is computed of each at the as-of date.')
  @ClientQuery()
  @AsOfParameter()
  @FilterParameters()
  @PageParameters()
  @Answers(200, 'DealRecordPage', { description: 'The deals.', example: RECORD_PAGE })
  @Unchanged()
  @Problems(400, 409)
  listRecords(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.records.page(view, query);
  }

  @Get(':dealId')
  @ViewAccess()
  @Describe(
    'All that is known of a deal.',
    'Its fields, which metrics count it over the period, and what publishes did to it.',
  )
  @ApiParam({ name: 'dealId', description: 'Id of the deal.', example: DEAL_CARD.deal.id })
  @PeriodParameters()
  @ApiQuery({
    name: 'source',
    required: false,
    type: String,
    description: 'Id of the view that the deal comes from, on a view that adds others up.',
    example: DEAL_CARD.deal.view_id,
  })
  @Answers(200, 'DealCard', { description: 'The deal.', example: DEAL_CARD })
  @Unchanged()
  @Problems(400)
  readDealCard(
    @CurrentView() view: StoredView,
    @Param('dealId') dealId: string,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<DealCard>> {
    return this.cards.card(view, dealId, query);
  }
}
