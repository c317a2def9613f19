import { Component, computed, inject, input, signal } from '@angular/core';
import type { MetricTable as Table } from '@app/contracts';
import { hasOrder, orderedRows, withColumns } from '@app/domain/metrics';
import { CopyMenu } from '../copy/copy-menu';
import { copyOfTable } from '../copy/copy-table';
import { ExportMenu } from '../export/export-menu';
import { tableFile } from '../export/export-question';
import { Formats } from '../base/formats';
import { Narrow } from '../base/narrow';
import { PageContext } from '../page-context';
import { type LinkOfColumn, linkOfMetric } from './cell-link';
import { MetricGrid } from './metric-grid';
import { labelledRows, rowsWith, withStageNames } from './table-rows';
import { METRIC_TABLE } from './texts';
import { CardHead } from '../card-head';
import { chosenColumns } from '../chosen-columns';
import { ColumnMenu } from '../column-menu';

/** Shorter tables are read at a glance. */
const SEARCH_FROM = 12;
/** Of fewer columns there is none to leave out. */
const CHOICE_FROM = 3;

/**
 * Numbers by a dimension: each opens its records, columns sort and are chosen, the total row stays in sight, and what is
 * shown can be copied and exported. The page keeps sort and columns; a bare table keeps its own sort.
 *
 * @example
 *   <app-metric-table [table]="data.owners" [heading]="…" file="owners" />
 */
@Component({
  selector: 'app-metric-table',
  imports: [CardHead, ColumnMenu, CopyMenu, ExportMenu, MetricGrid],
  host: { '[class.card]': '!bare()' },
  template: `
    @if (!bare()) {
      <app-card-head [heading]="heading()">
        @if (aside(); as aside) {
          <span class="aside">{{ aside }}</span>
        }
        @if (hasSearch()) {
          <input
            type="search"
            class="field"
            [placeholder]="texts.search(shownRowHeading())"
            [attr.aria-label]="texts.searchIn(heading())"
            [value]="search()"
            (input)="searchFor($event)"
          />
        }
        <div class="tools">
          @if (rows().length > 0) {
            @if (hasChoice()) {
              <app-column-menu
                [title]="heading()"
                [offered]="table().columns"
                [columns]="choice.columns()"
                [areOwn]="choice.areOwn()"
                (chosen)="choice.choose($event)"
              />
            }
            <app-copy-menu [of]="copied" [title]="heading()" />
            @if (exported(); as question) {
              <app-export-menu [question]="question" [title]="heading()" />
            }
          }
        </div>
      </app-card-head>
    }
    @if (rows().length === 0) {
      <p class="nothing">{{ empty() }}</p>
    } @else {
      <app-metric-grid
        [table]="narrowed()"
        [title]="heading()"
        [rows]="shown()"
        [totalLabel]="totalLabel()"
        [heading]="shownRowHeading()"
        [bar]="bar()"
        [grouped]="grouped()"
        [sort]="sort()"
        (sortChange)="sortBy($event)"
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
    .field,
    .tools:not(.field + .tools) {
      margin-left: auto;
    }
    .field {
      width: 160px;
      height: 28px;
    }
    .nothing {
      place-items: start;
      padding: var(--s-1) 0 var(--s-2);
      text-align: left;
    }
    @container (max-width: 520px) {
      /* In a row of its own below the heading, which has the signs beside it. */
      .field {
        order: 1;
        width: 100%;
      }
      .field + .tools {
        margin-left: auto;
      }
    }
  `,
})
export class MetricTable {
  private readonly formats = inject(Formats);
  private readonly page = inject(PageContext);
  private readonly narrow = inject(Narrow);
  protected readonly texts = METRIC_TABLE;

