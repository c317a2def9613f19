import { ElementRef, Injector, afterNextRender, effect, inject, signal, untracked } from '@angular/core';

/**
 * Moves the focus to what a reader opened, once it is there.
 *
 * @param isThere whether it is
 * @param selector where it is in the component
 * @returns to be called when the reader opens something
 */
export function focusOpened(isThere: () => boolean, selector: string): () => void {
  const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const injector = inject(Injector);
  const isAwaited = signal(false);
  const write = () => {
    const opened = host.querySelector<HTMLElement>(selector);
    opened?.focus({ preventScroll: true });
    opened?.scrollIntoView({ block: 'start' });
  };
  effect(() => {
    if (!isAwaited() || !isThere()) return;
    untracked(() => isAwaited.set(false));
    afterNextRender({ write }, { injector });
  });
  return () => isAwaited.set(true);
}
