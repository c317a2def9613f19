import { Service, signal } from '@angular/core';

/** The part of a key press that decides. */
export type TypedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'isComposing' | 'target'>;

/**
 * What is being searched for. It is kept outside the search, whose field takes the focus a moment after it was asked
 * for: people type on at once, and nothing of it may be lost.
 */
@Service()
export class SearchWords {
  readonly typed = signal('');
  private isAsked = false;

  /** The search was asked for: what is typed from now on is meant for it. */
  begin(): void {
    this.isAsked = true;
    this.typed.set('');
  }

  /** The search has the focus, or is not there any more. */
  end(): void {
    this.isAsked = false;
  }

  /** Takes a key that was pressed before the field had the focus. @returns whether it did */
  take({ key, ctrlKey, metaKey, isComposing, target }: TypedKey): boolean {
    if (!this.isAsked || ctrlKey || metaKey || isComposing || isInDialog(target)) return false;
    if (key === 'Backspace') this.typed.update((typed) => typed.slice(0, -1));
    else if (/^.$/u.test(key)) this.typed.update((typed) => typed + key);
    else return false;
    return true;
  }
}

const isInDialog = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role="dialog"]') !== null;
