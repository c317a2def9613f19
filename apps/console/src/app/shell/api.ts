export const SESSIONS_URL = '/api/auth/sessions';
export const sessionUrl = (id: string): string => `${SESSIONS_URL}/${id}`;
export const OTHER_SESSIONS_URL = `${SESSIONS_URL}?keep=current`;
/** Answers as long as the server does. */
export const ALIVE_URL = '/api/health/live';
export const SAMPLE_URL = '/api/sample-data';
export const SAMPLE_AGAIN_URL = `${SAMPLE_URL}/restore`;
