import { Component, computed, inject, input } from '@angular/core';
import type { IngestionRun, RunDuplicate } from '@app/contracts';
import { FieldWords } from '../../records/field-words';
import { listPages } from '../../session/list-pages';
import { Formats } from '../../ui/base/formats';
import { duplicatesQuestion } from '../run/api';
import { isNotPublished } from '../run/runs';
import { DealName } from './deal-name';
import { PagedList } from './paged-list';
import { RowNumber } from './row-number';
import { REPORT } from './texts';

const PAGE = 50;

/** The rows that were merged into another one as the same deal, each with its value. */
@Component({
  selector: 'app-merged-rows',
  imports: [DealName, PagedList, RowNumber],
  template: `
    <app-paged-list [pages]="pages" [none]="texts.noDuplicates">
      <div class="scroll-x">
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="r">{{ texts.columns.row }}</th>
              <th scope="col" class="r">{{ texts.columns.keptRow }}</th>
              <th scope="col" class="client">{{ texts.columns.client }}</th>
              <th scope="col" class="wide">{{ texts.columns.stage }}</th>
              <th scope="col" class="r">{{ texts.columns.amount }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.row) {
              <tr>
                <td class="r"><app-row-number [source]="run().source" [row]="row.row" /></td>
                <td class="r">
                  @if (row.kept_row !== null) {
                    <app-row-number [source]="run().source" [row]="row.kept_row" />
                  }
                </td>
                <td class="client">
                  <app-deal-name
                    [run]="run()"
                    [client]="row.client"
                    [dealId]="isPublished() ? row.deal_id : null"
                  />
                  <span class="narrow">{{ row.stage }}</span>
                  @for (each of row.differing; track each.field) {
                    <span class="quiet differs">{{ each.words }}</span>
                  }
                </td>
                <td class="wide">{{ row.stage }}</td>
                <td class="r">{{ formats.money(row.value) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </app-paged-list>
  `,
  styles: `
    td {
      vertical-align: baseline;
    }
    .r:first-child {
      width: 72px;
    }
    .r + .r {
      width: 72px;
    }
    .client {
      padding-left: var(--s-4);
      white-space: normal;
    }
    .differs {
      display: block;
      overflow-wrap: anywhere;
    }
    @media (max-width: 640px) {
      .r:first-child,
      .r + .r {
        width: 48px;
      }
    }
  `,
})
export class MergedRows {
  protected readonly formats = inject(Formats);
  private readonly words = inject(FieldWords);
  protected readonly texts = REPORT;

  readonly run = input.required<IngestionRun>();

  /** Whether its deals are in the data, or were: of one that waits, some are not yet. */
  protected readonly isPublished = computed(() => !isNotPublished(this.run()));
  private readonly question = computed(() => duplicatesQuestion(this.run()));
  protected readonly pages = listPages<RunDuplicate>(this.question, PAGE);
  protected readonly rows = computed(() =>
    this.pages.items().map((row) => ({
      ...row,
      differing: (row.differences ?? []).map(({ field, removed, kept }) => ({
        field,
        words: REPORT.differs(
          this.words.label(field),
          this.words.written(field, removed),
          this.words.written(field, kept),
        ),
      })),
    })),
  );
}
