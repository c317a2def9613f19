import { Controller, Get, Query as QueryOf } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  DashboardScreen,
  DealsPipelineScreen,
  MeetingsAttendedScreen,
  MeetingsGenerationScreen,
  ProjectionsScreen,
  UpsellRenewScreen,
} from '@app/contracts';
import { CurrentView } from '../auth/rules.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import type { Query } from '../http/query-reader.js';
import type { StoredView } from '../views/stored-view.js';
import { ScreenRoute } from './screen-route.js';
import {
  DASHBOARD,
  DEALS_PIPELINE,
  MEETINGS_ATTENDED,
  MEETINGS_GENERATION,
  PROJECTIONS,
  UPSELL_RENEW,
} from './screens.examples.js';
import { ScreensService } from './screens.service.js';

@ApiTags('screens')
@Controller('views/:viewId/screens')
export class ScreensController {
  constructor(private readonly screens: ScreensService) {}

  @Get('dashboard')
  @ScreenRoute(
    'DashboardScreen',
    DASHBOARD,
    'Revenue against its targets, what needs somebody, and what there is to do today.',
  )
  readDashboard(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<DashboardScreen>> {
    return this.screens.answer(view, 'dashboard', query);
  }

  @Get('meetings-generation')
  @ScreenRoute(
    'MeetingsGenerationScreen',
    MEETINGS_GENERATION,
    'Meetings by source and by BDR, their relevance, and the deal pipeline.',
  )
  readMeetingsGeneration(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<MeetingsGenerationScreen>> {
    return this.screens.answer(view, 'meetings-generation', query);
  }

  @Get('meetings-attended')
  @ScreenRoute(
    'MeetingsAttendedScreen',
    MEETINGS_ATTENDED,
    'Meetings that took place, POAs and closed deals, by AE. Meetings are compared with the target of scheduled ones.',
  )
  readMeetingsAttended(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<MeetingsAttendedScreen>> {
    return this.screens.answer(view, 'meetings-attended', query);
  }

  @Get('upsell-renew')
  @ScreenRoute('UpsellRenewScreen', UPSELL_RENEW, 'Upsells and renewals, by partner.')
  readUpsellRenew(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<UpsellRenewScreen>> {
    return this.screens.answer(view, 'upsell-renew', query);
  }

  @Get('deals-pipeline')
  @ScreenRoute(
    'DealsPipelineScreen',
    DEALS_PIPELINE,
    'Closed deals, the pipe by AE, its course over the half-year, and the weights that hold.',
  )
  readDealsPipeline(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<DealsPipelineScreen>> {
    return this.screens.answer(view, 'deals-pipeline', query);
  }

  @Get('projections')
  @ScreenRoute(
    'ProjectionsScreen',
    PROJECTIONS,
    'Legals, proposals and meetings to come; Closing Projections as it is before anybody moves a deal.',
  )
  readProjections(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
  ): Promise<KeyedAnswer<ProjectionsScreen>> {
    return this.screens.answer(view, 'projections', query);
  }
}
