import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MetricsCatalogue } from '@app/contracts';
import { SignedIn } from '../auth/rules.js';
import { Answers, Describe } from '../openapi/answers.js';
import { ENTRY } from './analytics.examples.js';
import { AnalyticsService } from './analytics.service.js';

@ApiTags('analytics')
@Controller('metrics-catalogue')
export class CatalogueController {
  constructor(private readonly analytics: AnalyticsService) {}

  @Get()
  @SignedIn()
  @Describe('Every metric: id, label, unit, definition, formula, other names, date field and target.')
  @Answers(200, 'MetricsCatalogue', { description: 'The catalogue.', example: { metrics: [ENTRY] } })
  readMetricsCatalogue(): MetricsCatalogue {
    return this.analytics.catalogue();
  }
}
