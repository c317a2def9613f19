import type { FastifyRequest } from 'fastify';
import type { StoredView } from '../views/stored-view.js';
import type { Asker } from '../users/asker.js';
import type { Telling } from '../http/problem-adapter.js';
import type { LiveSession } from './session.js';

/** A request after the guard has seen it. */
export interface AuthenticatedRequest extends FastifyRequest {
  asker?: Asker;
  session?: LiveSession;
  /** A program asks, with a token of its own: nothing that a browser sends by itself lets it in. */
  isByToken?: boolean;
  view?: StoredView;
  /** How the answer is told to whoever learns nothing of people; absent where it tells of nobody. */
  telling?: Telling;
}

/** The signed-in person. Only on routes whose rule asks for one. */
export function askerOf({ asker }: AuthenticatedRequest): Asker {
  if (!asker) throw new Error('The signed-in person is asked for on a route that lets anybody in.');
  return asker;
}

/** The view of the route's `:viewId`. */
export function viewOf({ view }: AuthenticatedRequest): StoredView {
  if (!view) throw new Error('The view is asked for on a route without :viewId.');
  return view;
}
