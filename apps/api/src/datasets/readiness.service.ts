import { Injectable } from '@nestjs/common';
import type { HealthCheck } from '@app/contracts';
import { RevisionWatch } from './revision-watch.service.js';

/** Whether the numbers can be served: every view's record set was built once. */
@Injectable()
export class ReadinessService {
  constructor(private readonly watch: RevisionWatch) {}

  revisionsBuilt(): HealthCheck {
    return this.watch.isBuilt
      ? { ok: true, detail: 'The current revision of every view is built.' }
      : { ok: false, detail: 'The current revisions are being built.' };
  }
}
