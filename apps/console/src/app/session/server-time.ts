import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { tap } from 'rxjs';
import { Clock } from '../ui/base/clock';
import { VIEWS } from './api';

/** Each list of views tells what time it is on the server, which dated the data in it: ages count from there. */
export const serverTime: HttpInterceptorFn = (request, next) => {
  const clock = inject(Clock);
  return next(request).pipe(
    tap((event) => {
      if (!(event instanceof HttpResponse) || request.url !== VIEWS) return;
      const at = Date.parse(event.headers.get('date') ?? '');
      if (!Number.isNaN(at)) clock.hear(at);
    }),
  );
};
