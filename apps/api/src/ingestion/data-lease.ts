import type { StoredView } from '../views/stored-view.js';

/** Name of the lease that a process needs to change the data of a view. */
export const dataLease = (view: Pick<StoredView, 'id'>): string => `data:${view.id}`;
