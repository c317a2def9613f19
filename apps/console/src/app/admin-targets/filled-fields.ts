import { DestroyRef, Injectable, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { Toasts } from '../ui/toast/toasts';
import { TARGETS } from './texts';

/**
 * Says that several fields were filled at once, and offers to take it back: the browser's own undo knows only of what
 * was typed. The offer ends with the form, and when what it would take back was saved or discarded.
 */
@Injectable()
export class FilledFields {
  private readonly toasts = inject(Toasts);
  private readonly formats = inject(Formats);
  private close: (() => void) | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  /**
   * @param leftOut how many values found no field
   * @param undo takes back what was filled in, and nothing that was typed since
   */
  say(count: number, leftOut: number, undo: () => void): void {
    const words = [TARGETS.filled(this.formats.count(count), count === 1)];
    if (leftOut > 0) words.push(TARGETS.leftOut(this.formats.count(leftOut), leftOut === 1));
    this.close = this.toasts.changed(words.join(' '), () => {
      undo();
      return Promise.resolve();
    });
  }

  forget(): void {
    this.close?.();
    this.close = null;
  }
}
