import { Injector, PendingTasks, type Signal, afterNextRender, effect, inject, signal } from '@angular/core';

/**
 * Whether what is there has been painted once: what lies further down can be drawn after it, so that nobody waits for
 * what they do not see yet.
 *
 * @param isThere whether there is something to paint
 */
export function paintedOnce(isThere: () => boolean): Signal<boolean> {
  const injector = inject(Injector);
  const tasks = inject(PendingTasks);
  const painted = signal(false);
  const waiting = effect(() => {
    if (!isThere()) return;
    waiting.destroy();
    const done = tasks.add(); // the page is finished when the rest is drawn
    const after = () => {
      painted.set(true);
      done();
    };
    // A task that a frame asks for runs when the frame is painted.
    afterNextRender({ read: () => requestAnimationFrame(() => setTimeout(after)) }, { injector });
  });
  return painted.asReadonly();
}
