import type { FastifyRequest } from 'fastify';
import type { StoredView } from '../views/stored-view.js';
import type { Asker } from '../users/asker.js';
import type { LiveSession } from './session.js';

/** A request after the guard has seen it. */
export interface AuthenticatedRequest extends FastifyRequest {
  asker?: Asker;
  session?: LiveSession;
  view?: StoredView;
}
