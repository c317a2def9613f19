export const SESSIONS_URL = '/api/auth/sessions';
export const sessionUrl = (id: string): string => `${SESSIONS_URL}/${id}`;
export const SAMPLE_URL = '/api/sample-data';
