import { requestContext } from '../logging/request-context.js';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { deviceOf } from './device.js';
import { isLocal } from './local-access.js';
import type { LiveSession } from './session.js';

/** Who asks for a sign-in. */
export interface Caller {
  /** On the machine of the product itself. */
  readonly isLocal: boolean;
  /** The session that their browser has. */
  readonly session: LiveSession | undefined;
  /** Browser and system in words; null where they are not known. */
  readonly device: string | null;
  readonly address: string | null;
}

export function callerOf(request: AuthenticatedRequest): Caller {
  const { httpVersion, headers } = request.raw;
  const { remoteAddress } = request.socket;
  return {
    isLocal: isLocal({ remoteAddress, httpVersion, headers }),
    session: request.session,
    device: deviceOf(headers['user-agent']),
    address: requestContext.getStore()?.address ?? null,
  };
}
