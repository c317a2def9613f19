import { Component, computed, inject, input } from '@angular/core';
import type { MetricTable, TableColumn, TableRow } from '@app/contracts';
import { orderedRows } from '@app/domain/metrics';
import { styleOfSourceGroup } from '@app/domain/screens';
import { CopyMenu } from '../copy/copy-menu';
import { copyOfTable } from '../copy/copy-table';
import { ExportMenu } from '../export/export-menu';
import { tableFile } from '../export/export-question';
import type { DrawerLink } from '../links/link';
import { DrawerLinkButton } from '../links/link-button';
import { Formats } from '../base/formats';
import { PageContext } from '../page-context';
import { Meter } from '../meter';
import { linkOfCell } from '../metric-table/cell-link';
import { rowLabel } from '../base/row-label';
import { labelledRows } from '../metric-table/table-rows';
import { METRIC_TABLE } from '../metric-table/texts';
import { CHARTS } from './texts';
import { CardHead } from '../card-head';

interface Bar {
  key: string | null;
  label: string;
  colour: string | null;
  value: string;
  share: string;
  /** Fraction of the total. */
  width: number;
  link: DrawerLink | null;
}

/** The parts of a whole: a bar, a share and a number for each row; the shares add up to 100 %. */
@Component({
  selector: 'app-share-bars',
  imports: [CardHead, CopyMenu, DrawerLinkButton, ExportMenu, Meter],
  host: { class: 'card' },
  templateUrl: './share-bars.html',
  styleUrls: ['../row-button.css', './share-bars.css'],
})
export class ShareBars {
  private readonly formats = inject(Formats);
  private readonly page = inject(PageContext);
  protected readonly texts = CHARTS;

  readonly heading = input.required<string>();
  /** Has a column with the number and one called `share`. */
  readonly table = input.required<MetricTable>();
  /** Id of the column with the number. */
  readonly column = input.required<string>();
  /** Name of the table's file; null offers none. */
  readonly file = input<string | null>(null);

  private readonly at = computed(() => this.table().columns.findIndex(({ id }) => id === this.column()));
  private readonly shareAt = computed(() => this.table().columns.findIndex(({ id }) => id === 'share'));
  protected readonly bars = computed((): Bar[] => {
    const column = this.table().columns[this.at()];
    return column ? this.inOrder().map((row) => this.barOf(row, column)) : [];
  });
  protected readonly total = computed(() => {
    const column = this.table().columns[this.at()];
    return {
      value: this.formats.short(this.table().totals[this.at()] ?? null, column?.unit ?? 'count'),
      share: this.formats.share(this.table().totals[this.shareAt()] ?? null),
      link: column ? linkOfCell(this.table(), column, null) : null,
    };
  });

  protected readonly exported = computed(() =>
    tableFile(this.page.exportOf(this.file()), this.table(), `-${this.column()}`),
  );

  protected readonly copied = () =>
    copyOfTable(
      this.table(),
      {
        title: this.heading(),
        subtitle: this.page.subtitle(),
        heading: METRIC_TABLE.dimensions[this.table().by],
        totalLabel: CHARTS.total,
      },
      this.formats,
    );

  /** The largest part first, unassigned last. */
  private inOrder(): TableRow[] {
    const rows = labelledRows(this.table(), this.formats);
    return orderedRows(rows, this.table(), `-${this.column()}`).map(({ row }) => row);
  }

  private barOf(row: TableRow, column: TableColumn): Bar {
    const share = row.values[this.shareAt()] ?? null;
    return {
      key: row.key,
      label: rowLabel(this.table(), row, this.formats),
      colour: this.table().by === 'source_group' ? sourceColour(row.key) : null,
      value: this.formats.short(row.values[this.at()] ?? null, column.unit),
      share: this.formats.share(share),
      width: share ?? 0,
      link: linkOfCell(this.table(), column, row),
    };
  }
}

/** What belongs to no group is grey. */
const sourceColour = (group: string | null): string =>
  `var(--${styleOfSourceGroup(group)?.colour ?? 'c-none'})`;
