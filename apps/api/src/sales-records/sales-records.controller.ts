import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { DealCard, DealRecordPage } from '@app/contracts';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { DealCardService } from './deal-card.service.js';
import { CARD, type CardArguments, PAGE, RECORDS } from './record-parameters.js';
import { DEAL_CARD, RECORD_PAGE } from './sales-records.examples.js';
import { SalesRecordsService } from './sales-records.service.js';

const RECORDS_PAGE = { ...RECORDS, ...PAGE };

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
  @Answers(200, 'DealRecordPage', { description: 'The deals.', example: RECORD_PAGE })
  @Unchanged()
  @Problems(400, 409)
  listRecords(
    @CurrentView() view: StoredView,
    @ReadQuery(RECORDS_PAGE) query: QueryValues<typeof RECORDS_PAGE>,
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
  @Answers(200, 'DealCard', { description: 'The deal.', example: DEAL_CARD })
  @Unchanged()
  @Problems(400)
  readDealCard(
    @CurrentView() view: StoredView,
    @Param('dealId') dealId: string,
    @ReadQuery(CARD) query: CardArguments,
  ): Promise<KeyedAnswer<DealCard>> {
    return this.cards.card(view, dealId, query);
  }
}
