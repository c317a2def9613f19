import { Directive, ElementRef, Injector, afterNextRender, inject, input } from '@angular/core';

/** On a list whose entries go when they are dealt with: the focus goes on to the next one, at the end to its panel. */
@Directive({ selector: '[appStayFocused]', host: { '(click)': 'keep($event)' } })
export class StayFocused {
  /** What of the next entry gets it. */
  readonly next = input('button', { alias: 'appStayFocused', transform: (next: string) => next || 'button' });
  private readonly list = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected keep({ target }: Event): void {
    const entries = [...this.list.children];
    const place = entries.findIndex((each) => target instanceof Element && each.contains(target));
    const entry = entries[place];
    if (!entry) return;
    afterNextRender({ write: () => this.focusOn(place, entry) }, { injector: this.injector });
  }

  private focusOn(place: number, entry: Element): void {
    if (entry.isConnected) return;
    const { children } = this.list;
    const next = children[Math.min(place, children.length - 1)] ?? this.list.parentElement;
    next?.querySelector<HTMLElement>(this.next())?.focus();
  }
}
