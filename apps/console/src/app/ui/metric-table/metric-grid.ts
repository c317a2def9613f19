import {
  ChangeDetectorRef,
  Component,
  type ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import type { MetricTable, TableColumn } from '@app/contracts';
import { LABEL_COLUMN } from '@app/domain/metrics';
import { type LinkOfColumn, linkOfMetric } from './cell-link';
import { termOfColumn } from './column-term';
import { type GridCell, stepOf, within } from './grid-steps';
import { headGroups } from './head-groups';
import { fitLabelColumn } from './label-column';
import { scrollbarWidth } from '../base/scrollbar';
import { NamedPages } from '../links/named-pages';
import type { Person } from '../links/person';
import { PersonLink } from '../links/person-link';
import { NumberCell } from './number-cell';
import { rowHeight, wholeWindow, windowAt } from './row-window';
import { heightOfRows } from './rows-in-sight';
import { SortHead } from './sort-head';
import type { ShownRow } from './table-rows';

/** The grid of a metric table: one tab stop, arrow keys move between cells, long tables render only visible rows. */
@Component({
  selector: 'app-metric-grid',
  imports: [NumberCell, PersonLink, SortHead],
  host: {
    '(keydown)': 'walk($event)',
    '(focusin)': 'entered($event)',
    '(window:beforeprint)': 'drawFor(true)',
    '(window:afterprint)': 'drawFor(false)',
  },
  templateUrl: './metric-grid.html',
  styleUrl: './metric-grid.css',
})
export class MetricGrid {
  private readonly injector = inject(Injector);
  private readonly view = inject(ChangeDetectorRef);
  private readonly hasPeople = inject(NamedPages, { optional: true }) !== null;
  protected readonly labelColumn = LABEL_COLUMN;
  protected readonly termOfColumn = termOfColumn;

  readonly table = input.required<MetricTable>();
  readonly title = input.required<string>();
  readonly rows = input.required<readonly ShownRow[]>();
  readonly totalLabel = input.required<string>();
  readonly heading = input.required<string>();
  /** True where the labels of columns begin alike: that part then stands above them, once. */
  readonly grouped = input(false);
  readonly bar = input<string | null>(null);
  readonly sort = model('');
  readonly linkOf = input<LinkOfColumn>(linkOfMetric);

  protected readonly groups = computed(() => headGroups(this.table().columns));
  private readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');
  protected readonly height = heightOfRows(
    this.scroller,
    computed(() => this.rows().length),
  );
  protected readonly scrollbar = computed(() => (this.height() === null ? 0 : scrollbarWidth()));
  private readonly scrollTop = signal(0);
  /** Paper has every row. */
  private readonly isOnPaper = signal(false);
  protected readonly window = computed(() => {
    const { length } = this.rows();
    return this.isOnPaper() ? wholeWindow(length) : windowAt(this.scrollTop(), length);
  });
  protected readonly drawn = computed(() => this.rows().slice(this.window().start, this.window().end));
  private readonly largest = computed(() => {
    const at = this.table().columns.findIndex(({ id }) => id === this.bar());
    return this.table().rows.reduce((most, { values }) => Math.max(most, values[at] ?? 0), 0);
  });

  /** The header is row 0, the totals are the last row. */
  protected readonly size = computed(() => ({
    rows: this.rows().length + 2,
    columns: this.table().columns.length + 1,
  }));
  private readonly active = signal<GridCell>({ row: 0, column: 0 });
  /** The one cell that Tab reaches: the last one focused, while it is rendered. */
  private readonly stop = computed((): GridCell => {
    const cell = within(this.active(), this.size());
    return this.isDrawn(cell.row) ? cell : { ...cell, row: 0 };
  });

  constructor() {
    fitLabelColumn(this.scroller, () => [this.table(), this.rows(), this.sort()]);
  }

  /** Width of a bar in percent of the longest one, for a ratio in percent of 1; null in columns without bars. */
  protected barOf({ id, unit }: TableColumn, value: number | null): number | null {
    if (id !== this.bar()) return null;
    if (unit === 'ratio') return value === null ? null : Math.min(Math.max(value, 0), 1) * 100;
    return this.largest() > 0 ? (Math.max(value ?? 0, 0) / this.largest()) * 100 : 0;
  }

  /** Whom a row is about, where it has a page. */
  protected personOf({ row, label }: ShownRow): Person | null {
    const { by } = this.table();
    const isPerson = (by === 'owner' || by === 'bdr') && row.key !== null;
    return this.hasPeople && isPerson ? { role: by, name: label } : null;
  }

  protected tabindex(row: number, column: number): 0 | -1 {
    return this.stop().row === row && this.stop().column === column ? 0 : -1;
  }

  protected sortBy(sort: string): void {
    this.sort.set(sort);
    this.scrollTo(0);
  }

  protected scrolled(): void {
    this.scrollTop.set(this.scroller().nativeElement.scrollTop);
  }

  /** A browser prints the page as it is once this is over. */
  protected drawFor(isPaper: boolean): void {
    this.isOnPaper.set(isPaper);
    this.view.detectChanges();
  }

  protected entered({ target }: FocusEvent): void {
    const cell = cellOf(target);
    if (cell) this.active.set(cell);
  }

  protected walk(event: KeyboardEvent): void {
    const to = event.altKey || event.metaKey ? null : stepOf(event, this.stop(), this.size());
    if (!to) return;
    event.preventDefault();
    this.active.set(to);
    if (!this.isDrawn(to.row)) this.scrollTo((to.row - 1) * rowHeight());
    afterNextRender({ read: () => this.focus(to) }, { injector: this.injector });
  }

  private isDrawn(row: number): boolean {
    const { start, end } = this.window();
    return row === 0 || row === this.size().rows - 1 || (row > start && row <= end);
  }

  private scrollTo(top: number): void {
    this.scroller().nativeElement.scrollTop = top;
    this.scrollTop.set(top);
  }

  private focus({ row, column }: GridCell): void {
    const cell = `[data-row="${row}"][data-column="${column}"]`;
    this.scroller().nativeElement.querySelector<HTMLElement>(cell)?.focus();
  }
}

/** The cell that an element of the grid stands for. */
function cellOf(target: EventTarget | null): GridCell | null {
  const { row, column } = target instanceof HTMLElement ? target.dataset : {};
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}
