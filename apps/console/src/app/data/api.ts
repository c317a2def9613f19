import type { IngestionRun } from '@app/contracts';
import { viewUrl } from '../session/api';

/** The imports of a view. */
export const runsUrl = (viewId: string): string => viewUrl(viewId, 'ingestions');
export const runUrl = ({ view_id, id }: Pick<IngestionRun, 'view_id' | 'id'>): string =>
  viewUrl(view_id, `ingestions/${id}`);
export const publishUrl = (run: Pick<IngestionRun, 'view_id' | 'id'>): string => `${runUrl(run)}/publish`;
