/** Addresses of the API that several features use; those of one feature are in its own `api.ts`. */

export const AUTH = {
  config: '/api/auth/config',
  me: '/api/auth/me',
  local: '/api/auth/local',
  demo: '/api/auth/demo',
  invitation: '/api/auth/invitation',
  /** A page, not an answer: leads to Google and back. */
  google: '/api/auth/google',
  logout: '/api/auth/logout',
} as const;

/** Whether a request is about signing in or out. */
export const isAboutAuth = (url: string): boolean => url.startsWith('/api/auth/');

export const VIEWS = '/api/views';

/** Where one comes in: one of the saved pages. */
export const START_PAGE_URL = '/api/start-page';

export const SEARCH_URL = '/api/search';

/** The definitions of all numbers. */
export const CATALOGUE = '/api/metrics-catalogue';

export const EVENTS = '/api/events';

/** What belongs to a view. */
export const viewUrl = (viewId: string, path?: string): string =>
  path === undefined ? `${VIEWS}/${viewId}` : `${VIEWS}/${viewId}/${path}`;

/** Paths below a view, for {@link viewUrl}. */
export const PATHS = {
  /** Every number of the catalogue. */
  analytics: 'analytics',
  breakdown: 'analytics/breakdown',
  explanation: 'analytics/explain',
  /** What its deals can be filtered by. */
  filters: 'filters',
  findings: 'findings',
  /** The records behind a number of the catalogue. */
  numberRecords: 'analytics/records',
  findingRecords: (code: string) => `findings/${encodeURIComponent(code)}/records`,
  columnRecords: (column: string) => `board-columns/${encodeURIComponent(column)}/records`,
  /** All deals of the view. */
  records: 'records',
  record: (id: string) => `records/${encodeURIComponent(id)}`,
  screen: (name: string) => `screens/${name}`,
} as const;

/** The file of a list or table. */
export const exportUrl = (url: string): string => `${url}/export`;
