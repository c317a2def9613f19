import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Component, afterRenderEffect, computed, inject, input, output, viewChild } from '@angular/core';
import { LucideArrowDown, LucideArrowUp, LucideExternalLink } from '@lucide/angular';
import type { DealRecord } from '@app/contracts';
import { Situation } from '../session/situation';
import { Formats } from '../ui/formats';
import { ProblemNotice } from '../ui/problem-notice';
import { type RecordColumn, canSort, isAmount, isDate, isNumber, linkOf } from './record-columns';
import type { RecordPages } from './record-pages';
import { recordWords } from './record-words';
import { RECORDS } from './texts';

const ROW_HEIGHT = 36;
const MOST_ROWS = 12;

/** Records as a table that draws only the rows in sight and asks for more at its end; a client opens the deal. */
@Component({
  selector: 'app-records-table',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    LucideArrowDown,
    LucideArrowUp,
    LucideExternalLink,
    ProblemNotice,
  ],
  templateUrl: './records-table.html',
  styleUrl: './records-table.css',
})
export class RecordsTable {
  private readonly formats = inject(Formats);
  protected readonly situation = inject(Situation);
  protected readonly texts = RECORDS;
  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly isNumber = isNumber;
  protected readonly canSort = canSort;
  protected readonly linkOf = linkOf;

  readonly pages = input.required<RecordPages>();
  readonly columns = input.required<readonly RecordColumn[]>();
  /** What the column `reason` says of a record. */
  readonly reason = input<(record: DealRecord) => string>(() => '');
  /** `field` or `-field`; empty for the server's own order. */
  readonly sort = input('');
  readonly mostRows = input(MOST_ROWS);
  readonly sorted = output<string>();

  protected readonly height = computed(
    () => Math.min(Math.max(this.pages().total() ?? 0, 1), this.mostRows()) * ROW_HEIGHT,
  );
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  protected readonly tracks = computed(() => this.columns().map(trackOf).join(' '));

  constructor() {
    // The viewport measures itself once; it grows with the first answer.
    afterRenderEffect(() => {
      this.height();
      this.viewport()?.checkViewportSize();
    });
  }

  protected cell(record: DealRecord, field: RecordColumn): string {
    if (field === 'reason') return this.reason()(record);
    return recordWords(record, field, this.formats);
  }

  protected direction(field: RecordColumn): 'ascending' | 'descending' | 'none' {
    if (this.sort() === field) return 'ascending';
    return this.sort() === `-${field}` ? 'descending' : 'none';
  }

  /** Numbers and dates start with the largest, names with A. */
  protected toggle(field: RecordColumn): void {
    const first = isNumber(field) || isDate(field) ? `-${field}` : field;
    const second = first === field ? `-${field}` : field;
    this.sorted.emit(this.sort() === first ? second : first);
  }

  protected reached(end: number): void {
    if (end >= this.pages().items().length - 20) this.pages().more();
  }

  protected track(_: number, record: DealRecord): string {
    return `${record.view_id} ${record.id}`;
  }
}

function trackOf(field: RecordColumn): string {
  if (field === 'client') return 'minmax(120px, 1.6fr)';
  if (field === 'stage') return 'minmax(112px, 1.2fr)';
  if (field === 'reason') return 'minmax(168px, 1.8fr)';
  if (isDate(field)) return 'minmax(88px, 0.9fr)';
  if (field === 'age' || field === 'weight') return 'minmax(56px, 0.6fr)';
  return isAmount(field) ? 'minmax(72px, 0.9fr)' : 'minmax(64px, 0.8fr)';
}
