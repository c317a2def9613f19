import { Injectable } from '@nestjs/common';
import type { Health, HealthCheck } from '@app/contracts';
import { DatabaseLink } from '../database/database-link.js';
import { Startup } from '../database/startup.js';
import { Storage } from '../database/storage.js';
import { ReadinessService } from '../datasets/readiness.service.js';

/** Whether the product can answer, and if not why. */
@Injectable()
export class HealthService {
  constructor(
    private readonly link: DatabaseLink,
    private readonly startup: Startup,
    private readonly storage: Storage,
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
    const trouble = await this.link.trouble();
    if (trouble === null) return { ok: true, detail: `The ${kind} database answers.` };
    return { ok: false, detail: `The ${kind} database cannot be used: ${trouble}.` };
  }

  /** Indexes that the server refused do not keep the product from serving: they are named all the same. */
  private started(): HealthCheck {
    const { isDone, detail } = this.startup.progress();
    const refused = this.storage.findings().map(({ collection, index, code }) => {
      return `the index of ${collection} on ${index} (refused with code ${code})`;
    });
    const without = refused.length > 0 ? `; without ${refused.join(', ')}` : '';
    return { ok: isDone, detail: `${detail}${without}` };
  }
}
