import type { DealChangeKind, IngestionRun } from '@app/contracts';
import type { FindingCount } from '@app/domain/ingest';
import { exportUrl, viewUrl } from '../../session/api';
import type { Question } from '../../session/questions';
import type { ExportQuestion } from '../../ui/export/export-question';

type RunOfView = Pick<IngestionRun, 'view_id' | 'id'>;

/** The columns that a sheet may have, and a sheet to fill in. */
export const COLUMNS_URL = '/api/import-columns';
export const TEMPLATE_URL = `${COLUMNS_URL}/template`;

/** Fetches the sheet of a view from its address. */
export const refreshUrl = (viewId: string): string => viewUrl(viewId, 'refresh');

/** The imports of a view. */
export const runsUrl = (viewId: string): string => viewUrl(viewId, 'ingestions');
export const runUrl = ({ view_id, id }: RunOfView): string => viewUrl(view_id, `ingestions/${id}`);
export const publishUrl = (run: RunOfView): string => `${runUrl(run)}/publish`;

/** Brings the data back as the run left it. */
export const rollbackUrl = (run: RunOfView): string => `${runUrl(run)}/rollback`;

/** Where its kept file is read again, as the body says. */
export const previewUrl = (run: RunOfView): string => `${runUrl(run)}/preview`;

/** Findings of a run: all, or those of one cause. */
export const findingsQuestion = (
  run: RunOfView,
  cause?: Pick<FindingCount, 'code' | 'column'>,
): Question => ({
  url: `${runUrl(run)}/findings`,
  params: { ...(cause && { code: cause.code }), ...(cause?.column && { column: cause.column }) },
});

/** The rows that a run merged into others. */
export const duplicatesQuestion = (run: RunOfView): Question => ({
  url: `${runUrl(run)}/duplicates`,
  params: {},
});

/** The rows of which another deal may be meant than the one they were taken for. */
export const matchesQuestion = (run: RunOfView): Question => ({ url: `${runUrl(run)}/matches`, params: {} });

/** The deals that a run adds, changes or removes. */
export const changesQuestion = (run: RunOfView, kind: DealChangeKind): Question => ({
  url: `${runUrl(run)}/changes`,
  params: { kind },
});

/** A list of a run as a file, whole. */
export const fileOf = ({ url, params }: Question): ExportQuestion => ({ url: exportUrl(url), params });

/** The deals that imports removed, all or those whose client has the text in its name. */
export const removedQuestion = (
  viewId: string,
  { search, asOf }: { search: string; asOf: string | null },
): Question => ({
  url: viewUrl(viewId, 'removed-deals'),
  params: { ...(search && { q: search }), ...(asOf && { as_of: asOf }) },
});
