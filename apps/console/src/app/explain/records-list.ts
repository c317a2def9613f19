import { Component, computed, inject, input } from '@angular/core';
import type { Explanation } from '@app/contracts';
import { recordPages } from '../records/record-pages';
import { RecordsTable } from '../records/records-table';
import { Questions } from '../session/questions';
import { Address } from '../session/address';
import type { DrawerLink } from '../ui/links/link';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { CopyLink } from './copy-link';
import { FileLinks } from './file-links';
import { columnsOf, firstSort } from './metric-columns';
import { EXPLAIN } from './texts';

/** The records behind the number that is open, as a list and as a file. */
@Component({
  selector: 'app-records-list',
  imports: [CopyLink, FileLinks, RecordsTable],
  template: `
    <section [attr.aria-label]="counted()">
      <div class="records-head">
        <h3>{{ counted() }}</h3>
        @if (metric().unit === 'ratio') {
          <span class="quiet">{{ texts.denominator }}</span>
        } @else if (together(); as money) {
          <span class="quiet">{{ texts.together(money) }}</span>
        } @else if (!metric().breakdown && metric().unit === 'money') {
          <span class="quiet">{{ texts.revenue }}</span>
        }
        <app-file-links class="end" [question]="exported()" [title]="metric().label" />
        <app-copy-link />
      </div>
      <app-records-table
        [pages]="pages"
        [columns]="columns()"
        [sort]="sort()"
        (sorted)="address.replace({ sort: $event })"
      />
    </section>
  `,
  styleUrl: './panel.css',
})
export class RecordsList {
  private readonly formats = inject(Formats);
  protected readonly address = inject(Address);
  protected readonly texts = EXPLAIN.records;
  private readonly questions = inject(Questions);
  readonly link = input.required<DrawerLink>();
  readonly explanation = input.required<Explanation>();

  protected readonly metric = computed(() => this.explanation().metric);
  protected readonly counted = computed(() => {
    const total = this.explanation().records_total;
    return TEXTS.deals(this.formats.count(total), total === 1);
  });
  /** What the column that the number is made of adds up to; null where the number is no sum of money. */
  protected readonly together = computed(() => {
    const { formula, metric, value } = this.explanation();
    const isSum = metric.breakdown && formula.operator === 'sum';
    return isSum && metric.unit === 'money' ? this.formats.money(value.value) : null;
  });
  protected readonly columns = computed(() =>
    columnsOf(this.metric(), this.address.view()?.is_master ?? false),
  );
  protected readonly sort = computed(() => this.address.parameter('sort') ?? firstSort(this.metric()));
  private readonly question = computed(() => this.questions.records(this.link(), this.sort()));
  protected readonly pages = recordPages(this.question);
  protected readonly exported = computed(() => this.questions.fileOf(this.question(), this.columns()));
}
