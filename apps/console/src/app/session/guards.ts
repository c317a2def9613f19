import { inject } from '@angular/core';
import { type CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Views } from './views';
import { Session } from './session';
import { rememberedHome } from './home';

/** Opens to whoever is signed in; the others sign in first and come back to the same address. */
export const onlySignedIn: CanActivateFn = async (_, state) => {
  const [session, router] = [inject(Session), inject(Router)];
  if (await session.whoIsThere()) return true;
  return new RedirectCommand(router.createUrlTree(['/sign-in'], { queryParams: { return: state.url } }));
};

/** Who is signed in already has no business on the sign-in page. */
export const onlySignedOut: CanActivateFn = async () => {
  const [session, router] = [inject(Session), inject(Router)];
  return (await session.whoIsThere()) ? new RedirectCommand(router.createUrlTree(['/'])) : true;
};

/** The bare address leads to where the reader was last, else to the default view. */
export const toHome: CanActivateFn = async () => {
  const [views, router] = [inject(Views), inject(Router)];
  const home = rememberedHome(await views.load());
  if (!home) return router.createUrlTree(['/nothing-to-open']);
  return new RedirectCommand(
    router.createUrlTree(['/v', home.view, 'dashboard'], { queryParams: home.queryParams }),
    { replaceUrl: true },
  );
};

/** A view's pages wait for the list of views: name, rights and data age stand on each of them. */
export const withViews: CanActivateFn = async () => {
  await inject(Views).load();
  return true;
};
