import { Component, computed, debounced, inject, linkedSignal, signal } from '@angular/core';
import { type RecordField } from '../records/record-columns';
import { recordPages } from '../records/record-pages';
import { RecordsTable } from '../records/records-table';
import { DataChanges } from '../session/data-changes';
import { Situation } from '../session/situation';
import { ExportMenu } from '../ui/export/export-menu';
import { Formats } from '../ui/formats';
import { TEXTS } from '../ui/texts';
import { DATA } from './texts';

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

/** The whole dataset of the view, as it was read. */
@Component({
  selector: 'app-records-card',
  imports: [ExportMenu, RecordsTable],
  template: `
    <div class="card-head">
      <h2>{{ texts.heading }}</h2>
      <span class="aside">{{ count() }}</span>
      <input
        type="search"
        class="field end"
        [placeholder]="texts.search"
        [attr.aria-label]="texts.search"
        [value]="typed()"
        (input)="typed.set(textOf($event))"
      />
      @if (asked(); as question) {
        <app-export-menu
          [question]="{ url: question.url + '/export', params: question.params }"
          [title]="texts.heading"
        />
      }
    </div>
    <app-records-table
      [pages]="pages"
      [columns]="columns()"
      [sort]="sort()"
      [mostRows]="14"
      (sorted)="sort.set($event)"
    />
  `,
  styles: `
    .card-head {
      align-items: center;
    }
    .field {
      width: min(240px, 50%);
    }
  `,
})
export class RecordsCard {
  private readonly formats = inject(Formats);
  private readonly situation = inject(Situation);
  private readonly changes = inject(DataChanges);
  protected readonly texts = DATA.records;

  protected readonly typed = linkedSignal({ source: this.situation.viewId, computation: () => '' });
  private readonly searched = debounced(() => this.typed(), 250);
  protected readonly sort = signal('-discovery_date');
  protected readonly columns = computed((): RecordField[] =>
    this.situation.view()?.is_master ? ['client', 'view_name', ...COLUMNS.slice(1)] : [...COLUMNS],
  );
  /** What is listed, and what a file of it holds. */
  protected readonly asked = computed(() => {
    const view = this.situation.viewId();
    const search = (this.searched.hasValue() ? this.searched.value() : '').trim();
    if (!view) return null;
    const params: Record<string, string> = { sort: this.sort(), ...(search ? { q: search } : {}) };
    return { url: `/api/views/${view}/records`, params };
  });
  protected readonly pages = recordPages(() => {
    this.changes.asked(); // newer data is asked for again
    return this.asked();
  });
  protected readonly count = computed(() => {
    const total = this.pages.total();
    return total === null ? '' : TEXTS.deals(this.formats.count(total), total === 1);
  });

  protected textOf(event: Event): string {
    return event.target instanceof HTMLInputElement ? event.target.value : '';
  }
}
