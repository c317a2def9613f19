import type { StoredView } from '../views/stored-view.js';

/** Name of the lease that a process needs to change the data of a view. */
export const dataLease = (view: StoredView): string => `data:${view.id}`;
