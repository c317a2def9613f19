import { Module } from '@nestjs/common';
import { ExportsModule } from '../exports/exports.module.js';
import { LeasesModule } from '../leases/leases.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { AuditExportService } from './audit-export.service.js';
import { AuditReadingService } from './audit-reading.service.js';
import { AuditRetentionService } from './audit-retention.service.js';
import { AuditController } from './audit.controller.js';

/** The routes of the audit log, and how long it is kept: apart from the log, which everything below needs. */
@Module({
  imports: [ExportsModule, LeasesModule, SettingsModule],
  controllers: [AuditController],
  providers: [AuditExportService, AuditReadingService, AuditRetentionService],
})
export class AuditRoutesModule {}
