import type { ApplicationConfig } from '@angular/core';
import { inject, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideHttpClient, withInterceptors, withXhr, withXsrfConfiguration } from '@angular/common/http';
import { provideRouter, withNavigationErrorHandler } from '@angular/router';
import { routes } from './app.routes';
import { CONSOLE_PAGES } from './pages';
import { Drawer } from './session/drawer';
import { preloadedAnswers } from './session/preloaded-answers';
import { LinkedPages } from './session/linked-pages';
import { PAGES } from './session/pages';
import { StartProblem } from './session/start-problem';
import { serverTime } from './session/server-time';
import { signInAgain } from './session/sign-in-again';
import { viewIsGone } from './session/view-is-gone';
import { LinkOpener } from './ui/links/link-opener';
import { NamedPages } from './ui/links/named-pages';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withNavigationErrorHandler((error) => inject(StartProblem).report(error)),
    ),
    { provide: PAGES, useValue: CONSOLE_PAGES },
    { provide: LinkOpener, useExisting: Drawer },
    { provide: NamedPages, useExisting: LinkedPages },
    // The fetch backend reports no upload progress.
    provideHttpClient(
      withXhr(),
      withXsrfConfiguration({ cookieName: 'XSRF-TOKEN', headerName: 'X-XSRF-TOKEN' }),
      withInterceptors([signInAgain, viewIsGone, serverTime, preloadedAnswers]),
    ),
  ],
};
