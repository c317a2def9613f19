import { Component, computed, debounced, inject, linkedSignal } from '@angular/core';
import { type RecordField } from '../records/record-columns';
import { recordPages } from '../records/record-pages';
import { RecordsTable } from '../records/records-table';
import { DataChanges } from '../session/data-changes';
import { Questions } from '../session/questions';
import { Address } from '../session/address';
import { ExportMenu } from '../ui/export/export-menu';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { DATA } from './run/texts';
import { CardHead } from '../ui/card-head';

const COLUMNS: readonly RecordField[] = [
  'client',
  'stage',
  'owner',
  'discovery_date',
  'poa_date',
  'billing_start',
  'expected_arr',
  'pipeline',
];

/** All records of the view. */
@Component({
  selector: 'app-records-card',
  imports: [CardHead, ExportMenu, RecordsTable],
  template: `
    <app-card-head [heading]="texts.heading" [aside]="count()">
      <input
        type="search"
        class="field end"
        [placeholder]="texts.search"
        [attr.aria-label]="texts.search"
        [value]="typed()"
        (input)="typed.set(textOf($event))"
      />
      @if (exported(); as question) {
        <app-export-menu [question]="question" [title]="texts.heading" />
      }
    </app-card-head>
    <app-records-table
      [pages]="pages"
      [columns]="columns()"
      [sort]="sort()"
      [maxRows]="14"
      (sorted)="address.replace({ records_sort: $event })"
    />
  `,
  styles: `
    /* Gives way before the number of records beside the heading does. */
    .field {
      flex: 0 1000 240px;
      min-width: 96px;
    }
    /* On a phone there is no room beside the heading: a row of its own. */
    @media (max-width: 640px) {
      app-card-head {
        flex-wrap: wrap;
      }
      app-export-menu {
        margin-left: auto;
      }
      .field {
        order: 1;
        flex: 1 0 100%;
        margin: var(--s-1) 0 var(--s-2);
      }
    }
  `,
})
export class RecordsCard {
  private readonly formats = inject(Formats);
  private readonly questions = inject(Questions);
  protected readonly address = inject(Address);
  private readonly changes = inject(DataChanges);
  protected readonly texts = DATA.records;

  protected readonly typed = linkedSignal({ source: this.address.viewId, computation: () => '' });
  private readonly searched = debounced(() => this.typed(), 250);
  protected readonly sort = computed(() => this.address.parameter('records_sort') ?? '-discovery_date');
  protected readonly columns = computed((): RecordField[] =>
    this.address.view()?.is_master ? ['client', 'view_name', ...COLUMNS.slice(1)] : [...COLUMNS],
  );
  private readonly question = computed(() => {
    const search = (this.searched.hasValue() ? this.searched.value() : '').trim();
    return this.questions.dataset(search, this.sort());
  });
  protected readonly exported = computed(() => this.questions.fileOf(this.question(), this.columns()));
  protected readonly pages = recordPages(() => {
    this.changes.version(); // newer data is asked for again
    return this.question();
  });
  protected readonly count = computed(() => {
    const total = this.pages.total();
    return total === null ? '' : TEXTS.deals(this.formats.count(total), total === 1);
  });

  protected textOf(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }
}
