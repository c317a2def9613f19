import { Component, computed, input } from '@angular/core';
import type { WeightRow } from '@app/contracts';
import { TEXTS } from './base/texts';
import { weightLines } from './weight-lines';
import { WEIGHT_TABLE } from './weight-table.texts';

/** The weights in force, read-only. */
@Component({
  selector: 'app-weight-table',
  template: `
    <div class="scroll-x">
      <table class="table">
        <caption class="unseen">
          {{
            texts.caption
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ texts.columns.stage }}</th>
            <th scope="col">{{ texts.columns.source }}</th>
            <th scope="col" class="r">{{ texts.columns.weight }}</th>
            <th scope="col">{{ texts.columns.later }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of lines(); track line.key) {
            <tr [class.first]="line.isFirst">
              <td>
                <b [class.unseen]="!line.isFirst">{{ line.stage }}</b>
              </td>
              <td>{{ line.source }}</td>
              <td class="r">{{ line.weight }}</td>
              <td class="quiet">{{ line.later ?? none }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    <p class="quiet">{{ texts.rest }}</p>
  `,
  styles: `
    td {
      border-bottom: 0;
      padding-block: 4px;
    }
    .first:not(:first-child) td {
      border-top: 1px solid var(--hairline);
    }
    b {
      font-weight: 600;
    }
    p {
      padding-top: var(--s-2);
    }
    /* Text wraps, so that nothing needs scrolling. */
    @media (max-width: 640px) {
      th,
      td {
        padding-inline: 4px;
        white-space: normal;
      }
    }
  `,
})
export class WeightTable {
  readonly rows = input.required<readonly WeightRow[]>();
  protected readonly texts = WEIGHT_TABLE;
  protected readonly none = TEXTS.none;
  protected readonly lines = computed(() => weightLines(this.rows()));
}