  readonly table = input.required<Table, Table>({ transform: withStageNames });
  readonly heading = input.required<string>();
  /** A short note beside the heading. */
  readonly aside = input('');
  /** Name of the table's file; null offers none. */
  readonly file = input<string | null>(null);
  /** Name of the table on its page, under which its columns are kept; without one that of its file. */
  readonly name = input<string | null>(null);
  /** Heading of the label column, where the dimension's name is not the right one, such as "Partner". */
  readonly rowHeading = input<string | null>(null);
  /** Id of the column that is also drawn as bars. */
  readonly bar = input<string | null>(null);
  /** True where the labels of columns begin alike, before a comma: the head then has two rows. */
  readonly grouped = input(false);
  /** True where the period of the page does not matter, so that a copy does not say one. */
  readonly isUndated = input(false);
  /** Shown instead of a table without rows. */
  readonly empty = input<string>(METRIC_TABLE.none);
  /** True inside a card that has a head of its own, such as the table of a chart. */
  readonly bare = input(false);
  /** What a number opens where its column is no metric of the catalogue. */
  readonly linkOf = input<LinkOfColumn>(linkOfMetric);

  private readonly ownSort = signal('');
  private readonly sortedBy = computed(() => (this.bare() ? this.ownSort() : this.page.sort()));
  /** Until somebody sorts it, what is drawn as bars goes from the longest to the shortest. */
  protected readonly sort = computed(() => {
    const [wanted, bar] = [this.sortedBy(), this.bar()];
    return hasOrder(this.table(), wanted) || bar === null ? wanted : `-${bar}`;
  });
  protected readonly search = signal('');
  protected readonly rows = computed(() => labelledRows(this.table(), this.formats));
  protected readonly hasSearch = computed(() => this.rows().length > SEARCH_FROM);
  private readonly keptAs = computed(() => this.name() ?? this.file());
  protected readonly hasChoice = computed(
    () => !this.bare() && this.keptAs() !== null && this.table().columns.length >= CHOICE_FROM,
  );
  private readonly all = computed(() => this.table().columns.map(({ id }) => id));
  /** They stay in the order of the table, so that one that comes back is where it was. */
  protected readonly choice = chosenColumns(
    () => `${this.keptAs() ?? ''}_table`,
    this.all,
    (ids) => this.all().filter((id) => ids.includes(id)),
  );
  /** On a phone what is drawn as bars stands beside the name: whatever else there is is a swipe away. */
  private readonly columns = computed(() => {
    const [ids, bar] = [this.hasChoice() ? this.choice.columns() : this.all(), this.bar()];
    if (!this.narrow.is() || bar === null || !ids.includes(bar)) return ids;
    return [bar, ...ids.filter((id) => id !== bar)];
  });
  protected readonly narrowed = computed(() => withColumns(this.table(), this.columns()));
  /** Rows found, in their order, which a column that is left out may give: leaving it out moves no row. */
  private readonly ordered = computed((): Table => {
    const found = rowsWith(this.rows(), this.hasSearch() ? this.search() : '');
    const rows = orderedRows(found, this.table(), this.sort()).map(({ row }) => row);
    return withColumns({ ...this.table(), rows }, this.columns());
  });
  protected readonly shown = computed(() => labelledRows(this.ordered(), this.formats));
  protected readonly shownRowHeading = computed(
    () => this.rowHeading() ?? METRIC_TABLE.dimensions[this.table().by],
  );
  // Totals are those of the metric, not of the rows that the search leaves.
  protected readonly totalLabel = computed(() =>
    this.shown().length < this.rows().length
      ? METRIC_TABLE.totalOfAll(this.formats.count(this.rows().length))
      : METRIC_TABLE.total,
  );

  /** The export holds the shown columns, in this order. */
  protected readonly exported = computed(() =>
    tableFile(this.page.exportOf(this.file()), this.table(), this.sort(), this.columns()),
  );

  protected readonly copied = () => copyOfTable(this.ordered(), this.words(), this.formats);

  protected searchFor({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.search.set(target.value);
  }

  protected sortBy(sort: string): void {
    if (this.bare()) this.ownSort.set(sort);
    else this.page.sortBy(sort);
  }

  private words() {
    return {
      title: this.heading(),
      subtitle: this.isUndated() ? this.page.undated() : this.page.subtitle(),
      heading: this.shownRowHeading(),
      totalLabel: this.totalLabel(),
    };
  }
}
