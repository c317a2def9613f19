import { DOCUMENT, Service, inject, signal } from '@angular/core';

/** Whether the page is as narrow as a phone: what has no room there is drawn in another way, not twice. */
@Service()
export class Narrow {
  private readonly query = inject(DOCUMENT).defaultView?.matchMedia('(max-width: 700px)');
  private readonly matches = signal(this.query?.matches ?? false);

  readonly is = this.matches.asReadonly();

  constructor() {
    this.query?.addEventListener('change', ({ matches }) => this.matches.set(matches));
  }
}
