import type { AuthenticatedRequest } from '../auth/authenticated-request.js';
import type { Person } from '../users/person.js';
import type { SignInAttempt } from './sign-in-attempts.service.js';

/** A request of a sign-in with Google, after its guards have seen it. */
export interface GoogleRequest extends AuthenticatedRequest {
  /** Where the sign-in leads in the end. */
  returnTo?: string;
  /** The sign-in that is begun, sealed for the browser. */
  begun?: string;
  /** The one that the browser has begun before; null without one. */
  attempt?: SignInAttempt | null;
  /** Google's page that the browser is sent to. */
  googlesPage?: string;
  /** Who has come back from there. */
  user?: Person;
}
