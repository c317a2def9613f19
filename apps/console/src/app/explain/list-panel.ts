import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { DataFinding, DataFindingPage } from '@app/contracts';
import { recordPages } from '../records/record-pages';
import type { RecordField } from '../records/record-columns';
import { RecordsTable } from '../records/records-table';
import { Questions } from '../session/questions';
import { Address } from '../session/address';
import { QuestionScope } from '../session/question-scope';
import type { DrawerLink } from '../ui/links/link';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { CopyLink } from './copy-link';
import { DrawerHead } from './drawer-head';
import { FileLinks } from './file-links';
import { NarrowedTo } from './narrowed-to';
import { EXPLAIN } from './texts';
import { PATHS, viewUrl } from '../session/api';

/** The deals that a data-quality finding is about, or those of a column of a board. */
@Component({
  selector: 'app-list-panel',
  imports: [CopyLink, DrawerHead, FileLinks, NarrowedTo, RecordsTable],
  template: `
    <app-drawer-head [heading]="heading()" [detail]="finding()?.why ?? ''">
      <app-narrowed-to [link]="link()" [record]="pages.items()[0]" />
    </app-drawer-head>
    @if (finding()?.details?.length) {
      <ul>
        @for (detail of finding()?.details; track detail) {
          <li>{{ detail }}</li>
        }
      </ul>
    }
    <section [attr.aria-label]="heading()">
      <div class="records-head">
        <h3>{{ counted() }}</h3>
        @if (link().only.length === 0 && finding()?.value; as value) {
          <span class="quiet">{{ formats.money(value) }}</span>
        }
        <app-file-links class="end" [question]="exported()" [title]="heading()" />
        <app-copy-link />
      </div>
      <app-records-table
        [pages]="pages"
        [columns]="columns()"
        [sort]="sort()"
        [maxRows]="16"
        (sorted)="address.replace({ sort: $event })"
      />
    </section>
  `,
  styles: `
    ul {
      margin: var(--s-3) 0 0;
      padding-left: 18px;
      list-style: disc;
      color: var(--ink-2);
    }
  `,
  styleUrl: './panel.css',
})
export class ListPanel {
  protected readonly formats = inject(Formats);
  protected readonly address = inject(Address);
  private readonly scope = inject(QuestionScope);
  protected readonly texts = EXPLAIN;
  private readonly questions = inject(Questions);
  readonly link = input.required<DrawerLink>();

  private readonly findings = httpResource<DataFindingPage>(() => {
    const view = this.address.viewId();
    if (!view || this.link().kind !== 'finding') return undefined;
    return { url: viewUrl(view, PATHS.findings), params: this.scope.ofLists() };
  });
  protected readonly finding = computed((): DataFinding | undefined =>
    this.findings.hasValue()
      ? this.findings.value().items.find(({ code }) => code === this.link().id)
      : undefined,
  );
  protected readonly heading = computed(() => {
    const { kind, id } = this.link();
    return kind === 'finding' ? (this.finding()?.title ?? words(id)) : EXPLAIN.column(words(id));
  });
  protected readonly columns = computed((): RecordField[] => [
    'client',
    ...(this.address.view()?.is_master ? (['view_name'] as const) : []),
    'stage',
    'owner',
    this.link().id.includes('poa') ? 'poa_date' : 'discovery_date',
    'value',
  ]);
  /** By default the server's order: the most valuable first. */
  protected readonly sort = computed(() => this.address.parameter('sort') ?? '');
  private readonly question = computed(() => this.questions.records(this.link(), this.sort()));
  protected readonly pages = recordPages(this.question);
  protected readonly counted = computed(() => {
    const total = this.pages.total();
    return total === null ? '' : TEXTS.deals(this.formats.count(total), total === 1);
  });
  /** What cannot be read is no file either. */
  protected readonly exported = computed(() =>
    this.pages.problem() && this.pages.total() === null
      ? null
      : this.questions.fileOf(this.question(), this.columns()),
  );
}

/** `Closed without ARR` of `closed_without_arr`, until the answer says it better. */
function words(code: string): string {
  const text = code
    .replace(/(\d)_(\d)/, '$1-$2')
    .replaceAll('_', ' ')
    .replace(/\b(arr|poa)\b/g, (short) => short.toUpperCase());
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
