import { DestroyRef, Directive, effect, ElementRef, inject, input, output } from '@angular/core';

/** As long as other searches wait. */
const PAUSE_MS = 250;

/** A field for a filter that is typed: it acts after a pause, when it is left, and on Enter. */
@Directive({
  selector: 'input[appTypedFilter]',
  host: { '(input)': 'pause()', '(change)': 'say()' },
})
export class TypedFilter {
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;

  /** The filter as it is; what is typed further meanwhile stays. */
  readonly appTypedFilter = input.required<string>();
  readonly said = output<string>();
  private last = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const value = this.appTypedFilter();
      if (value !== this.last) this.field.value = value;
      this.last = value;
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected pause(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.say(), PAUSE_MS);
  }

  protected say(): void {
    clearTimeout(this.timer);
    this.last = this.field.value.trim();
    this.said.emit(this.last);
  }
}
