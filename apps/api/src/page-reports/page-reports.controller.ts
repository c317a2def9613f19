import { Controller, HttpCode, Post, UseGuards } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Unasked } from '../auth/rules.js';
import { USUAL_LIMITS } from '../http/body-limits.js';
import { badRequest } from '../http/problem.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import { PageReportsService } from './page-reports.service.js';
import { ReportLimit } from './report-limit.guard.js';
import { REPORT_TYPES, type Reports } from './report-types.js';

const LIMITS = { mediaTypes: REPORT_TYPES, bodyLimits: { ...USUAL_LIMITS, bytes: 16_384 } };

@ApiTags('health')
@Controller('csp-reports')
export class PageReportsController {
  constructor(private readonly reports: PageReportsService) {}

  @Post()
  @HttpCode(204)
  @RouteConfig(LIMITS)
  @Unasked()
  @UseGuards(ReportLimit)
  @Describe(
    'What a browser refused to a page.',
    'Browsers send it by themselves: see Content-Security-Policy. Each kind is logged once; nothing is stored.',
  )
  @ApiConsumes(...REPORT_TYPES)
  @ApiBody({ required: true, description: 'As browsers write it.', schema: { type: 'object' } })
  @Answers(204, null, { description: 'Received.' })
  @Problems(400, [415, 'It is no report.'], 429)
  receive(@CheckedBody() body: Reports | undefined): void {
    if (body === undefined) throw badRequest('The request has no body: send the report.');
    this.reports.receive(body.reports);
  }
}
