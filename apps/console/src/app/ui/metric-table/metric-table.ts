import { Component, computed, inject, input, model, signal } from '@angular/core';
import type { MetricTable as Table } from '@app/contracts';
import { orderedRows } from '@app/domain/metrics';
import { CopyMenu } from '../copy/copy-menu';
import { copyOfTable } from '../copy/copy-table';
import { ExportMenu } from '../export/export-menu';
import { type ExportQuestion, tableFile } from '../export/export-question';
import { Formats } from '../base/formats';
import { metricLink } from '../links/link';
import type { LinkOfColumn } from './cell-link';
import { MetricGrid } from './metric-grid';
import { labelledRows, rowsWith } from './table-rows';
import { METRIC_TABLE } from './texts';

/** Shorter tables are read at a glance. */
const SEARCH_FROM = 12;

/**
 * Numbers by a dimension: each opens its records, columns sort, the total row stays in sight, and the whole can be
 * copied and exported. The page keeps the sort in the address.
 *
 * @example
 *   <app-metric-table class="card" [table]="data.owners" [title]="…" [(sort)]="…" />
 */
@Component({
  selector: 'app-metric-table',
  imports: [CopyMenu, ExportMenu, MetricGrid],
  template: `
    @if (!bare()) {
      <div class="card-head">
        <h2>{{ title() }}</h2>
        @if (aside(); as aside) {
          <span class="aside">{{ aside }}</span>
        }
        <div class="end tools">
          @if (hasSearch()) {
            <input
              type="search"
              class="field"
              [placeholder]="texts.search"
              [attr.aria-label]="texts.searchIn(title())"
              [value]="search()"
              (input)="searchFor($event)"
            />
          }
          @if (rows().length > 0) {
            <app-copy-menu [of]="copied" [title]="title()" />
            @if (exported(); as question) {
              <app-export-menu [question]="question" [title]="title()" />
            }
          }
        </div>
      </div>
    }
    @if (rows().length === 0) {
      <p class="nothing">{{ empty() }}</p>
    } @else {
      <app-metric-grid
        [table]="table()"
        [title]="title()"
        [rows]="shown()"
        [totalLabel]="totalLabel()"
        [heading]="shownHeading()"
        [bar]="bar()"
        [(sort)]="sort"
        [linkOf]="linkOf()"
      />
      @if (shown().length === 0) {
        <p class="nothing" role="status">{{ texts.noneFound(search()) }}</p>
      }
    }
  `,
  styles: `
    :host {
      container-type: inline-size;
    }
    .card-head {
      flex-wrap: wrap;
    }
    @container (max-width: 520px) {
      .aside {
        display: none;
      }
    }
    .tools {
      display: flex;
      align-items: center;
      gap: var(--s-1);
    }
    .field {
      width: 160px;
      height: 28px;
    }
    .nothing {
      padding: var(--s-5) var(--s-2);
      color: var(--ink-2);
      text-align: center;
    }
  `,
})
export class MetricTable {
  private readonly formats = inject(Formats);
  protected readonly texts = METRIC_TABLE;

  readonly table = input.required<Table>();
  readonly title = input.required<string>();
  /** One calm phrase beside the title. */
  readonly aside = input('');
  /** What a copy says below the title: view, period, as-of date. */
  readonly subtitle = input('');
  /** What the server is asked for a file; null offers none. */
  readonly export = input<ExportQuestion | null>(null);
  /** Heading of the label column, where the dimension's name is not the right one, such as "Partner". */
  readonly heading = input<string | null>(null);
  /** Id of the column that is also drawn as bars. */
  readonly bar = input<string | null>(null);
  /** What is said instead of a table without rows. */
  readonly empty = input<string>(METRIC_TABLE.none);
  /** True inside a card that has a head of its own, such as the table of a chart. */
  readonly bare = input(false);
  /** `column`, `-column`, `label` or `-label`; empty for the order of the API. */
  readonly sort = model('');
  /** What a number opens where its column is no metric of the catalogue. */
  readonly linkOf = input<LinkOfColumn>(metricLink);

  protected readonly search = signal('');
  protected readonly rows = computed(() => labelledRows(this.table(), this.formats));
  protected readonly hasSearch = computed(() => this.rows().length > SEARCH_FROM);
  protected readonly shown = computed(() =>
    orderedRows(rowsWith(this.rows(), this.hasSearch() ? this.search() : ''), this.table(), this.sort()),
  );
  protected readonly shownHeading = computed(
    () => this.heading() ?? METRIC_TABLE.dimensions[this.table().by],
  );
  // The totals are the metrics themselves, whatever the search leaves.
  protected readonly totalLabel = computed(() =>
    this.shown().length < this.rows().length
      ? METRIC_TABLE.totalOfAll(this.formats.count(this.rows().length))
      : METRIC_TABLE.total,
  );

  /** What is shown as a file: these columns, in this order. */
  protected readonly exported = computed(() => tableFile(this.export(), this.table(), this.sort()));

  protected readonly copied = () =>
    copyOfTable({ ...this.table(), rows: this.shown().map(({ row }) => row) }, this.words(), this.formats);

  protected searchFor({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.search.set(target.value);
  }

  private words() {
    return {
      title: this.title(),
      subtitle: this.subtitle(),
      heading: this.shownHeading(),
      totalLabel: this.totalLabel(),
    };
  }
}
