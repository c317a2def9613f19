import { CdkFixedSizeVirtualScroll, CdkVirtualForOf, CdkVirtualScrollViewport } from '@angular/cdk/scrolling';
import { Component, afterRenderEffect, computed, inject, input, output, viewChild } from '@angular/core';
import { LucideArrowDown, LucideArrowUp, LucideExternalLink } from '@lucide/angular';
import type { DealRecord } from '@app/contracts';
import { dealDoor } from '../ui/doors/door';
import { DoorButton } from '../ui/doors/door-button';
import { Formats } from '../ui/formats';
import { ProblemNotice } from '../ui/problem-notice';
import { type RecordColumn, canSort, isAmount, isDate, isNumber, linkOf } from './record-columns';
import type { RecordPages } from './record-pages';
import { recordWords } from './record-words';
import { RECORDS } from './texts';

const ROW_HEIGHT = 36;
/** Between two columns, as the style has it; the last one stands for the row's padding. */
const COLUMN_GAP = 8;
const MOST_ROWS = 12;

/** Records as a table that draws only the rows in sight and asks for more at its end; a client opens the deal. */
@Component({
  selector: 'app-records-table',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    DoorButton,
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
  protected readonly texts = RECORDS;
  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly isNumber = isNumber;
  protected readonly canSort = canSort;
  protected readonly dealDoor = dealDoor;
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
  private readonly widths = computed(() => this.columns().map(widthOf));
  protected readonly tracks = computed(() =>
    this.widths()
      .map(({ least, share }) => `minmax(${String(least)}px, ${String(share)}fr)`)
      .join(' '),
  );
  /** Narrower than this, the list scrolls sideways. */
  protected readonly leastWidth = computed(() =>
    this.widths().reduce((sum, { least }) => sum + least + COLUMN_GAP, 0),
  );

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

/** Least width in pixels, and the share of what is left: names and people first, nothing is read of half a word. */
function widthOf(field: RecordColumn): { least: number; share: number } {
  if (field === 'client') return { least: 132, share: 2.2 };
  if (field === 'owner' || field === 'bdr') return { least: 80, share: 1.2 };
  if (field === 'stage') return { least: 96, share: 1.1 };
  if (field === 'reason') return { least: 168, share: 1.8 };
  if (isDate(field)) return { least: 84, share: 0.9 };
  if (field === 'age' || field === 'weight') return { least: 56, share: 0.6 };
  return isAmount(field) ? { least: 72, share: 0.9 } : { least: 64, share: 0.8 };
}
