import { DOCUMENT, DestroyRef, type Signal, inject, signal } from '@angular/core';

/** Whether the browser says that it has no connection; in an injection context, and as long as that. */
export function offlineSignal(): Signal<boolean> {
  const view = inject(DOCUMENT).defaultView;
  const isOffline = signal(view?.navigator.onLine === false);
  const ended = new AbortController();
  view?.addEventListener('online', () => isOffline.set(false), ended);
  view?.addEventListener('offline', () => isOffline.set(true), ended);
  inject(DestroyRef).onDestroy(() => ended.abort());
  return isOffline.asReadonly();
}
