import { Component, ElementRef, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { MetricTable as Table } from '@app/contracts';
import { CopyMenu } from '../copy/copy-menu';
import { copyOfTable } from '../copy/copy-table';
import type { Copyable } from '../copy/copyable';
import { ExportMenu } from '../export/export-menu';
import { tableFile } from '../export/export-question';
import { Formats } from '../base/formats';
import { MetricTable } from '../metric-table/metric-table';
import { METRIC_TABLE } from '../metric-table/texts';
import { PageContext } from '../page-context';
import { ChartPalette } from '../base/chart-colours';
import { ChartLegend, type LegendEntry } from './chart-legend';
import { TableSwitch, isRememberedAsTable } from './table-switch';
import { CHARTS } from './texts';
import { CardHead } from '../card-head';

/**
 * The card around a chart: heading, legend, copy and export, and the same numbers as a table. The chart itself is
 * projected; render it while `isChart()`.
 */
@Component({
  selector: 'app-chart-card',
  imports: [CardHead, ChartLegend, CopyMenu, ExportMenu, MetricTable, TableSwitch],
  host: { class: 'card' },
  templateUrl: './chart-card.html',
  styleUrl: './chart-card.css',
})
export class ChartCard {
  private readonly formats = inject(Formats);
  private readonly page = inject(PageContext);
  private readonly palette = inject(ChartPalette);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly heading = input.required<string>();
  readonly aside = input('');
  /** Key under which the user's choices are stored, unique in the console. */
  readonly name = input.required<string>();
  /** The numbers of the chart. */
  readonly table = input.required<Table>();
  readonly legend = input.required<readonly LegendEntry[]>();
  readonly shown = input.required<ReadonlySet<string>>();
  /** True when there is nothing to show. */
  readonly isBlank = input(false);
  /** The text to show in that case. */
  readonly blank = input<string>(CHARTS.none);
  /** True when there would be something to show in a series that is turned off. */
  readonly hasOthers = input(false);
  /** What the pale bars are: the period before, by name; empty without any. */
  readonly ghost = input('');
  /** True when bars are hatched because they are not over. */
  readonly hasUnfinished = input(false);
  /** Name of the table's file; null offers none. */
  readonly file = input<string | null>(null);
  /** Column of the series that was toggled. */
  readonly switched = output<string>();

  /** The numbers of the chart and no others. */
  protected readonly exported = computed(() => tableFile(this.page.exportOf(this.file()), this.table()));
  protected readonly asTable = linkedSignal(() => isRememberedAsTable(this.name()));

  /** Whether to render the chart instead of the table or the empty text. */
  isChart(): boolean {
    return !this.asTable() && !this.isBlank();
  }

  protected readonly copied = (): Copyable => {
    const words = {
      title: this.heading(),
      subtitle: this.page.subtitle(),
      heading: METRIC_TABLE.dimensions[this.table().by],
      totalLabel: CHARTS.total,
    };
    const canvas = this.host.querySelector('canvas');
    const copied = copyOfTable(this.table(), words, this.formats);
    return canvas ? { ...copied, canvas, legend: this.colours() } : copied;
  };

  /** The legend for a copied picture: on the page it is outside the canvas. */
  private colours(): NonNullable<Copyable['legend']> {
    return this.legend()
      .filter(({ column }) => this.shown().has(column))
      .map(({ label, colour, edge, mark }) => ({
        label,
        mark,
        colour: this.palette.colours()[colour],
        edge: this.palette.colours()[edge ?? colour],
      }));
  }
}
