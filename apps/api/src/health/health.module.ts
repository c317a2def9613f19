import { Module } from '@nestjs/common';
import { DatasetsModule } from '../datasets/datasets.module.js';
import { HealthController } from './health.controller.js';
import { HealthService } from './health.service.js';

@Module({ imports: [DatasetsModule], controllers: [HealthController], providers: [HealthService] })
export class HealthModule {}
