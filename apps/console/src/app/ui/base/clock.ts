import { DestroyRef, Service, inject, signal } from '@angular/core';

/** The time, to the half minute: ages on the screen grow without a reload. */
@Service()
export class Clock {
  private readonly ticking = signal(Date.now());
  readonly now = this.ticking.asReadonly();

  constructor() {
    const timer = setInterval(() => this.ticking.set(Date.now()), 30_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
