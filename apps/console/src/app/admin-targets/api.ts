import { viewUrl } from '../session/api';

export const targetsUrl = (viewId: string): string => viewUrl(viewId, 'targets');
export const historyUrl = (viewId: string): string => viewUrl(viewId, 'targets/history');
export const restoreUrl = (viewId: string, revision: number): string =>
  viewUrl(viewId, `targets/history/${revision}/restore`);
