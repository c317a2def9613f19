import { Controller, Delete } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SampleDataRemoved } from '@app/contracts';
import { type Asker, CurrentUser, Requires } from '../auth/rules.js';
import { Unhurried } from '../http/answer-in-time.js';
import { Answers, Describe } from '../openapi/answers.js';
import { REMOVED_SAMPLE } from './ingestion.examples.js';
import { SampleDataService } from './sample-data.service.js';

@ApiTags('ingestion')
@Controller('sample-data')
export class SampleDataController {
  constructor(private readonly sampleData: SampleDataService) {}

  @Delete()
  @Unhurried()
  @Requires('manage_views')
  @Describe(
    'Remove the sample of a new installation: its records and its targets.',
    'Views that hold data of their own keep it, targets that somebody changed stay. What targets went is in their history, and can be restored.',
  )
  @Answers(200, 'SampleDataRemoved', { description: 'What was removed.', example: REMOVED_SAMPLE })
  removeSampleData(@CurrentUser() by: Asker): Promise<SampleDataRemoved> {
    return this.sampleData.remove(by);
  }
}
