import { Component, computed, inject, input } from '@angular/core';
import type { IngestionRun, RunDuplicate } from '@app/contracts';
import { listPages } from '../../session/list-pages';
import { Formats } from '../../ui/base/formats';
import { duplicatesQuestion } from '../run/api';
import { PagedList } from './paged-list';
import { RowNumber } from './row-number';
import { REPORT } from './texts';

const PAGE = 50;

/** The rows that were merged into another one as the same deal, each with its value. */
@Component({
  selector: 'app-merged-rows',
  imports: [PagedList, RowNumber],
  template: `
    <app-paged-list [pages]="pages" [none]="texts.noDuplicates">
      <div class="scroll-x">
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="r">{{ texts.columns.row }}</th>
              <th scope="col">{{ texts.columns.client }}</th>
              <th scope="col">{{ texts.columns.stage }}</th>
              <th scope="col" class="r">{{ texts.columns.amount }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of pages.items(); track row.row) {
              <tr>
                <td class="r"><app-row-number [source]="run().source" [row]="row.row" /></td>
                <td>
                  <b>{{ row.client }}</b>
                </td>
                <td>{{ row.stage }}</td>
                <td class="r">{{ formats.money(row.value) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </app-paged-list>
  `,
  styles: `
    b {
      font-weight: 600;
    }
    .r:first-child {
      width: 72px;
    }
  `,
})
export class MergedRows {
  protected readonly formats = inject(Formats);
  protected readonly texts = REPORT;

  readonly run = input.required<IngestionRun>();

  private readonly question = computed(() => duplicatesQuestion(this.run()));
  protected readonly pages = listPages<RunDuplicate>(this.question, PAGE);
}
