import { DOCUMENT, Directive, ElementRef, effect, inject, input } from '@angular/core';
import { tidied } from './rows';

/**
 * The field of a target. What is typed stays as it is typed, even where it means what is stored; once the field is left,
 * an amount stands there as amounts do everywhere.
 */
@Directive({ selector: 'input[appAmount]', host: { '(change)': 'tidy()' } })
export class AmountField {
  private readonly document = inject(DOCUMENT);
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  readonly appAmount = input.required<string>();

  constructor() {
    effect(() => this.show(this.appAmount()));
  }

  protected tidy(): void {
    const text = tidied(this.field.value);
    if (text === this.field.value) return;
    this.field.value = text;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private show(text: string): void {
    const isTyped = this.document.activeElement === this.field;
    if (!isTyped || tidied(text) !== tidied(this.field.value)) this.field.value = text;
  }
}
