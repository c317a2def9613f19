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
import { Icon } from '../ui/icon/icon';
import type { DealRecord } from '@app/contracts';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { NamedPages } from '../ui/links/named-pages';
import type { Person } from '../ui/links/person';
import { PersonLink } from '../ui/links/person-link';
import { Formats } from '../ui/base/formats';
import { scrollbarWidth } from '../ui/base/scrollbar';
import { isTouched } from '../ui/base/touched';
import { MOST_ON_PAPER } from '../ui/paper/most-on-paper';
import type { Paper } from '../ui/paper/paper';
import { PaperSheet } from '../ui/paper/paper-sheet';
import { ProblemNotice } from '../ui/problem-notice';
import { TermLink } from '../ui/term-link';
import { columnNeed } from './column-need';
import { type ColumnNeed, type ColumnTracks, columnTracks } from './column-tracks';
import { type RecordColumn, canSort, isAmount, isDate, isNumber, linkOf, textOf } from './record-columns';
import type { RecordPages } from './record-pages';
import { recordLabel } from './record-labels';
import { termOf } from './record-terms';
import { recordsPaper } from './records-paper';
import { RECORDS } from './texts';

/** A finger needs more than a pointer. */
const ROW_HEIGHT = { fine: 36, coarse: 44 } as const;
/** Gap between two columns, and what a row has at its sides, as in the style sheet. */
const COLUMN_GAP = 12;
const ROW_PADDING = 8;
/** As wide as a list is on a phone. The order of its columns depends on that alone, not on what is in them. */
const NARROW = 480;
const MAX_ROWS = 12;
/** Records of which the widths are taken. */
const MEASURED = 200;

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
    Icon,
    PaperSheet,
    PersonLink,
    ProblemNotice,
    TermLink,
  ],
  host: {
    '[attr.aria-busy]': 'pages().isLoading()',
    '[class.fills]': 'leastHeight() !== null',
    '[style.--least-height.px]': 'leastHeight()',
    '(window:beforeprint)': 'drawPaper()',
    '(window:afterprint)': 'paper.set(null)',
  },
  templateUrl: './records-table.html',
  styleUrl: './records-table.css',
})
export class RecordsTable {
  private readonly formats = inject(Formats);
  private readonly view = inject(ChangeDetectorRef);
  private readonly hasPeople = inject(NamedPages, { optional: true }) !== null;
  protected readonly texts = RECORDS;
  protected readonly rowHeight = isTouched() ? ROW_HEIGHT.coarse : ROW_HEIGHT.fine;
  protected readonly isNumber = isNumber;
  protected readonly canSort = canSort;
  protected readonly termOf = termOf;
  protected readonly dealLink = dealLink;
  protected readonly linkOf = linkOf;

  readonly pages = input.required<RecordPages>();
  readonly columns = input.required<readonly RecordColumn[]>();
  /** The text of the column `reason`. */
  readonly reason = input<(record: DealRecord) => string>(() => '');
  /** `field` or `-field`; empty for the server's own order. */
  readonly sort = input('');
  readonly maxRows = input(MAX_ROWS);
  /** Whether it takes more rows where a taller neighbour makes its card taller. */
  readonly fills = input(false);
  /** The year of the page, which its dates need not say. */
  readonly year = input<string | null>(null);
  /** Said instead of a list without records. */
  readonly empty = input<string>(RECORDS.none);
  readonly sorted = output<string>();

  /** Whom a cell names, where that person has a page. */
  protected personOf(record: DealRecord, field: RecordColumn): Person | null {
    if (!this.hasPeople || (field !== 'owner' && field !== 'bdr')) return null;
    const name = record[field];
    return name === null ? null : { role: field, name };
  }

