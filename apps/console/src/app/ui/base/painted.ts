import {
  DOCUMENT,
  Injector,
  PendingTasks,
  type Signal,
  afterNextRender,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { OnPaper } from './on-paper';

/**
 * Whether what is there has been painted once: what lies further down can be drawn after it, so that nobody waits for
 * what they do not see yet. Paper takes all of it.
 *
 * @param isThere whether there is something to paint
 */
export function paintedOnce(isThere: () => boolean): Signal<boolean> {
  const injector = inject(Injector);
  const tasks = inject(PendingTasks);
  const document = inject(DOCUMENT);
  const paper = inject(OnPaper);
  const painted = signal(false);
  const waiting = effect(() => {
    if (!isThere()) return;
    waiting.destroy();
    const done = tasks.add(); // the page is finished when the rest is drawn
    const after = () => {
      painted.set(true);
      done();
    };
    // A task that a frame asks for runs when the frame is painted; a page out of sight has no frames.
    const wait = () => (document.hidden ? setTimeout(after) : requestAnimationFrame(() => setTimeout(after)));
    afterNextRender({ read: wait }, { injector });
  });
  return computed(() => painted() || paper.now());
}
