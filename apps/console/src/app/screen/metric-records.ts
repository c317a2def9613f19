import { Component, computed, inject, input } from '@angular/core';
import type { DealRecord, NumberId } from '@app/contracts';
import { isoDay } from '@app/domain/period';
import { type RecordColumn, offeredFor, recordColumnsOf } from '../records/record-columns';
import { recordPages } from '../records/record-pages';
import { RecordsTable } from '../records/records-table';
import { RECORDS } from '../records/texts';
import { DataChanges } from '../session/data-changes';
import { Questions } from '../session/questions';
import { Address } from '../session/address';
import { markOf, metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { ExportMenu } from '../ui/export/export-menu';
import { BY_VALUE } from '../ui/base/by-value';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import type { RecordFilter } from './record-filters';
import { isSameValue } from '../session/deal-filters';
import { SCREEN } from './texts';
import { CardHead } from '../ui/card-head';
import { chosenColumns } from '../ui/chosen-columns';
import { ColumnMenu } from '../ui/column-menu';

/**
 * The records behind a number as a list on the page. Filters and order are in the address. It shows the first records;
 * the drawer shows all of them and explains the number.
 */
@Component({
  selector: 'app-metric-records',
  imports: [CardHead, ColumnMenu, DrawerLinkButton, ExportMenu, RecordsTable],
  host: { class: 'card', '[attr.data-shows]': 'shows()' },
  template: `
    <app-card-head [heading]="heading()" [aside]="count()">
      @if (!isEmpty() || isNarrowed()) {
        @if (offered().length > 0) {
          <div class="filters">
            @for (filter of offered(); track filter.field) {
              <select
                class="field filter"
                [class.on]="chosen(filter) !== null"
                [attr.aria-label]="texts.filterBy(filter.label, heading())"
                (change)="choose(filter, $event)"
              >
                <option value="-" [selected]="chosen(filter) === null">
                  {{ texts.anyOf(filter.label) }}
                </option>
                @for (option of filter.options; track option.value) {
                  <option [value]="'=' + option.value" [selected]="chosen(filter) === option.value">
                    {{ option.label }}
                  </option>
                }
              </select>
            }
          </div>
          <span class="on-paper">{{ said() }}</span>
        }
        <div class="tools">
          <app-column-menu
            [title]="heading()"
            [offered]="menu()"
            [columns]="choice.columns()"
            [areOwn]="choice.areOwn()"
            (chosen)="choice.choose($event)"
          />
          @if (exported(); as question) {
            <app-export-menu [question]="question" [title]="heading()" />
          }
        </div>
      }
    </app-card-head>
    <app-records-table
      [pages]="pages"
      [columns]="shownColumns()"
      [reason]="reason()"
      [sort]="sort()"
      [maxRows]="maxRows()"
      [fills]="true"
      [year]="year()"
      [empty]="isNarrowed() ? texts.noneChosen : empty()"
      (sorted)="sortBy($event)"
    />
    @if ((pages.total() ?? 0) > maxRows()) {
      <button type="button" class="link" [appDrawerLink]="link()">
        {{ all() }}
      </button>
    }
  `,
  styleUrl: './metric-records.css',
})
export class MetricRecords {
  private readonly formats = inject(Formats);
  private readonly changes = inject(DataChanges);
  private readonly questions = inject(Questions);
  private readonly address = inject(Address);
  protected readonly texts = SCREEN.records;

  readonly heading = input.required<string>();
  /** Prefix of this list's parameters in the address, unique on its page. */
  readonly name = input.required<string>();
  readonly metric = input.required<NumberId>();
  /** Shown after the client and, on a master, the view. */
  readonly columns = input.required<readonly RecordColumn[]>();
  /** The text of the column `reason`. */
  readonly reason = input<(record: DealRecord) => string>(() => '');
  readonly filters = input<readonly RecordFilter[]>([]);
  /** `field` or `-field`, until the reader sorts. */
  readonly firstSort = input('-discovery_date');
  readonly maxRows = input(6);
  /** Said instead of a list without deals. */
  readonly empty = input<string>(RECORDS.none);

  protected readonly sort = computed(() => this.address.parameter(`${this.name()}_sort`) ?? this.firstSort());
  protected readonly choice = chosenColumns(this.name, this.columns, recordColumnsOf);
  protected readonly menu = computed(() =>
    offeredFor([...this.columns(), ...this.choice.columns()]).map((id) => ({
      id,
      label: RECORDS.columns[id],
    })),
  );
  protected readonly shownColumns = computed((): RecordColumn[] => [
    'client',
    ...(this.address.view()?.is_master ? (['view_name'] as const) : []),
    ...this.choice.columns(),
  ]);
  /** The number with the filters of the list, so that list, export and drawer show the same records. */
  protected readonly link = computed(() =>
    metricLink(this.metric(), {
      only: this.offered().flatMap((filter) => {
        const value = this.chosen(filter);
        return value === null ? [] : { field: filter.field, value };
      }),
      sort: this.address.parameter(`${this.name()}_sort`),
    }),
  );
  protected readonly shows = computed(() => markOf(this.link()));
  private readonly question = computed(() => this.questions.records(this.link(), this.sort()), BY_VALUE);
  protected readonly pages = recordPages(() => {
    this.changes.version(); // newer data is asked for again
    return this.question();
  });
  protected readonly exported = computed(() => this.questions.fileOf(this.question(), this.shownColumns()));
  protected readonly isNarrowed = computed(() =>
    this.offered().some((filter) => this.chosen(filter) !== null),
  );
  /** Only paper says it, which has no fields. */
  protected readonly said = computed(() =>
    this.offered()
      .flatMap((filter) => {
        const chosen = this.chosen(filter);
        return filter.options
          .filter(({ value }) => value === chosen)
          .map(({ label }) => TEXTS.filterWords(filter.label, label));
      })
      .join(' · '),
  );
  protected readonly isEmpty = computed(() => this.pages.total() === 0);
  /** That of the period, where it is one. */
  protected readonly year = computed(() => {
    const { from, to } = this.address.period().period;
    const year = isoDay(from).slice(0, 4);
    return isoDay(to).startsWith(year) ? year : null;
  });
  protected readonly count = computed(() => this.counted());
  protected readonly all = computed(() => SCREEN.records.all(this.counted()));

  /** Of a field that the page is filtered by, only what the page shows. */
  protected readonly offered = computed(() => {
    const page = this.address.filters();
    return this.filters().map((filter): RecordFilter => {
      const shown = page[filter.field];
      const options = shown
        ? filter.options.filter(({ value }) => shown.some((each) => isSameValue(each, value)))
        : filter.options;
      return { ...filter, options };
    });
  });

  /** The value chosen in the address, if it is an option here: a person of another period is ignored. */
  protected chosen({ field, options }: RecordFilter): string | null {
    const chosen = this.address.parameter(`${this.name()}_${field}`);
    return options.some(({ value }) => value === chosen) ? chosen : null;
  }

  /** Values are prefixed with `=`, because an empty value means "unassigned" and no value means any. */
  protected choose({ field }: RecordFilter, { target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const value = target.value.startsWith('=') ? target.value.slice(1) : null;
    this.address.replace({ [`${this.name()}_${field}`]: value });
  }

  protected sortBy(sort: string): void {
    this.address.replace({ [`${this.name()}_sort`]: sort });
  }

  private counted(): string {
    const total = this.pages.total();
    return total === null ? '' : TEXTS.deals(this.formats.count(total), total === 1);
  }
}
