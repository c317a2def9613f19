import { Component, computed, inject, input } from '@angular/core';
import type { MetricDefinition } from '@app/contracts';
import { recordPages } from '../records/record-pages';
import { RecordsTable } from '../records/records-table';
import { Situation } from '../session/situation';
import { columnsOf, firstSort } from './metric-columns';

/** The records behind the number that is open. */
@Component({
  selector: 'app-records-list',
  imports: [RecordsTable],
  template: `
    <app-records-table
      [pages]="pages"
      [columns]="columns()"
      [sort]="sort()"
      (sorted)="situation.inDrawer({ sort: $event })"
    />
  `,
})
export class RecordsList {
  protected readonly situation = inject(Situation);
  readonly metric = input.required<MetricDefinition>();

  protected readonly columns = computed(() =>
    columnsOf(this.metric(), this.situation.view()?.is_master ?? false),
  );
  protected readonly sort = computed(() => this.situation.parameter('sort') ?? firstSort(this.metric()));
  protected readonly pages = recordPages(() => {
    const view = this.situation.viewId();
    if (!view) return null;
    return {
      url: `/api/views/${view}/analytics/records`,
      params: {
        metric: this.metric().id,
        ...this.situation.askedInDrawer(),
        sort: this.sort(),
      },
    };
  });
}
