import { Component, input, output } from '@angular/core';
import type { DealField } from '@app/domain/deal';
import { columnName } from '../run/column-names';
import { READING } from './texts';

/** Which column a header is; `''` is none. */
export interface ChosenColumn {
  header: string;
  field: DealField | '';
}

/** A header that was not recognised, with what its column holds and what it may be. */
export interface UnknownColumn extends ChosenColumn {
  isProposed: boolean;
  samples: string;
  options: readonly DealField[];
}

/** The headers that were not recognised: of each can be said which column it is. */
@Component({
  selector: 'app-reading-columns',
  templateUrl: './reading-columns.html',
  styleUrl: './reading-columns.css',
})
export class ReadingColumns {
  protected readonly texts = READING;
  protected readonly columnName = columnName;

  readonly columns = input.required<readonly UnknownColumn[]>();
  /** How many more there are; empty for none. */
  readonly unlisted = input.required<string>();
  readonly chosen = output<ChosenColumn>();

  protected choose(header: string, { target }: Event): void {
    if (target instanceof HTMLSelectElement)
      this.chosen.emit({ header, field: target.value as DealField | '' });
  }
}
