import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { View } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { Clock } from '../ui/base/clock';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { SHELL } from './texts';

const DAY = 24 * 60 * 60_000;

/** How old the numbers are; leads to the data page. */
@Component({
  selector: 'app-freshness',
  imports: [RouterLink],
  template: `
    <a
      [routerLink]="['/v', view().id, 'data']"
      queryParamsHandling="merge"
      [class.old]="isOld()"
      [class.none]="shown().data.records_count === 0"
    >
      <span class="words">
        <span><i aria-hidden="true"></i> {{ text() }}</span>
        @if (deals(); as deals) {
          <span>&nbsp;· {{ deals }}</span>
        }
      </span>
      @if (isOld()) {
        <span class="unseen">, {{ texts.stale }}</span>
      }
      <span class="unseen">, {{ texts.open }}</span>
    </a>
  `,
  styles: `
    a {
      max-width: 100%;
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 2px 4px;
      color: var(--ink-2);
      white-space: nowrap;
      border-radius: var(--r-1);
      position: relative;
    }
    /* Where there is no room for both, the number of deals wraps out of sight. */
    .words {
      display: flex;
      flex-wrap: wrap;
      justify-content: end;
      min-width: 0;
      height: 20px;
      overflow: hidden;
    }
    a:hover {
      color: var(--ink);
    }
    @media (max-width: 900px), (pointer: coarse) {
      a {
        min-height: 44px;
      }
      .words {
        justify-content: start;
      }
    }
    i {
      display: inline-block;
      margin: 0 5px 1px 0;
      width: 7px;
      height: 7px;
      border-radius: 50%;
      background: var(--good);
    }
    .none i {
      background: var(--ink-3);
    }
    .old {
      color: var(--warn);
    }
    .old i {
      background: var(--warn);
    }
  `,
})
export class Freshness {
  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  protected readonly texts = SHELL.freshness;
  readonly view = input.required<View>();
  private readonly changes = inject(DataChanges);
  /* Newer data waits until the reader asks for it: what is said here is of the numbers below. */
  protected readonly shown = linkedSignal<{ view: View; isNewer: boolean }, View>({
    source: () => ({ view: this.view(), isNewer: this.changes.isNewer() }),
    computation: ({ view, isNewer }, before) =>
      isNewer && before?.value.id === view.id ? before.value : view,
  });

  protected readonly isOld = computed(() => {
    const { last_update, records_count } = this.shown().data;
    if (records_count === 0) return false;
    return last_update === null || this.clock.now() - Date.parse(last_update) > DAY;
  });
  private readonly isNone = computed(() => {
    const { last_update, records_count } = this.shown().data;
    return last_update === null || records_count === 0;
  });
  protected readonly deals = computed(() => {
    const { records_count } = this.shown().data;
    return this.isNone() ? '' : TEXTS.deals(this.formats.count(records_count), records_count === 1);
  });
  protected readonly text = computed(() => {
    const { aggregates_from, data } = this.shown();
    const { last_update, sample, sample_views } = data;
    if (last_update === null || this.isNone()) return SHELL.freshness.never;
    const isPart = sample_views.length < aggregates_from.length;
    const named = isPart ? SHELL.freshness.partSample : SHELL.freshness.sample;
    return sample ? named : SHELL.freshness.read(this.formats.ago(last_update, this.clock.now()));
  });
}
