import { Controller, Get, Query as QueryOf, Req, Res } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AsOfParameter, FilterParameters, PageParameters } from '../asked/asked-parameters.js';
import { CurrentView, ViewAccess } from '../auth/rules.js';
import { sendKeyed } from '../http/cached-answer.js';
import type { Query } from '../http/query-reader.js';
import { Answers, Describe, Problems, Unchanged } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import { RECORD_PAGE } from './sales-records.examples.js';
import { SalesRecordsService } from './sales-records.service.js';

@ApiTags('records')
@Controller('views/:viewId/records')
export class SalesRecordsController {
  constructor(private readonly records: SalesRecordsService) {}

  @Get()
  @ViewAccess()
  @Describe('The deals of a view.', 'Normalised, with what is computed of each at the as-of date.')
  @ApiQuery({ name: 'q', required: false, description: 'Part of the name of the client.', example: 'acme' })
  @AsOfParameter()
  @FilterParameters()
  @PageParameters()
  @Answers(200, 'DealRecordPage', { description: 'The deals.', example: RECORD_PAGE })
  @Unchanged()
  @Problems(400, 409)
  async list(
    @CurrentView() view: StoredView,
    @QueryOf() query: Query,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendKeyed(request, reply, await this.records.page(view, query));
  }
}
