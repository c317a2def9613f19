import { viewUrl } from '../session/api';

/** The to-do list of a view. */
export const todayUrl = (viewId: string): string => viewUrl(viewId, 'today');
