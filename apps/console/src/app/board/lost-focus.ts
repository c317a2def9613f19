import { DOCUMENT, Directive, ElementRef, afterEveryRender, inject } from '@angular/core';

/**
 * On a part of a page whose buttons go, or cannot be pressed any more, once they were: the focus that such a button had
 * goes on to the element that is marked `data-focus-next`. Cards look after their own.
 */
@Directive({
  selector: '[appLostFocus]',
  host: { '(focusin)': 'remember($event)' },
})
export class LostFocus {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  /** What had the focus last: browsers tell of its going differently, so that it is looked at and not listened to. */
  private focused: HTMLElement | null = null;

  constructor() {
    afterEveryRender({ read: () => this.goOn() });
  }

  protected remember({ target }: FocusEvent): void {
    const isOwn = target instanceof HTMLElement && target.dataset.card === undefined;
    this.focused = isOwn ? target : null;
  }

  private goOn(): void {
    if (!this.isGone()) return;
    const { activeElement, body } = this.document;
    this.focused = null;
    if (activeElement === null || activeElement === body || !this.isUsable(activeElement))
      this.element.querySelector<HTMLElement>('[data-focus-next]')?.focus({ preventScroll: true });
  }

  private isGone(): boolean {
    return this.focused !== null && !this.isUsable(this.focused);
  }

  private isUsable(element: Element): boolean {
    return element.isConnected && !element.matches(':disabled');
  }
}
