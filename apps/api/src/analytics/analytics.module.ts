import { Module } from '@nestjs/common';

/** Every number of the catalogue, and what stands behind it. */
@Module({})
export class AnalyticsModule {}
