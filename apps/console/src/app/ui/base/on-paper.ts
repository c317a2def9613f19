import { ApplicationRef, DOCUMENT, DestroyRef, Service, inject, signal } from '@angular/core';

/** Whether the browser prints. It takes the page as it is once it has told so: what paper needs is drawn at once. */
@Service()
export class OnPaper {
  private readonly application = inject(ApplicationRef);
  private readonly printing = signal(false);
  readonly now = this.printing.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    const ended = new AbortController();
    view?.addEventListener('beforeprint', () => this.draw(true), ended);
    view?.addEventListener('afterprint', () => this.draw(false), ended);
    inject(DestroyRef).onDestroy(() => ended.abort());
  }

  private draw(isPaper: boolean): void {
    this.printing.set(isPaper);
    this.application.tick();
  }
}
