import { Component, computed, inject, input } from '@angular/core';
import type { IngestionRun, RunFinding } from '@app/contracts';
import type { FindingCount } from '@app/domain/ingest';
import { listPages } from '../../session/list-pages';
import { Formats } from '../../ui/base/formats';
import { findingsQuestion } from '../run/api';
import { isNotPublished } from '../run/runs';
import { DealName } from './deal-name';
import { PagedList } from './paged-list';
import { RowNumber } from './row-number';
import { REPORT } from './texts';

/** The findings of one cause: where each stands, and what the cell says. */
@Component({
  selector: 'app-finding-rows',
  imports: [DealName, PagedList, RowNumber],
  template: `
    <app-paged-list [pages]="pages">
      @if (isOfRows()) {
        <ul class="rows num">
          @for (finding of pages.items(); track $index) {
            <li><app-row-number [source]="run().source" [row]="finding.row ?? 0" /></li>
          }
        </ul>
      } @else {
        <div class="scroll-x">
          <table class="table">
            <thead>
              <tr>
                <th scope="col" class="r">{{ texts.columns.row }}</th>
                @if (hasClients()) {
                  <th scope="col">{{ texts.columns.client }}</th>
                }
                <th scope="col">{{ texts.columns.cell }}</th>
              </tr>
            </thead>
            <tbody>
              @for (finding of pages.items(); track $index) {
                <tr>
                  <td class="r">
                    @if (finding.row !== null) {
                      <app-row-number [source]="run().source" [row]="finding.row" />
                    }
                  </td>
                  @if (hasClients()) {
                    <td class="client">
                      @if (finding.client !== null) {
                        <app-deal-name
                          [run]="run()"
                          [client]="finding.client"
                          [dealId]="isPublished() ? finding.deal_id : null"
                        />
                      }
                    </td>
                  }
                  <td class="wrap">{{ wordsOf(finding) }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      }
    </app-paged-list>
  `,
  styles: `
    .rows {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s-1) var(--s-3);
    }
    th.r {
      width: 72px;
    }
    .client {
      width: 34%;
    }
    .wrap {
      overflow-wrap: anywhere;
    }
    @media (max-width: 640px) {
      th.r {
        width: 44px;
      }
    }
  `,
})
export class FindingRows {
  private readonly formats = inject(Formats);
  protected readonly texts = REPORT;

  readonly run = input.required<IngestionRun>();
  readonly cause = input.required<Pick<FindingCount, 'code' | 'column'>>();

  protected readonly pages = listPages<RunFinding>(() => findingsQuestion(this.run(), this.cause()), PAGE);
  protected readonly hasClients = computed(() => this.pages.items().some(({ client }) => client !== null));
  /** About whole rows without a client there is nothing to say but where they stand. */
  protected readonly isOfRows = computed(
    () =>
      !this.hasClients() &&
      this.pages.items().every(({ row, value }) => row !== null && (value === null || value === '')),
  );
  /** Whether its deals are in the data, or were: of one that waits, some are not yet. */
  protected readonly isPublished = computed(() => !isNotPublished(this.run()));

  /** The cell; about a whole column what was found, for the cause alone does not say it. */
  protected wordsOf({ row, value, message, count, sum }: RunFinding): string {
    if (row !== null) return value ?? '';
    if (count === null) return message;
    return REPORT.amounts(value ?? '', this.formats.count(count), this.formats.count(sum), count === 1);
  }
}

const PAGE = 50;
