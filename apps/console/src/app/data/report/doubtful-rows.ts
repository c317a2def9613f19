import { Component, computed, inject, input } from '@angular/core';
import type { IngestionRun } from '@app/contracts';
import type { DoubtfulMatch } from '@app/domain/ingest';
import { listPages } from '../../session/list-pages';
import { Formats } from '../../ui/base/formats';
import { ExportMenu } from '../../ui/export/export-menu';
import { fileOf, matchesQuestion } from '../run/api';
import { DealName } from './deal-name';
import { PagedList } from './paged-list';
import { RowNumber } from './row-number';
import { REPORT } from './texts';

const PAGE = 50;

/** The rows of which another deal may be meant than the one they were taken for. */
@Component({
  selector: 'app-doubtful-rows',
  imports: [DealName, ExportMenu, PagedList, RowNumber],
  template: `
    <div class="tools">
      <p class="quiet">{{ texts.advice }}</p>
      <app-export-menu [question]="file()" [title]="texts.file" />
    </div>
    <app-paged-list [pages]="pages" [none]="texts.none">
      <div class="scroll-x">
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="r">{{ columns.row }}</th>
              <th scope="col">{{ texts.taken }}</th>
              <th scope="col">{{ columns.stage }}</th>
              <th scope="col" class="wide">{{ texts.reason }}</th>
            </tr>
          </thead>
          <tbody>
            @for (match of pages.items(); track match.row) {
              <tr>
                <td class="r"><app-row-number [source]="run().source" [row]="match.row" /></td>
                <td class="wrap">
                  <app-deal-name [run]="run()" [client]="match.client" [dealId]="match.deal_id" />
                </td>
                <td class="wrap">
                  @if (match.stage_before !== match.stage_after) {
                    <span class="quiet">{{ match.stage_before || noStage }} →</span>&ngsp;
                    <span class="unseen">{{ becomes }}</span>
                  }
                  <span class="stage">{{ match.stage_after || noStage }}</span>
                  <span class="narrow quiet">{{ reasonOf(match) }}</span>
                </td>
                <td class="wide wrap">{{ reasonOf(match) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </app-paged-list>
  `,
  styles: `
    .tools {
      display: flex;
      align-items: start;
      justify-content: space-between;
      gap: var(--s-2);
    }
    .r:first-child {
      width: 72px;
    }
    td {
      vertical-align: top;
    }
    .stage {
      white-space: nowrap;
    }
    @media (max-width: 640px) {
      .r:first-child {
        width: 40px;
      }
    }
  `,
})
export class DoubtfulRows {
  private readonly formats = inject(Formats);
  protected readonly texts = REPORT.doubtful;
  protected readonly columns = REPORT.columns;
  protected readonly becomes = REPORT.becomes;
  protected readonly noStage = REPORT.effect.noStage;

  readonly run = input.required<IngestionRun>();

  private readonly question = computed(() => matchesQuestion(this.run()));
  protected readonly file = computed(() => fileOf(this.question()));
  protected readonly pages = listPages<DoubtfulMatch>(this.question, PAGE);

  protected reasonOf({ why, alike }: DoubtfulMatch): string {
    return REPORT.doubtful.reasons[why](this.formats.count(alike));
  }
}
