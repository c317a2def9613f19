import {
  DestroyRef,
  type ElementRef,
  type Signal,
  afterNextRender,
  afterRenderEffect,
  inject,
  signal,
} from '@angular/core';
import { widthBesideWhole } from '../base/whole-columns';

/** What names are never cut below, in pixels. */
const LEAST = 96;
/** What fades out at the edge (tables.css), beside what a cell has at its side: no digit of the last column does. */
const FADE = 8;
/** The width in the style sheet, which has one of its own where the table fits. */
const WIDTH = '--label';

/**
 * Lets the column of labels take what whole columns leave, in a table that does not fit.
 *
 * @param scroller what the table scrolls in
 * @param content reads what the widths of columns come from
 */
export function fitLabelColumn(scroller: Signal<ElementRef<HTMLElement>>, content: () => void): void {
  const resized = signal(0);
  const observer = new ResizeObserver(() => resized.update((count) => count + 1));
  afterNextRender(() => {
    const { nativeElement } = scroller();
    // The table is as wide as its columns, which grow with a font that arrives and with rows that are scrolled to.
    for (const each of [nativeElement, nativeElement.firstElementChild]) if (each) observer.observe(each);
  });
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  afterRenderEffect({
    mixedReadWrite: () => {
      content();
      resized();
      fit(scroller().nativeElement);
    },
  });
}

function fit(scroller: HTMLElement): void {
  scroller.style.removeProperty(WIDTH);
  if (scroller.scrollWidth <= scroller.clientWidth) return;
  const [, ...numbers] = scroller.querySelectorAll('thead > :last-child > th');
  const widths = numbers.map((head) => head.getBoundingClientRect().width);
  const width = widthBesideWhole(scroller.clientWidth, LEAST, widths, FADE);
  scroller.style.setProperty(WIDTH, `${String(width)}px`);
}