  /** Set inside a parent that scrolls the rows, such as the drawer. */
  protected readonly isInside = inject(VIRTUAL_SCROLLABLE, { optional: true }) !== null;
  private readonly width = signal(Number.POSITIVE_INFINITY);
  /** On a phone the amount follows the client, so that it is visible without scrolling. */
  protected readonly shown = computed(() => {
    const columns = this.columns();
    // ARR says more than MRR, which follows from it.
    const amount = columns.findLast((column) => isAmount(column) && column !== 'expected_mrr');
    if (!amount || this.width() >= NARROW) return columns;
    return [...new Set([...columns.slice(0, 1), amount, ...columns])];
  });
  private readonly room = computed(() => Math.ceil(this.width()) - 2 * ROW_PADDING - this.scrollbar());
  private readonly linked = computed(() => this.laidOut(this.needs()));
  /** Rather than to cut the names of people, a page leaves the link to the deal, which its client opens. */
  protected readonly hasLinks = computed(
    () => this.isInside || this.width() < NARROW || !this.linked().isTight,
  );
  private readonly layout = computed(() =>
    this.hasLinks() ? this.linked() : this.laidOut(this.needsAlone()),
  );
  protected readonly tracks = computed(() => this.layout().tracks);
  protected readonly leastWidth = computed(() => this.layout().width + 2 * ROW_PADDING);
  /** Whether it scrolls sideways. */
  protected readonly isWide = computed(() => !this.isInside && this.layout().width > this.room());
  /** Its room, also where there turns out to be room for all rows. */
  protected readonly scrollbar = computed(() =>
    !this.isInside && this.total() > this.maxRows() ? scrollbarWidth() : 0,
  );
  private readonly total = computed(() => this.pages().total() ?? 0);
  protected readonly scrolls = computed(() => !this.isInside && this.total() > this.rowsInSight());
  protected readonly height = computed(() => (this.isInside ? null : this.heightOf(this.rowsInSight())));
  /** What it needs of its card, whatever it takes: its own height would keep the card as tall as it once was. */
  protected readonly leastHeight = computed(() =>
    this.fills() && this.total() > this.maxRows() ? this.heightOf(this.maxRows()) : null,
  );
  private readonly roomBelow = signal(0);
  /** Whole rows, as many as there is room for. */
  private readonly rowsInSight = computed(() => {
    const least = this.leastHeight();
    const more = least === null ? 0 : Math.max(0, Math.floor((this.roomBelow() - least) / this.rowHeight));
    return this.maxRows() + more;
  });
  /** What stands in place of the table while the browser prints. */
  protected readonly paper = signal<Paper | null>(null);
  private readonly viewport = viewChild(CdkVirtualScrollViewport);
  private readonly heads = viewChild<ElementRef<HTMLElement>>('heads');
  /** What each column needs for what was read first: it does not become wider while somebody scrolls. */
  private readonly needs = computed(() => this.needsOf(true));
  private readonly needsAlone = computed(() => this.needsOf(false));

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      this.width.set(width);
      this.roomBelow.set(height - (this.heads()?.nativeElement.offsetHeight ?? 0));
    });
    observer.observe(host);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
    // The viewport measures itself only once, and grows with the first answer.
    afterRenderEffect(() => {
      this.height();
      this.viewport()?.checkViewportSize();
    });
  }

  private laidOut(needs: ReadonlyMap<RecordColumn, ColumnNeed>): ColumnTracks {
    const shown = this.shown().flatMap((column) => needs.get(column) ?? []);
    return columnTracks(shown, this.room(), COLUMN_GAP);
  }

  private needsOf(hasLinks: boolean): ReadonlyMap<RecordColumn, ColumnNeed> {
    const records = this.pages().items().slice(0, MEASURED);
    const needOf = (column: RecordColumn) => {
      const texts = records.map((record) => this.brief(record, column));
      return columnNeed(column, texts, hasLinks);
    };
    return new Map(this.columns().map((column) => [column, needOf(column)]));
  }

  private heightOf(rows: number): number {
    const bar = this.isWide() ? scrollbarWidth() : 0;
    return Math.min(Math.max(this.total(), 1), rows) * this.rowHeight + bar;
  }

  /** A browser prints the page as it is once this is over. */
  protected drawPaper(): void {
    const pages = this.pages();
    const most = this.isInside ? MOST_ON_PAPER.alone : MOST_ON_PAPER.amongOthers;
    pages.readNow(most);
    const [records, total] = [pages.items(), pages.total() ?? 0];
    const list = { records, most, total, columns: this.columns(), cell: this.cell };
    this.paper.set(records.length === 0 ? null : recordsPaper(list, this.formats));
    this.view.detectChanges();
  }

  protected readonly cell = (record: DealRecord, field: RecordColumn): string => {
    if (field === 'reason') return this.reason()(record);
    return recordLabel(record, field, this.formats);
  };

  /** The same, a date of the page's year without it. */
  protected readonly brief = (record: DealRecord, field: RecordColumn): string => {
    const date = isDate(field) && field !== 'reason' ? textOf(record, field) : null;
    const year = this.year();
    return date !== null && year !== null && date.startsWith(`${year}-`)
      ? this.formats.dayAndMonth(date)
      : this.cell(record, field);
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

  /** Header and rows scroll sideways as one. */
  protected scrollAside(follower: HTMLElement, { scrollLeft }: HTMLElement): void {
    if (!this.isInside) follower.scrollLeft = scrollLeft;
  }

  protected reached(end: number): void {
    if (end >= this.pages().items().length - 20) this.pages().more();
  }

  protected track(_: number, record: DealRecord): string {
    return `${record.view_id} ${record.id}`;
  }
}
