import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension, ApiParam } from '@nestjs/swagger';
import { type CallerKind, holds, isAboutView, type Right } from '@app/contracts';
import { Problems } from '../openapi/answers.js';
import { BEARER } from '../openapi/complete-document.js';
import type { StoredView } from '../views/stored-view.js';
import type { Asker } from '../users/asker.js';
import { askerOf, type AuthenticatedRequest, viewOf } from './authenticated-request.js';
import type { LiveSession } from './session.js';

export type { Asker } from '../users/asker.js';
export type { StoredView } from '../views/stored-view.js';

/** The right that a route asks for; everybody holds `public`. A route without one is closed to everybody. */
export type Rule = 'public' | Right;

export const RULE = 'route-rule';

const TOKENS: readonly CallerKind[] = ['token_to_read', 'token_to_upload'];

const rule = (name: Rule) => SetMetadata(RULE, name);

/** Anybody, signed in or not. Writes still need the CSRF token. */
export const Public = () => rule('public');

export const UNASKED = 'asks-nobody';

/**
 * Anybody, and who it is is not looked up: the route answers the same whether or not the database does. A write of this
 * kind needs no token: it may change nothing.
 */
export const Unasked = () => applyDecorators(Public(), SetMetadata(UNASKED, true));

/**
 * Who holds the right: see `ACCESS_RULES`. One about a view asks for the view of the route's `:viewId`; who cannot open
 * it gets the 404 of a view that does not exist.
 */
export const Requires = (right: Right) =>
  applyDecorators(
    rule(right),
    ApiCookieAuth(),
    ...(TOKENS.some((kind) => holds({ kinds: [kind] }, right)) ? [ApiBearerAuth(BEARER)] : []),
    ApiExtension('x-right', right),
    ...(isAboutView(right) ? [ViewParam(), Problems(401, 403, 404)] : [Problems(401, 403)]),
  );

/** Whoever is known. */
export const SignedIn = () => Requires('look_up');

/** Who reads the view of the route's `:viewId`. */
export const ViewAccess = () => Requires('read');

/** Who may bring data into the view of the route's `:viewId`. */
export const UploadRight = () => Requires('upload');

/** Who owns the point of view, in the views that they can open. */
export const PovOwner = () => Requires('write_pov');

/** Documents `:viewId` where the right does not do it, because it is about the whole installation. */
export const ViewParam = () =>
  ApiParam({
    name: 'viewId',
    type: String,
    description: 'Id of a view.',
    example: 'view-signal-1767225600',
  });

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
