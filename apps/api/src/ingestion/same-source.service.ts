import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import type { RunReport } from '@app/contracts';
import type { ViewMetadata } from '../datasets/metadata-document.js';
import type { RunDocument } from './runs/run-document.js';
import { RunsRepository } from './runs/runs.repository.js';
import type { IngestJob, SameSource } from './staging/ingest-job.js';

/** Another version of the product may read the same bytes otherwise: what an earlier process read counts for nothing. */
const SINCE = new Date(Date.now() - performance.now());

/** Knows a sheet again that the view's data came from, by its bytes and by all that decides how they are read. */
@Injectable()
export class SameSourceService {
  constructor(private readonly runs: RunsRepository) {}

  /** What the view's last import read, when a run is about to read the very same; else null. */
  async of(run: RunDocument, job: IngestJob, before: ViewMetadata): Promise<SameSource | null> {
    if (job.path === null || run.source.type === 'sample') return null;
    const source_hash = await hashOf(job.path, job);
    await this.runs.noteHash(run.id, source_hash);
    if (!job.mayEndUnchanged || job.isPreview || run.decided_by !== null || before.runId === null)
      return null;
    const last = await this.runs.lastRead(run.view_id);
    if (last?.source_hash !== source_hash || !last.report || !isWhole(last.report)) return null;
    if (last.finished_at === null || last.finished_at < SINCE) return null;
    const live = await this.runs.published(run.view_id, before.runId);
    return live?.data_digest === undefined ? null : { report: last.report, digest: live.data_digest };
  }
}

/* The rest of long lists, and doubtful matches, lie in pages of the run that found them. */
const isWhole = (report: RunReport): boolean =>
  report.findings.length === report.findings_count &&
  report.duplicates.length === report.duplicates_count &&
  report.doubtful_matches_count === 0;

/* In which order the last import read its dates is left out: reading the same again settles on the same. */
async function hashOf(path: string, job: IngestJob): Promise<string> {
  const { choices, sheetName, dateOrder, currency, rowLimit, dedupe, mode } = job;
  const bytes = createHash('sha256');
  for await (const chunk of createReadStream(path)) bytes.update(chunk as Buffer);
  const read = [choices, sheetName, dateOrder, currency, rowLimit, dedupe, mode];
  return hash('sha256', JSON.stringify([bytes.digest('hex'), ...read]));
}
