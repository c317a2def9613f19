import { Module } from '@nestjs/common';

/** The deals of a view as a table. */
@Module({})
export class SalesRecordsModule {}
