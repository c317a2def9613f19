import { Directive, ElementRef, Injector, afterNextRender, inject } from '@angular/core';

/** On a list whose entries go when they are dealt with: the focus goes on to the next one, at the end to its panel. */
@Directive({ selector: '[appStayFocused]', host: { '(click)': 'keep($event)' } })
export class StayFocused {
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected keep({ target }: Event): void {
    const entry = target instanceof Element ? target.closest('li') : null;
    const place = entry ? [...this.list.children].indexOf(entry) : -1;
    if (place < 0) return;
    afterNextRender({ write: () => this.focusOn(place, entry) }, { injector: this.injector });
  }

  private focusOn(place: number, entry: Element | null): void {
    if (entry?.isConnected) return;
    const { children } = this.list;
    const next = children[Math.min(place, children.length - 1)] ?? this.list.parentElement;
    next?.querySelector<HTMLElement>('button')?.focus();
  }
}
