export const TOKENS_URL = '/api/tokens';
export const tokenUrl = (id: string): string => `${TOKENS_URL}/${id}`;
