import { Global, Module } from '@nestjs/common';
import { AuditLogRepository } from './audit-log.repository.js';
import { AuditLog } from './audit-log.service.js';

/** The audit log, for everything that changes something. */
@Global()
@Module({ providers: [AuditLog, AuditLogRepository], exports: [AuditLog, AuditLogRepository] })
export class AuditModule {}
