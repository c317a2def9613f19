import type { IngestionRun } from '@app/contracts';
import { exportUrl, viewUrl } from '../../session/api';
import type { ExportQuestion } from '../../ui/export/export-question';

/** The imports of a view. */
export const runsUrl = (viewId: string): string => viewUrl(viewId, 'ingestions');
export const runUrl = ({ view_id, id }: Pick<IngestionRun, 'view_id' | 'id'>): string =>
  viewUrl(view_id, `ingestions/${id}`);
export const publishUrl = (run: Pick<IngestionRun, 'view_id' | 'id'>): string => `${runUrl(run)}/publish`;

/** A list of a run's report as a file. */
export const listFile = (
  run: Pick<IngestionRun, 'view_id' | 'id'>,
  list: 'findings' | 'duplicates',
): ExportQuestion => ({ url: exportUrl(`${runUrl(run)}/${list}`), params: {} });
