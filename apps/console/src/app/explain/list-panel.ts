import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { LucideX } from '@lucide/angular';
import type { DataFinding, DataFindingPage } from '@app/contracts';
import { recordPages } from '../records/record-pages';
import type { RecordField } from '../records/record-columns';
import { RecordsTable } from '../records/records-table';
import type { OpenedList } from '../session/opened';
import { Situation } from '../session/situation';
import type { ExportQuestion } from '../ui/export/export-question';
import { Formats } from '../ui/formats';
import { TEXTS } from '../ui/texts';
import { CopyLink } from './copy-link';
import { DrawerHead } from './drawer-head';
import { FileLinks } from './file-links';
import { EXPLAIN } from './texts';

/** The deals that a data-quality finding is about, or those of a column of a board. */
@Component({
  selector: 'app-list-panel',
  imports: [CopyLink, DrawerHead, FileLinks, LucideX, RecordsTable],
  template: `
    <app-drawer-head [heading]="heading()" [detail]="finding()?.why ?? ''">
      @if (only(); as only) {
        <button
          type="button"
          class="chip"
          [attr.aria-label]="texts.widen(only.field + ' ' + only.name)"
          (click)="situation.inDrawer({ only: null })"
        >
          {{ only.field }} <b>{{ only.name }}</b> <svg lucideX aria-hidden="true"></svg>
        </button>
      }
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
        @if (finding()?.value; as value) {
          <span class="quiet">{{ formats.money(value) }}</span>
        }
        <app-file-links class="end" [question]="exported()" [title]="heading()" />
        <app-copy-link />
      </div>
      <app-records-table
        [pages]="pages"
        [columns]="columns()"
        [sort]="sort()"
        [mostRows]="16"
        (sorted)="situation.inDrawer({ sort: $event })"
      />
    </section>
  `,
  styles: `
    .chip {
      margin-top: var(--s-2);
    }
    ul {
      margin: var(--s-3) 0 0;
      padding-left: 18px;
      color: var(--ink-2);
    }
  `,
  styleUrl: './panel.css',
})
export class ListPanel {
  protected readonly formats = inject(Formats);
  protected readonly situation = inject(Situation);
  protected readonly texts = EXPLAIN;
  readonly list = input.required<OpenedList>();

  private readonly findings = httpResource<DataFindingPage>(() => {
    const view = this.situation.viewId();
    if (!view || this.list().kind !== 'finding') return undefined;
    return { url: `/api/views/${view}/findings`, params: this.situation.askedOfLists() };
  });
  protected readonly finding = computed((): DataFinding | undefined =>
    this.findings.hasValue()
      ? this.findings.value().items.find(({ code }) => code === this.list().id)
      : undefined,
  );
  protected readonly heading = computed(() => {
    const { kind, id } = this.list();
    return kind === 'finding' ? (this.finding()?.title ?? words(id)) : EXPLAIN.column(words(id));
  });
  protected readonly columns = computed((): RecordField[] => [
    'client',
    ...(this.situation.view()?.is_master ? (['view_name'] as const) : []),
    'stage',
    'owner',
    this.list().id.includes('poa') ? 'poa_date' : 'discovery_date',
    'value',
  ]);
  /** Without a choice the server's own order: the most valuable first. */
  protected readonly sort = computed(() => this.situation.parameter('sort') ?? '');
  private readonly question = computed(() => {
    const [view, sort] = [this.situation.viewId(), this.sort()];
    if (!view) return null;
    const { kind, id } = this.list();
    const path = kind === 'finding' ? 'findings' : 'board-columns';
    const only = this.situation.onlyInList();
    return {
      url: `/api/views/${view}/${path}/${encodeURIComponent(id)}/records`,
      params: {
        ...this.situation.askedOfLists(),
        ...(only ? { [only.field]: only.value } : {}),
        ...(sort ? { sort } : {}),
      },
    };
  });
  protected readonly pages = recordPages(this.question);
  /** The account executive whose deals alone are listed, as the data writes the name. */
  protected readonly only = computed(() => {
    const only = this.situation.onlyInList();
    if (only?.field !== 'owner') return null;
    const name = only.value === '' ? TEXTS.unassigned : (this.pages.items()[0]?.owner ?? only.value);
    return { field: EXPLAIN.dimensions.owner, name };
  });
  protected readonly counted = computed(() => {
    const total = this.pages.total();
    return total === null ? '' : TEXTS.deals(this.formats.count(total), total === 1);
  });
  /** Findings have files; the columns of a board have none. */
  protected readonly exported = computed((): ExportQuestion | null => {
    const question = this.question();
    if (!question || this.list().kind !== 'finding') return null;
    return { ...question, url: `${question.url}/export` };
  });
}

/** `Closed without ARR` of `closed_without_arr`, until the answer says it better. */
function words(code: string): string {
  const text = code
    .replace(/(\d)_(\d)/, '$1-$2')
    .replaceAll('_', ' ')
    .replace(/\b(arr|poa)\b/g, (short) => short.toUpperCase());
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
