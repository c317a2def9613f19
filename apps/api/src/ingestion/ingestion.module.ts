import { Module } from '@nestjs/common';
import { SampleDataService } from './sample-data.service.js';

/** From a file to a published revision. */
@Module({ providers: [SampleDataService], exports: [SampleDataService] })
export class IngestionModule {}
