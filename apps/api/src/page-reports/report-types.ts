import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Refusal } from '../refusals/refusal.js';

/** Media types in which browsers report. */
export const REPORT_TYPES = ['application/csp-report', 'application/reports+json'];

/** A body of reports, whichever way it was written. */
export interface Reports {
  readonly reports: unknown;
}

/** Reads bodies of reports: JSON under names of its own, and lists besides objects. */
export function readReports(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  server.addContentTypeParser(REPORT_TYPES, { parseAs: 'string' }, (_, text, done) => {
    try {
      done(null, { reports: JSON.parse(String(text)) } satisfies Reports);
    } catch {
      done(new Refusal('faulty', 'The report is no JSON.'));
    }
  });
}
