import type { mongo } from 'mongoose';
import type { RunDocument } from './run-document.js';

type Resumable = Pick<RunDocument, 'status' | 'dry_run' | 'decided_by' | 'file_kept' | 'rollback'>;

/**
 * Whether a run waits for its turn to show what it would change, and any process can carry it out: its file lies in the
 * database, or it goes back and needs none.
 */
export const isResumable = ({ status, dry_run, decided_by, file_kept, rollback }: Partial<Resumable>) =>
  status === 'queued' &&
  dry_run === true &&
  (decided_by ?? null) === null &&
  (file_kept === true || (rollback ?? null) !== null);

/** As conditions of the database: that nothing but the run's own document is needed; of an unfinished run the opposite. */
export const NEEDS_NO_UPLOAD: mongo.Filter<RunDocument> = {
  $or: [{ file_kept: true }, { rollback: { $ne: null } }],
};
export const NOT_RESUMABLE: mongo.Filter<RunDocument> = {
  $or: [
    { status: { $ne: 'queued' } },
    { dry_run: { $ne: true } },
    { decided_by: { $ne: null } },
    { file_kept: { $ne: true }, rollback: null },
  ],
};
