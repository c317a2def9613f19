import { Component, input, model } from '@angular/core';
import { SHEET_FIELDS } from './sheet-fields.texts';

/** The address of a Google Sheet and its tab: two fields for the form around them, which places them. */
@Component({
  selector: 'app-sheet-fields',
  template: `
    <label class="address">
      <span>{{ label() }}</span>
      <input
        type="url"
        class="field"
        inputmode="url"
        autocomplete="off"
        [required]="isRequired()"
        [placeholder]="texts.placeholder"
        [value]="url()"
        (input)="url.set(textOf($event))"
      />
    </label>
    <label class="tab">
      <span>{{ texts.tab }}</span>
      <input
        class="field"
        autocomplete="off"
        [placeholder]="texts.tabPlaceholder"
        [value]="tab()"
        (input)="tab.set(textOf($event))"
      />
    </label>
  `,
  styles: `
    :host {
      display: contents;
    }
    label {
      display: grid;
      gap: 2px;
      min-width: 0;
      font: var(--field-label, var(--t-label));
      color: var(--field-label-ink, var(--ink-2));
    }
    .address {
      flex: 3 1 260px;
    }
    .tab {
      flex: 1 1 140px;
    }
    .field {
      width: 100%;
      font: var(--t-body);
      color: var(--ink);
    }
    @media (max-width: 900px), (pointer: coarse) {
      .field {
        height: 44px;
      }
    }
  `,
})
export class SheetFields {
  protected readonly texts = SHEET_FIELDS;

  /** What the address is called. */
  readonly label = input.required<string>();
  readonly isRequired = input(false);
  readonly url = model.required<string>();
  readonly tab = model.required<string>();

  protected textOf({ target }: Event): string {
    return target instanceof HTMLInputElement ? target.value : '';
  }
}
