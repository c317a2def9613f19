export const USERS_URL = '/api/users';
export const userUrl = (id: string): string => `${USERS_URL}/${encodeURIComponent(id)}`;
export const sessionsUrl = (id: string): string => `${userUrl(id)}/sessions`;
/** Makes sign-in links. */
export const INVITATIONS_URL = '/api/invitations';
