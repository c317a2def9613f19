import {
  DestroyRef,
  type ElementRef,
  type Signal,
  afterNextRender,
  computed,
  inject,
  signal,
} from '@angular/core';
import { isTouched } from '../base/touched';
import { rowHeight } from './row-window';

/** Rows of a table before it scrolls. */
const rowsInSight = (): number => (isTouched() ? 9 : 12);

/**
 * How tall a table is that scrolls, in pixels: its head, whole rows, its totals, and the scrollbar below them where it
 * has one, so that no row is cut through its text. Null for a table that is short enough to be whole.
 *
 * @param scroller what the table scrolls in
 * @param count its rows
 */
export function heightOfRows(
  scroller: Signal<ElementRef<HTMLElement>>,
  count: Signal<number>,
): Signal<number | null> {
  const around = signal(2 * rowHeight());
  const observer = new ResizeObserver(() => around.set(heightAround(scroller().nativeElement)));
  afterNextRender(() => {
    const { nativeElement } = scroller();
    // Heads of two lines, and columns that fit or do not, come and go with the width.
    for (const each of [nativeElement, ...edgesOf(nativeElement)]) observer.observe(each);
  });
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return computed(() => (count() > rowsInSight() ? around() + rowsInSight() * rowHeight() : null));
}

const edgesOf = (scroller: HTMLElement) => [...scroller.querySelectorAll('thead, tfoot')];

function heightAround(scroller: HTMLElement): number {
  const bar = scroller.offsetHeight - scroller.clientHeight;
  return edgesOf(scroller).reduce((sum, edge) => sum + edge.getBoundingClientRect().height, bar);
}
