import { HttpErrorResponse, type HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { Address } from './address';
import { VIEWS } from './api';
import { Views } from './views';

/**
 * When the view of the page is found no more, because it was deleted or is not the reader's any longer, loads the list
 * of views: the page then says so instead of what it could not load.
 */
export const viewIsGone: HttpInterceptorFn = (request, next) => {
  const [views, address] = [inject(Views), inject(Address)];
  return next(request).pipe(
    tap({
      error: (error: unknown) => {
        const id = address.viewId();
        if (!(error instanceof HttpErrorResponse) || error.status !== 404) return;
        if (id !== null && request.url.startsWith(`${VIEWS}/${id}/`)) void views.load().catch(() => []);
      },
    }),
  );
};
