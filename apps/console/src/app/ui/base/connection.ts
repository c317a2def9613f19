import { DOCUMENT, DestroyRef, Service, inject, signal } from '@angular/core';

/** Whether the browser says that it has a connection, and when the server can be reached again. */
@Service()
export class Connection {
  private readonly offline = signal(false);
  private readonly returns = signal(0);
  readonly isOffline = this.offline.asReadonly();
  /** Counts the times that the server could be reached again: what could not be loaded is asked for anew. */
  readonly returned = this.returns.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    this.offline.set(view?.navigator.onLine === false);
    const ended = new AbortController();
    view?.addEventListener('online', () => this.isBack(), ended);
    view?.addEventListener('offline', () => this.offline.set(true), ended);
    inject(DestroyRef).onDestroy(() => ended.abort());
  }

  /** Call it when the server answers after it did not. */
  isBack(): void {
    this.offline.set(false);
    this.returns.update((times) => times + 1);
  }
}
