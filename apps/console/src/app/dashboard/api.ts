import { viewUrl } from '../session/api';

/** What is to be done about the deals of a view. */
export const todayUrl = (viewId: string): string => viewUrl(viewId, 'today');
