import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RemovedDealPage } from '@app/contracts';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { PAGE, REMOVED } from './record-parameters.js';
import { RemovedDealsService } from './removed-deals.service.js';
import { REMOVED_DEALS } from './sales-records.examples.js';

const REMOVED_PAGE = { ...REMOVED, ...PAGE };

@ApiTags('records')
@Controller('views/:viewId/removed-deals')
export class RemovedDealsController {
  constructor(private readonly removed: RemovedDealsService) {}

  @Get()
  @ViewAccess()
  @Describe(
    'Deals that imports removed.',
    'Each as it was, with when and by which run it went; those that went last first. A deal that came back is none of them. Their cards open by their ids.',
  )
  @Answers(200, 'RemovedDealPage', { description: 'The deals.', example: REMOVED_DEALS })
  @Problems(400)
  listRemovedDeals(
    @CurrentView() view: StoredView,
    @ReadQuery(REMOVED_PAGE) query: QueryValues<typeof REMOVED_PAGE>,
  ): Promise<RemovedDealPage> {
    return this.removed.page(view, query);
  }
}
