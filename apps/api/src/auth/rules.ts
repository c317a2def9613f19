import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiCookieAuth, ApiParam } from '@nestjs/swagger';
import { Problems } from '../openapi/answers.js';
import type { StoredView } from '../views/stored-view.js';
import type { Asker } from '../users/asker.js';
import { askerOf, type AuthenticatedRequest, viewOf } from './authenticated-request.js';
import type { LiveSession } from './session.js';

export type { Asker } from '../users/asker.js';
export type { StoredView } from '../views/stored-view.js';

/** Who may call a route. A route without one is closed to everybody. */
export type Rule = 'public' | 'signed_in' | 'view_access' | 'upload_right' | 'pov_owner' | 'super_admin';

export const RULE = 'route-rule';

const rule = (name: Rule) => SetMetadata(RULE, name);

/** Anybody, signed in or not. Writes still need the CSRF token. */
export const Public = () => rule('public');

export const UNASKED = 'asks-nobody';

/**
 * Anybody, and who it is is not looked up: the route answers the same whether or not the database does. A write of this
 * kind needs no token: it may change nothing.
 */
export const Unasked = () => applyDecorators(Public(), SetMetadata(UNASKED, true));

/** Anybody who is signed in. */
export const SignedIn = () => applyDecorators(rule('signed_in'), ApiCookieAuth(), Problems(401));

/** Who can open the view of the route's `:viewId`; others get the 404 of a view that does not exist. */
export const ViewAccess = () => applyDecorators(rule('view_access'), ...viewRoute, Problems(401, 404));

/** Who may bring data into the view of the route's `:viewId`. */
export const UploadRight = () => applyDecorators(rule('upload_right'), ...viewRoute, Problems(401, 403, 404));

/** Who owns the point of view, in the views that they can open. */
export const PovOwner = () => applyDecorators(rule('pov_owner'), ...viewRoute, Problems(401, 403, 404));

/** Super admins; on a route with `:viewId` the view must exist. */
export const SuperAdmin = () => applyDecorators(rule('super_admin'), ApiCookieAuth(), Problems(401, 403));

/** Documents `:viewId` where the rule does not do it, as on routes of super admins. */
export const ViewParam = () =>
  ApiParam({
    name: 'viewId',
    type: String,
    description: 'Id of a view.',
    example: 'view-signal-1767225600',
  });

const viewRoute = [ApiCookieAuth(), ViewParam()];

/** The signed-in person. Only on routes whose rule asks for one. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext): Asker =>
  askerOf(context.switchToHttp().getRequest()),
);

/** The session that asks. Only on routes whose rule asks for a person. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext): LiveSession => {
  const { session } = context.switchToHttp().getRequest<AuthenticatedRequest>();
  if (!session) throw new Error('@CurrentSession() stands on a route that lets anybody in.');
  return session;
});

/** The view of the route's `:viewId`. */
export const CurrentView = createParamDecorator((_: unknown, context: ExecutionContext): StoredView =>
  viewOf(context.switchToHttp().getRequest()),
);
