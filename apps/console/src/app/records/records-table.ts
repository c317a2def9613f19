import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
  VIRTUAL_SCROLLABLE,
} from '@angular/cdk/scrolling';
import {
  ChangeDetectorRef,
  Component,
  DestroyRef,
  ElementRef,
  afterRenderEffect,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { LucideArrowDown, LucideArrowUp, LucideExternalLink } from '@lucide/angular';
import type { DealRecord } from '@app/contracts';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import type { Paper } from '../ui/paper/paper';
import { PaperSheet } from '../ui/paper/paper-sheet';
import { ProblemNotice } from '../ui/problem-notice';
import { type RecordColumn, canSort, isAmount, isDate, isNumber, linkOf } from './record-columns';
import type { RecordPages } from './record-pages';
import { recordLabel } from './record-labels';
import { MOST_ON_PAPER, recordsPaper } from './records-paper';
import { RECORDS } from './texts';

const ROW_HEIGHT = 36;
/** Gap between two columns, as in the style sheet; the last one accounts for the row's padding. */
const COLUMN_GAP = 8;
/** Wider than most scrollbars. */
const SCROLLBAR = 16;
const MAX_ROWS = 12;

/**
 * A table of records that renders only visible rows and loads more at its end; a click on the client opens the deal.
 * On paper the whole list stands in its place.
 */
@Component({
  selector: 'app-records-table',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    DrawerLinkButton,
    LucideArrowDown,
    LucideArrowUp,
    LucideExternalLink,
    PaperSheet,
    ProblemNotice,
  ],
  host: {
    '[attr.aria-busy]': 'pages().isLoading()',
    '(window:beforeprint)': 'drawPaper()',
    '(window:afterprint)': 'paper.set(null)',
  },
  templateUrl: './records-table.html',
  styleUrl: './records-table.css',
})
export class RecordsTable {
  private readonly formats = inject(Formats);
  private readonly view = inject(ChangeDetectorRef);
  protected readonly texts = RECORDS;
  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly isNumber = isNumber;
  protected readonly canSort = canSort;
  protected readonly dealLink = dealLink;
  protected readonly linkOf = linkOf;

  readonly pages = input.required<RecordPages>();
  readonly columns = input.required<readonly RecordColumn[]>();
  /** The text of the column `reason`. */
  readonly reason = input<(record: DealRecord) => string>(() => '');
  /** `field` or `-field`; empty for the server's own order. */
  readonly sort = input('');
  readonly maxRows = input(MAX_ROWS);
  readonly sorted = output<string>();

  /** Set inside a parent that scrolls the rows, such as the drawer. */
  protected readonly isInside = inject(VIRTUAL_SCROLLABLE, { optional: true }) !== null;
  private readonly width = signal(Number.POSITIVE_INFINITY);
  /** Where not all columns fit, the amount follows the client, so that it is visible without scrolling. */
  protected readonly shown = computed(() => {
    const columns = this.columns();
    const amount = columns.findLast(isAmount);
    const room = this.width() - (this.scrolls() ? SCROLLBAR : 0);
    if (!amount || room >= minWidth(columns)) return columns;
    return [...new Set([...columns.slice(0, 1), amount, ...columns])];
  });
  protected readonly scrolls = computed(() => !this.isInside && (this.pages().total() ?? 0) > this.maxRows());
  protected readonly height = computed(() =>
    this.isInside ? null : Math.min(Math.max(this.pages().total() ?? 0, 1), this.maxRows()) * ROW_HEIGHT,
  );
  /** What stands in place of the table while the browser prints. */
  protected readonly paper = signal<Paper | null>(null);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  private readonly widths = computed(() => this.shown().map(widthOf));
  protected readonly tracks = computed(() =>
    this.widths()
      .map(({ min, share }) => `minmax(${String(min)}px, ${String(share)}fr)`)
      .join(' '),
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) this.width.set(entry.contentRect.width);
    });
    observer.observe(host);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    // The viewport measures itself only once, and grows with the first answer.
    afterRenderEffect(() => {
      this.height();
      this.viewport()?.checkViewportSize();
    });
  }

  /** A browser prints the page as it is once this is over. */
  protected drawPaper(): void {
    const pages = this.pages();
    pages.readNow(MOST_ON_PAPER);
    const [records, total] = [pages.items(), pages.total() ?? 0];
    const list = { records, total, columns: this.columns(), cell: this.cell };
    this.paper.set(records.length === 0 ? null : recordsPaper(list, this.formats));
    this.view.detectChanges();
  }

  protected readonly cell = (record: DealRecord, field: RecordColumn): string => {
    if (field === 'reason') return this.reason()(record);
    return recordLabel(record, field, this.formats);
  };

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

/** Minimum width in pixels, and the share of the remaining width: dates and amounts are never cut off, names may be. */
function widthOf(field: RecordColumn): { min: number; share: number } {
  if (isDate(field)) return { min: 92, share: 0.7 };
  if (isAmount(field)) return { min: 84, share: 0.7 };
  return WIDTHS[field] ?? { min: 92, share: 0.9 };
}

/** Below this a list scrolls sideways. */
const minWidth = (columns: readonly RecordColumn[]): number =>
  columns.reduce((sum, column) => sum + widthOf(column).min + COLUMN_GAP, 0);

const WIDTHS: Partial<Record<RecordColumn, { min: number; share: number }>> = {
  // With scrollbars, the five other columns of "Intros attended" leave it no more at 1440 pixels.
  client: { min: 116, share: 2.2 },
  view_name: { min: 72, share: 0.8 },
  owner: { min: 80, share: 1.2 },
  bdr: { min: 80, share: 1.2 },
  stage: { min: 112, share: 1.4 },
  reason: { min: 168, share: 1.8 },
  age: { min: 64, share: 0.5 },
  weight: { min: 64, share: 0.5 },
};
