import { DestroyRef, Injectable, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { Toasts } from '../ui/toast/toasts';
import { TARGETS } from './texts';

/**
 * Says that several fields were filled at once, and offers to take it back: the browser's own undo knows only of what
 * was typed. Only what was filled last is offered, as taking back what lies below it would not bring back what is seen;
 * the offer ends with the form, and when what it would take back was saved or discarded.
 */
@Injectable()
export class FilledFields {
  private readonly toasts = inject(Toasts);
  private readonly formats = inject(Formats);
  private close: (() => void) | null = null;
  /** Nothing was typed since, so that the keys that undo are about what was filled. */
  private isNewest = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.forget());
  }

  /**
   * @param leftOut how many values found no field
   * @param undo takes back what was filled in, and nothing that was typed since
   */
  say(count: number, leftOut: number, undo: () => void): void {
    this.forget();
    const words = [TARGETS.filled(this.formats.count(count), count === 1)];
    if (leftOut > 0) words.push(TARGETS.leftOut(this.formats.count(leftOut), leftOut === 1));
    this.isNewest = true;
    this.close = this.toasts.changed(words.join(' '), () => {
      this.isNewest = false;
      undo();
      return Promise.resolve();
    });
  }

  /** From now on the browser's undo is about what was typed. */
  typed(): void {
    this.isNewest = false;
  }

  /** Ctrl or Cmd with Z where the reader is, in a field. */
  undoByKey(event: Event): void {
    if (!this.isNewest) return;
    event.preventDefault();
    this.toasts.undoLast();
  }

  forget(): void {
    this.isNewest = false;
    this.close?.();
    this.close = null;
  }
}
