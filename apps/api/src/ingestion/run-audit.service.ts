import { Injectable } from '@nestjs/common';
import type { AuditAction, RunSource } from '@app/contracts';
import { actorBy } from '../audit/actors.js';
import type { AuditSubject } from '../audit/audit-entry.js';
import { AuditLog } from '../audit/audit-log.service.js';
import type { RunDocument } from './runs/run-document.js';
import type { RunEnd } from './runs/runs.repository.js';

/** The data of a view at a revision. */
interface DataState {
  readonly revision: number;
  readonly records: number;
}

/** What is told of how a run ended. */
type ToldEnd = Pick<RunEnd, 'status' | 'error'>;

const ASKED: Readonly<Partial<Record<RunSource['type'], AuditAction>>> = {
  google_sheets: 'data_refreshed',
  rollback: 'rollback_asked',
};

/** Tells the audit log of runs: that somebody asked for one, what was decided on it, and what came of it. */
@Injectable()
export class RunAuditService {
  constructor(private readonly audit: AuditLog) {}

  /** Somebody began it. */
  asked(view: AuditSubject, run: RunDocument): Promise<void> {
    const { source, mode, dry_run, rollback } = run;
    const after = { size: source.size, mode, dry_run, to_revision: rollback?.revision };
    return this.audit.record({
      action: ASKED[source.type] ?? 'data_uploaded',
      view,
      subject: named(run),
      after,
    });
  }

  /** Somebody decided on it. */
  decided(
    action: 'publish_decided' | 'publish_withdrawn' | 'import_cancelled' | 'import_discarded',
    view: AuditSubject,
    run: Pick<RunDocument, 'id' | 'source'>,
  ): Promise<void> {
    return this.audit.record({ action, view, subject: named(run) });
  }

  /** Readers get its data. */
  published(
    view: AuditSubject,
    run: RunDocument,
    { before, after }: { before?: DataState; after: DataState },
  ): Promise<void> {
    // Whoever removes a sample is told of at once: see `SampleDataService`.
    if (isSampleRemoved(run)) return Promise.resolve();
    return this.audit.record({ ...ofRun(view, run), action: 'data_published', before, after });
  }

  /** It came to nothing, or to a question. Of one that changed nothing and was to change nothing, there is nothing to tell. */
  async ended(view: AuditSubject, run: RunDocument, { status, error }: ToldEnd): Promise<void> {
    if (status === 'held')
      await this.audit.record({ ...ofRun(view, run), action: 'data_held', after: { reason: heldFor(run) } });
    if (status === 'failed')
      await this.audit.record({
        ...ofRun(view, run),
        action: 'import_failed',
        outcome: 'failed',
        after: { reason: error },
      });
  }
}

/** A run ends on behalf of whoever decided on it last, in the background. */
const ofRun = (view: AuditSubject, run: RunDocument) => ({
  view,
  subject: named(run),
  actor: actorBy(run.decided_by ?? run.started_by),
});

const named = ({ id, source }: Pick<RunDocument, 'id' | 'source'>): AuditSubject => ({
  id,
  name: source.name,
});

const isSampleRemoved = ({ source, started_by }: RunDocument): boolean =>
  source.type === 'sample' && started_by !== 'installation';

const heldFor = ({ report }: RunDocument): string =>
  (report?.held?.reasons ?? []).map(({ message }) => message).join(' ');
