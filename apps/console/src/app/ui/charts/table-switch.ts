import { Component, input, output } from '@angular/core';
import { Icon } from '../icon/icon';
import { remember, remembered } from '../base/memory';
import { CHARTS } from './texts';

/** Whether a chart's numbers are shown as a table: kept for each chart. */
export const isRememberedAsTable = (chart: string) => remembered(`chart.${chart}.table`) === 'yes';

/** Chart, or the same numbers as a table. */
@Component({
  selector: 'app-table-switch',
  imports: [Icon],
  host: { class: 'segments', role: 'group', '[attr.aria-label]': 'texts.showAs' },
  template: `
    <button
      type="button"
      [attr.aria-pressed]="!asTable()"
      [attr.aria-label]="texts.chart"
      [title]="texts.chart"
      (click)="show(false)"
    >
      <svg appIcon="chart-column" aria-hidden="true"></svg>
    </button>
    <button
      type="button"
      [attr.aria-pressed]="asTable()"
      [attr.aria-label]="texts.table"
      [title]="texts.table"
      (click)="show(true)"
    >
      <svg appIcon="table" aria-hidden="true"></svg>
    </button>
  `,
})
export class TableSwitch {
  protected readonly texts = CHARTS;
  /** Name under which the choice is kept. */
  readonly chart = input.required<string>();
  readonly asTable = input.required<boolean>();
  readonly asTableChange = output<boolean>();

  protected show(asTable: boolean): void {
    remember(`chart.${this.chart()}.table`, asTable ? 'yes' : 'no');
    this.asTableChange.emit(asTable);
  }
}
