import { Component, input, linkedSignal, output } from '@angular/core';
import type { View } from '@app/contracts';
import { SheetFields } from '../../ui/sheet-fields';
import { UPLOAD } from './texts';

/** A Google Sheet: its address, and its tab where it is not the one that the address names. */
export interface SheetAddress {
  sheet_url: string;
  sheet_name: string | null;
}

/** Asks for the address of a Google Sheet and its tab. */
@Component({
  selector: 'app-sheet-form',
  imports: [SheetFields],
  template: `
    <form (submit)="$event.preventDefault(); send()">
      <app-sheet-fields [label]="texts.address" [isRequired]="true" [(url)]="url" [(tab)]="tab" />
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
    .answers {
      display: flex;
      gap: var(--s-2);
    }
    @media (max-width: 900px), (pointer: coarse) {
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
}
