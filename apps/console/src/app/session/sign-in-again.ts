import {
  HttpContext,
  HttpContextToken,
  HttpErrorResponse,
  type HttpInterceptorFn,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { tap } from 'rxjs';
import { Session } from './session';
import { isAboutAuth } from './api';

const IS_QUESTION = new HttpContextToken(() => false);

/** For a question that is too long for an address and is sent as a change is: nothing is lost with it. */
export const asQuestion = (): HttpContext => new HttpContext().set(IS_QUESTION, true);

/** When the session has ended, leads to sign-in and then back to the same address. */
export const signInAgain: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const router = inject(Router);
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        if (!isSessionOver(error) || isAboutAuth(request.url)) return;
        session.forget();
        const isChange = request.method !== 'GET' && !request.context.get(IS_QUESTION);
        if (!router.url.startsWith('/sign-in'))
          void router.navigate(['/sign-in'], {
            // Who sent a change would take it for done: the page of sign-in says that it is not.
            queryParams: { return: router.url, ...(isChange ? { unsaved: '' } : {}) },
          });
      },
    }),
  );
};

const isSessionOver = (error: unknown) => error instanceof HttpErrorResponse && error.status === 401;
