import { Injectable, Logger } from '@nestjs/common';
import { cspReportsIn } from './csp-report.js';

/** Kinds of reports that are logged at most: more than the product can cause. Others are ignored. */
const MAX_KINDS = 100;

/** Tells whoever runs the product what browsers refuse to its pages: each kind once. Nothing is kept. */
@Injectable()
export class PageReportsService {
  private readonly log = new Logger('Pages');
  private readonly reported = new Set<string>();

  receive(body: unknown): void {
    for (const report of cspReportsIn(body)) {
      const kind = JSON.stringify([report.directive, report.blocked, report.source]);
      if (this.reported.has(kind) || this.reported.size >= MAX_KINDS) continue;
      this.reported.add(kind);
      this.log.warn({ msg: 'A browser refused something to a page of the console', ...report });
    }
  }
}
