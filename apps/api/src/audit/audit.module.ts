import { Global, Module } from '@nestjs/common';
import { AuditLogRepository } from './audit-log.repository.js';
import { AuditLog } from './audit-log.service.js';
import { RefusalAudit } from './refusal-audit.service.js';

/** The audit log, for everything that changes something. */
@Global()
@Module({
  providers: [AuditLog, AuditLogRepository, RefusalAudit],
  exports: [AuditLog, AuditLogRepository, RefusalAudit],
})
export class AuditModule {}
