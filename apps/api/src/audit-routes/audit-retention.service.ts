import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { INSTALLATION } from '../audit/actors.js';
import { AuditLogRepository } from '../audit/audit-log.repository.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { HourlyWork } from '../leases/hourly-work.service.js';
import { SettingsService } from '../settings/settings.service.js';

const DAY_MS = 86_400_000;

/** Removes entries that are older than the setting says, and tells how many: a gap at the end is explained. */
@Injectable()
export class AuditRetentionService implements OnModuleInit {
  constructor(
    private readonly hourly: HourlyWork,
    private readonly settings: SettingsService,
    private readonly entries: AuditLogRepository,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.hourly.add({
      name: 'looking after the audit log',
      lease: 'audit_log',
      run: () => this.removeOld(),
      log: new Logger('Audit'),
      failure: 'Old entries of the audit log were not removed',
    });
  }

  private async removeOld(): Promise<void> {
    const { audit_days: days } = await this.settings.current();
    const older_than = new Date(Date.now() - days * DAY_MS);
    const entries = await this.entries.removeBefore(older_than);
    if (entries === 0) return;
    await this.audit.record({
      action: 'entries_removed',
      actor: INSTALLATION,
      after: { entries, older_than },
    });
  }
}
