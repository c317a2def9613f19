import { NO_READING } from '../views/view-reading.js';
import type { StoredView } from '../views/stored-view.js';

/** A view for a spec: an ordinary one, except for what is given. */
export const aView = (given: Partial<StoredView>): StoredView => ({
  id: `view-${(given.name ?? 'view').toLowerCase()}`,
  name: 'View',
  isMaster: false,
  isDefault: false,
  sheetUrl: null,
  sheetName: null,
  dedupe: 'client_stage',
  reading: NO_READING,
  assignedUser: null,
  aggregatesFrom: [],
  targets: {},
  targetsRevision: 0,
  sampleTargets: null,
  collection: null,
  moving: null,
  createdAt: null,
  ...given,
});
