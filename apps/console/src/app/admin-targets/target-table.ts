import { Component, computed, inject, input } from '@angular/core';
import { Address } from '../session/address';
import { labelOf } from '../session/period-label';
import { Formats } from '../ui/base/formats';
import { ColumnKeys } from './column-keys';
import { type TargetRow, tidied } from './rows';
import { TargetRowCells } from './target-row';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';

/** Rows under a heading of their own. */
export interface TableSection {
  title: string | null;
  rows: readonly TargetRow[];
}

/** A sum below the rows, by the domain. Currency. */
export interface TableTotal {
  label: string;
  value: number | null;
}

/** A table to edit targets, one per row; on Master beside the sum of the views. */
@Component({
  selector: 'app-target-table',
  imports: [ColumnKeys, TargetRowCells],
  templateUrl: './target-table.html',
  styleUrl: './target-table.css',
})
export class TargetTable {
  protected readonly form = inject(TargetsForm);
  protected readonly formats = inject(Formats);
  private readonly address = inject(Address);
  protected readonly texts = TARGETS;

  readonly caption = input.required<string>();
  readonly firstColumn = input.required<string>();
  readonly sections = input.required<readonly TableSection[]>();
  readonly totals = input<readonly TableTotal[]>([]);
  readonly hasOrigin = input(true);
  /** Whether its rows are months, with totals below them. */
  readonly isByMonth = input(false);

  protected readonly isMaster = computed(() => this.form.state().viewsSum !== null);
  protected readonly columns = computed(
    () => 2 + (this.isByMonth() ? 0 : 1) + (this.hasOrigin() ? 1 : 0) + (this.isMaster() ? 3 : 0),
  );
  protected readonly over = computed(() =>
    TARGETS.columns.over(labelOf(this.address.period(), this.formats)),
  );

  /** Copied cells fill the fields from the one that they were pasted into, down. */
  protected paste(id: string, cells: readonly string[]): void {
    const ids = this.sections().flatMap(({ rows }) => rows.map(({ field }) => field.id));
    const below = ids.slice(ids.indexOf(id));
    const filled = below.slice(0, cells.length);
    this.form.fill(
      filled.map((each, at) => [each, tidied(cells[at] ?? '')]),
      cells.length - filled.length,
    );
  }

  protected by(id: string): string {
    return this.form.news().find((news) => news.id === id)?.by ?? TARGETS.news.somebody;
  }
}
