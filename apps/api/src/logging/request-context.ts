import { AsyncLocalStorage } from 'node:async_hooks';

/** The id of the request that is being answered, for the log lines that are written meanwhile. */
export const requestId = new AsyncLocalStorage<string>();
