import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SampleDataRestored } from '@app/contracts';
import { type Asker, CurrentUser, Requires } from '../auth/rules.js';
import { Unhurried } from '../http/answer-in-time.js';
import { Answers, Describe } from '../openapi/answers.js';
import { SampleAgainService } from './sample-again.service.js';

const RESTORED_SAMPLE: SampleDataRestored = {
  views: [
    { view_id: 'view-organic-1767225600', view_name: 'Organic', records_restored: 301, targets_restored: 28 },
  ],
};

@ApiTags('ingestion')
@Controller('sample-data')
export class SampleAgainController {
  constructor(private readonly sample: SampleAgainService) {}

  @Post('restore')
  @HttpCode(200)
  @Unhurried()
  @Requires('manage_views')
  @Describe(
    'Take the removal of the sample back: its records and its targets.',
    'Views that got data of their own since keep it, and targets that somebody set since stay.',
  )
  @Answers(200, 'SampleDataRestored', { description: 'What is there again.', example: RESTORED_SAMPLE })
  restoreSampleData(@CurrentUser() by: Asker): Promise<SampleDataRestored> {
    return this.sample.restore(by);
  }
}
