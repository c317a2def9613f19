import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { INSTALLATION } from '../audit/actors.js';
import { AuditLogRepository } from '../audit/audit-log.repository.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { Repeating } from '../database/repeating.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { loggedReason } from '../database/trouble.js';
import { LeasesService } from '../ingestion/leases.service.js';
import { SettingsService } from '../settings/settings.service.js';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Of several processes on one database, one removes. */
const LEASE = 'audit_log';

/** Removes entries that are older than the setting says, and tells how many: a gap at the end is explained. */
@Injectable()
export class AuditRetentionService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Audit');
  private readonly looks = new Repeating(
    EVERY_MS,
    () => this.look(),
    (error) => this.failed(error),
  );

  constructor(
    private readonly startup: Startup,
    private readonly leases: LeasesService,
    private readonly settings: SettingsService,
    private readonly entries: AuditLogRepository,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.revisions, 'looking after the audit log', () => {
      // Nobody waits for it.
      void this.look().catch((error: unknown) => this.failed(error));
      this.looks.start();
      return Promise.resolve();
    });
  }

  onApplicationShutdown(): void {
    this.looks.stop();
  }

  private failed(error: unknown): void {
    this.log.warn(`Old entries of the audit log were not removed: ${loggedReason(error)}`);
  }

  private async look(): Promise<void> {
    if (!(await this.leases.take(LEASE))) return;
    try {
      await this.removeOld();
    } finally {
      await this.leases.release(LEASE);
    }
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
