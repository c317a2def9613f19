import { Component, computed, inject, input } from '@angular/core';
import type { RunSource } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { sheetRowAddress } from '../run/sheet-row';
import { REPORT } from './texts';

/** The number of a row; of a Google Sheet a link to the row itself. */
@Component({
  selector: 'app-row-number',
  template: `
    @if (address(); as address) {
      <a
        class="link"
        target="_blank"
        rel="noopener noreferrer"
        [href]="address"
        [attr.aria-label]="texts.openRow(number())"
        >{{ number() }}</a
      >
    } @else {
      {{ number() }}
    }
  `,
})
export class RowNumber {
  private readonly formats = inject(Formats);
  protected readonly texts = REPORT;

  readonly source = input.required<RunSource>();
  readonly row = input.required<number>();

  protected readonly number = computed(() => this.formats.count(this.row()));
  protected readonly address = computed(() => sheetRowAddress(this.source(), this.row()));
}
