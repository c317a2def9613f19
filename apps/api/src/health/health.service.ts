import { Injectable } from '@nestjs/common';
import type { Health, HealthCheck } from '@app/contracts';
import { DatabaseLink } from '../database/database-link.js';
import { Startup } from '../database/startup.js';
import { ReadinessService } from '../datasets/readiness.service.js';

/** Whether the product can answer, and if not why. */
@Injectable()
export class HealthService {
  constructor(
    private readonly link: DatabaseLink,
    private readonly startup: Startup,
    private readonly readiness: ReadinessService,
  ) {}

  async ready(): Promise<Health> {
    const checks = {
      database: await this.database(),
      startup: this.started(),
      revisions: this.readiness.revisionsBuilt(),
    };
    const isOk = Object.values(checks).every(({ ok }) => ok);
    return { status: isOk ? 'ok' : 'unavailable', checks };
  }

  private async database(): Promise<HealthCheck> {
    const kind = this.link.isEmbedded ? 'embedded' : 'MongoDB';
    try {
      await this.link.ping();
      return { ok: true, detail: `The ${kind} database answers.` };
    } catch {
      return { ok: false, detail: `The ${kind} database does not answer.` };
    }
  }

  private started(): HealthCheck {
    const { isDone, detail } = this.startup.progress();
    return { ok: isDone, detail };
  }
}
