import { Component, inject, viewChild } from '@angular/core';
import { Pages } from '../session/pages';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Dialogs } from '../ui/dialog/dialogs';
import { ComparisonPicker } from './comparison-picker';
import { FilterBar } from './filter-bar';
import { PeriodPicker } from './period-picker';
import { SHELL } from './texts';

/** Period, filters and comparison one below the other: what the header has no room for on a phone. */
@Component({
  selector: 'app-time-sheet',
  imports: [ComparisonPicker, DialogHead, FilterBar, PeriodPicker],
  template: `
    <app-dialog-head [heading]="texts.sheet" />
    @if (controls().period) {
      <section>
        <app-period-picker />
      </section>
    }
    @if (controls().filters) {
      <section>
        <app-filter-bar />
      </section>
    }
    @if (controls().comparison) {
      <section>
        <app-comparison-picker />
      </section>
    }
    <button type="button" class="button primary" (click)="done()">{{ texts.done }}</button>
  `,
  styles: `
    section {
      padding: var(--s-3) 0;
      border-bottom: 1px solid var(--hairline);
    }
    .primary {
      width: 100%;
      height: 44px;
      margin-top: var(--s-4);
    }
  `,
  styleUrl: '../ui/dialog/dialog.css',
})
export class TimeSheet {
  protected readonly controls = inject(Pages).controls;
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = SHELL.filters;
  private readonly period = viewChild(PeriodPicker);

  /** Dates that are still being entered are shown; where they cannot be, the sheet stays and says why. */
  protected done(): void {
    if (this.period()?.applyDates() !== false) this.dialogs.close();
  }
}
