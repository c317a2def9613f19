import { Module } from '@nestjs/common';

/** Targets as stored and as resolved. */
@Module({})
export class TargetsModule {}
