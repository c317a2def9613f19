import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session';
import { returnAddress } from './return-address';
import { tokenIn } from './sign-in-link';

/** Only for signed-in people; others sign in first and then return to the same address. */
export const onlySignedIn: CanActivateFn = async (_, state) => {
  const [session, router] = [inject(Session), inject(Router)];
  if (await session.whoIsThere()) return true;
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } }));
};

/** Leads signed-in people on to the page that was asked for, unless a sign-in link brought them: it may be another person's. */
export const onlySignedOut: CanActivateFn = async ({ fragment, queryParamMap }) => {
  const [session, router] = [inject(Session), inject(Router)];
  if (tokenIn(fragment) !== null) return true;
  if (!(await session.whoIsThere())) return true;
  return new RedirectCommand(router.parseUrl(returnAddress(queryParamMap.get('return'))));
};
