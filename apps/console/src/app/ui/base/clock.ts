import { DestroyRef, Service, computed, inject, signal } from '@angular/core';

/** Answers tell the time in whole seconds, and are under way for a while. */
const EXACT_MS = 5_000;

/**
 * The time, to the half minute: ages on the screen grow without a reload. It is the server's as soon as one answer has
 * told it, for what they are ages of was dated there, and a machine's own clock may be years away.
 */
@Service()
export class Clock {
  private readonly ticking = signal(Date.now());
  /** By how much the server's clock is ahead of this machine's, ms. */
  private readonly ahead = signal(0);
  readonly now = computed(() => this.ticking() + this.ahead());

  constructor() {
    const timer = setInterval(() => this.ticking.set(Date.now()), 30_000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** @param serverTime when an answer that has just come was made, ms since 1970 */
  hear(serverTime: number): void {
    const ahead = serverTime - Date.now();
    if (Math.abs(ahead - this.ahead()) > EXACT_MS) this.ahead.set(ahead);
  }
}
