import { Component, input } from '@angular/core';

/** A column of a plain table. */
export interface PlainColumn {
  readonly label: string;
  /** `r` for numbers; `wide` where small windows leave it out; none of them for text. */
  readonly kind?: 'r' | 'wide' | 'r wide';
  /** For columns of buttons, which say themselves what they do. */
  readonly isUnseen?: boolean;
}

/** A table whose caption is for those who do not see it, with its head; it is given its body. */
@Component({
  selector: 'table[app-plain-table]',
  host: { class: 'table' },
  template: `
    <caption class="unseen">
      {{
        caption()
      }}
    </caption>
    <thead>
      <tr>
        @for (column of columns(); track column.label) {
          <th scope="col" [class]="column.kind ?? ''">
            <span [class.unseen]="column.isUnseen">{{ column.label }}</span>
          </th>
        }
      </tr>
    </thead>
    <ng-content />
  `,
})
export class PlainTable {
  readonly caption = input.required<string>();
  readonly columns = input.required<readonly PlainColumn[]>();
}
