import { DOCUMENT, Directive, ElementRef, effect, inject, input } from '@angular/core';
import { entered } from './entered';
import { tidied } from './rows';

/**
 * The field of a target. What is typed stays as it is typed, even where it means what is stored; once the field is left,
 * an amount stands there as amounts do everywhere. While somebody is in it an amount has no commas: a digit put behind
 * `595,000`, or taken away, would make them decimals.
 */
@Directive({
  selector: 'input[appAmount]',
  host: { '(focus)': 'bare()', '(change)': 'tidy()', '(blur)': 'dress()' },
})
export class AmountField {
  private readonly document = inject(DOCUMENT);
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  readonly appAmount = input.required<string>();

  constructor() {
    effect(() => this.show(this.appAmount()));
  }

  /** Who comes by Tab has all of it selected, and types over it. */
  protected bare(): void {
    const { value, selectionStart, selectionEnd } = this.field;
    const isSelected = value !== '' && selectionStart === 0 && selectionEnd === value.length;
    this.field.value = withoutCommas(value);
    if (isSelected) this.field.select();
  }

  protected dress(): void {
    this.field.value = tidied(this.field.value);
  }

  protected tidy(): void {
    const text = tidied(this.field.value);
    if (text === this.field.value) return;
    this.field.value = text;
    this.field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  private show(text: string): void {
    const isTyped = this.document.activeElement === this.field;
    if (!isTyped) this.field.value = text;
    else if (tidied(text) !== tidied(this.field.value)) this.field.value = withoutCommas(text);
  }
}

/** An amount as it stands in a field, without its commas; what is no such amount stays. */
const withoutCommas = (text: string): string =>
  entered(text).value !== null && tidied(text) === text ? text.replaceAll(',', '') : text;
