import { DOCUMENT, Service, inject, signal } from '@angular/core';

/** Characters that are searched for; the server refuses more. */
export const MOST_SEARCHED = 100;

/**
 * What is being searched for, also before the search stands there: its code may have to be loaded, and its field takes
 * the focus a moment after it was asked for. People type on at once. Until then a field that nobody sees has the focus,
 * so that what they type is neither lost nor meant for whatever had it before.
 */
@Service()
export class SearchWords {
  private readonly document = inject(DOCUMENT);
  private readonly words = signal('');
  readonly typed = this.words.asReadonly();

  private field: HTMLInputElement | null = null;
  private before: HTMLElement | null = null;

  /**
   * The search was asked for: what is typed from now on is meant for it.
   *
   * @param label of the field, for those who hear where they are
   * @param calledOff on Escape
   */
  begin(label: string, calledOff: () => void): void {
    if (this.field) return;
    this.words.set('');
    this.before = this.document.activeElement as HTMLElement | null;
    this.field = this.fieldOf(label, calledOff);
    this.document.body.append(this.field);
    this.field.focus({ preventScroll: true });
  }

  say(words: string): void {
    this.words.set(words);
  }

  /** Who had the focus before gets it again, unless somebody else has it by now. */
  end(): void {
    const hadFocus = this.field !== null && this.field === this.document.activeElement;
    this.field?.remove();
    this.field = null;
    if (hadFocus) this.before?.focus({ preventScroll: true });
  }

  /** Who had the focus before the search. */
  opener(): HTMLElement | null {
    return this.before;
  }

  private fieldOf(label: string, calledOff: () => void): HTMLInputElement {
    const field = this.document.createElement('input');
    field.className = 'unseen';
    field.style.top = '0';
    field.autocomplete = 'off';
    field.maxLength = MOST_SEARCHED;
    field.setAttribute('aria-label', label);
    field.addEventListener('input', () => this.words.set(field.value));
    field.addEventListener('keydown', (event) => {
      event.stopPropagation(); // no key is a shortcut of the page below
      const isAskedAgain = (event.ctrlKey || event.metaKey) && event.key === 'k';
      if (event.key === 'Tab' || isAskedAgain) event.preventDefault();
      if (event.key !== 'Escape') return;
      this.end();
      calledOff();
    });
    return field;
  }
}
