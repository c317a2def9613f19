export const OPENERS_URL = '/api/view-openers';
export const ARCHIVED_URL = '/api/archived-views';
export const restoreUrl = (id: string): string => `${ARCHIVED_URL}/${encodeURIComponent(id)}/restore`;
