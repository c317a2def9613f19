import { Component, inject, input, output } from '@angular/core';
import type { IngestionRunSummary } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { isSampleRemoval, isWaiting, toneOfRun } from '../run/runs';
import { DATA } from '../run/texts';
import { CardHead } from '../../ui/card-head';

/** The runs of a view, newest first. */
@Component({
  selector: 'app-run-history',
  imports: [CardHead],
  template: `
    <app-card-head [heading]="texts.heading" />
    @if (runs().length === 0) {
      <p class="quiet">{{ texts.none }}</p>
    } @else {
      <div class="scroll-x">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ texts.columns.when }}</th>
              <th scope="col">{{ texts.columns.who }}</th>
              <th scope="col">{{ texts.columns.what }}</th>
              <th scope="col">{{ texts.columns.result }}</th>
              <th scope="col" class="r">{{ texts.columns.rows }}</th>
              <th scope="col">
                <span class="unseen">{{ texts.columns.report }}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            @for (run of runs(); track run.id) {
              <tr [class.open]="run.id === openId()">
                <td class="num">{{ formats.at(run.started_at) }}</td>
                <td>{{ run.started_by }}</td>
                <td class="name" [title]="nameOf(run)">{{ nameOf(run) }}</td>
                <td class="wrap">
                  @if (isSampleRemoval(run) && run.status === 'published') {
                    <span class="status calm">{{ texts.removed }}</span>
                  } @else {
                    <span class="status {{ toneOf(run.status) }}">{{ statuses[run.status] }}</span>
                  }
                  @if (run.decided_by; as who) {
                    <p class="quiet">{{ texts.decided(who) }}</p>
                  }
                  @if (run.error) {
                    <p class="quiet">{{ run.error }}</p>
                  }
                </td>
                <td class="r">
                  {{ formats.count(isSampleRemoval(run) ? null : (run.report?.kept ?? null)) }}
                </td>
                <td class="r">
                  @if (run.report && !isSampleRemoval(run)) {
                    <button
                      type="button"
                      class="link"
                      [attr.aria-expanded]="run.id === openId()"
                      (click)="open.emit(run.id)"
                    >
                      {{ doorOf(run) }}
                    </button>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (hasMore()) {
        <button type="button" class="button" (click)="more.emit()">{{ texts.more }}</button>
      }
    }
  `,
  styles: `
    .wrap {
      min-width: 160px;
    }
    .status {
      padding-left: 7px;
    }
    .name {
      max-width: 220px;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .open td {
      background: var(--surface-2);
    }
    .button {
      align-self: start;
      margin-top: var(--s-3);
    }
  `,
})
export class RunHistory {
  protected readonly formats = inject(Formats);
  protected readonly texts = DATA.history;
  protected readonly statuses = DATA.status;
  protected readonly toneOf = toneOfRun;
  protected readonly isSampleRemoval = isSampleRemoval;

  readonly runs = input.required<readonly IngestionRunSummary[]>();
  readonly openId = input.required<string | null>();
  /** Whether the reader may decide about those that wait. */
  readonly mayDecide = input(false);
  readonly hasMore = input(false);
  readonly open = output<string>();
  readonly more = output();

  protected doorOf(run: IngestionRunSummary): string {
    if (!this.mayDecide()) return DATA.history.open;
    if (run.status === 'failed' && run.file_kept) return DATA.history.readAgain;
    return isWaiting(run) ? DATA.history.decide : DATA.history.open;
  }

  protected nameOf(run: IngestionRunSummary): string {
    return isSampleRemoval(run) ? DATA.history.sampleRemoved : run.source.name;
  }
}
