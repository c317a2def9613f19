import { Component, input, linkedSignal, output } from '@angular/core';
import type { View } from '@app/contracts';
import { UPLOAD } from './texts';

/** A Google Sheet: its address, and its tab where it is not the one that the address names. */
export interface SheetAddress {
  sheet_url: string;
  sheet_name: string | null;
}

/** Asks for the address of a Google Sheet and its tab. */
@Component({
  selector: 'app-sheet-form',
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <label class="address">
        <span>{{ texts.address }}</span>
        <input
          type="url"
          class="field"
          inputmode="url"
          autocomplete="off"
          required
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
      <span class="answers">
        <button type="submit" class="button primary" [disabled]="isBusy() || url().trim() === ''">
          {{ action() }}
        </button>
        <ng-content />
      </span>
    </form>
    <p class="quiet">{{ texts.hint }}</p>
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: var(--s-2) var(--s-3);
      margin-bottom: var(--s-2);
    }
    label {
      display: grid;
      gap: 2px;
      font: var(--t-label);
      color: var(--ink-2);
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
    .answers {
      display: flex;
      gap: var(--s-2);
    }
    @media (max-width: 900px), (pointer: coarse) {
      .field,
      .button {
        height: 44px;
      }
    }
  `,
})
export class SheetForm {
  protected readonly texts = UPLOAD.sheet;

  readonly view = input.required<View>();
  /** What its button says. */
  readonly action = input.required<string>();
  readonly isBusy = input.required<boolean>();
  readonly chosen = output<SheetAddress>();

  protected readonly url = linkedSignal(() => this.view().sheet_url ?? '');
  protected readonly tab = linkedSignal(() => this.view().sheet_name ?? '');

  protected send(): void {
    if (this.url().trim() === '' || this.isBusy()) return;
    this.chosen.emit({ sheet_url: this.url().trim(), sheet_name: this.tab().trim() || null });
  }

  protected textOf({ target }: Event): string {
    return target instanceof HTMLInputElement ? target.value : '';
  }
}
