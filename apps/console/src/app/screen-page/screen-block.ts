import { Component, computed, inject, input } from '@angular/core';
import type { DealRecord, MetricTable as Table, Screen } from '@app/contracts';
import { weightReason } from '@app/domain/weighting';
import type { BandBlock, ChartBlock, RecordsBlock, ScreenBlock as Block } from '@app/domain/screens';
import { BoardFrame } from '../board/board-frame';
import type { RecordColumn } from '../records/record-columns';
import { RECORDS } from '../records/texts';
import { MetricRecords } from '../screen/metric-records';
import type { RecordFilter } from '../screen/record-filters';
import { Address } from '../session/address';
import { MonthChart } from '../ui/charts/month-chart';
import { ShareBars } from '../ui/charts/share-bars';
import { CHARTS } from '../ui/charts/texts';
import { MetricTable } from '../ui/metric-table/metric-table';
import { METRIC_TABLE } from '../ui/metric-table/texts';
import { type BandNumber, NumberBand } from '../ui/numbers/number-band';
import { OwnBlock } from './own-block';
import { filterOf } from './record-filters';
import { type ShownTable, shownTable } from './shown-table';
import { runningSum } from './running-sum';
import { boardNamed, tableOf, weightsOf } from './parts-of-answer';
import { MissingPart } from '../ui/missing-part';

/** A block of a screen, drawn from its entry and the answer. */
@Component({
  selector: 'app-screen-block',
  imports: [BoardFrame, MetricRecords, MetricTable, MissingPart, MonthChart, NumberBand, OwnBlock, ShareBars],
  template: `
    @let block = this.block();
    @switch (block.kind) {
      @case ('band') {
        <app-number-band
          [label]="block.label"
          [numbers]="numbersOf(block)"
          [columns]="block.columns ?? null"
          [hasLead]="block.hasLead ?? false"
        />
      }
      @case ('chart') {
        <app-month-chart
          [name]="block.name"
          [heading]="headingOf(block)"
          [aside]="block.aside"
          [table]="drawnOf(block)"
          [series]="block.series"
          [file]="fileOf(block)"
        />
      }
      @case ('shares') {
        <app-share-bars
          [column]="block.column"
          [heading]="block.heading"
          [table]="tableOf(data(), block.table)"
          [file]="block.table"
        />
      }
      @case ('table') {
        @if (shown(); as shown) {
          <app-metric-table
            [bar]="shown.bar"
            [heading]="block.heading"
            [rowHeading]="block.label ?? null"
            [aside]="shown.aside"
            [empty]="block.empty ?? noRows"
            [table]="shown.table"
            [file]="block.table"
          />
        }
      }
      @case ('records') {
        <app-metric-records
          [name]="block.name"
          [metric]="block.metric"
          [heading]="block.heading"
          [empty]="block.empty ?? noDeals"
          [columns]="columnsOf(block)"
          [filters]="filtersOf(block)"
          [firstSort]="block.sort ?? '-discovery_date'"
          [maxRows]="block.rows ?? 6"
          [reason]="reason()"
        />
      }
      @case ('board') {
        @defer (on immediate) {
          <app-board-frame [kind]="boardNamed(block.board)" [heading]="block.heading" [aside]="block.aside" />
        } @placeholder {
          <div class="bone board"></div>
        } @error {
          <app-missing-part />
        }
      }
      @case ('own') {
        <app-own-block [name]="block.name" [data]="data()" />
      }
      @case ('stack') {
        @for (each of block.blocks; track $index) {
          <app-screen-block [block]="each" [data]="data()" />
        }
      }
    }
  `,
  host: { '[class.stack]': "block().kind === 'stack'" },
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      min-width: 0;
    }
    /* The last of a stack grows to the height of its neighbour. */
    :host(.stack) {
      grid-template-rows: auto 1fr;
      gap: var(--s-3);
    }
    .board {
      height: 520px;
      border-radius: var(--r-2);
    }
  `,
})
export class ScreenBlock {
  private readonly address = inject(Address);
  protected readonly tableOf = tableOf;
  protected readonly boardNamed = boardNamed;

  readonly block = input.required<Block>();
  readonly data = input.required<Screen>();

  protected readonly noRows = METRIC_TABLE.none;
  protected readonly noDeals = RECORDS.none;

  /** The table of a block that is one: the same for as long as the answer is. */
  protected readonly shown = computed((): ShownTable | null => {
    const block = this.block();
    return block.kind === 'table' ? shownTable(block, tableOf(this.data(), block.table)) : null;
  });

  /** Why a deal weighs what it weighs, under the weights of the answer. */
  protected readonly reason = computed(() => {
    const weights = weightsOf(this.data());
    return (record: DealRecord) => weightReason(record, weights);
  });

  protected numbersOf({ numbers }: BandBlock): BandNumber[] {
    return numbers.map((number) => (typeof number === 'string' ? { metric: number } : number));
  }

  protected drawnOf(block: ChartBlock): Table {
    const { months, trend } = this.data();
    if (block.table === 'months') return trend?.table ?? months;
    return runningSum(tableOf(this.data(), block.table), block.series);
  }

  /** Says which steps it has, where these are those of the period. */
  protected headingOf({ table, heading }: ChartBlock): string {
    return table === 'months'
      ? CHARTS.stepwise(heading, CHARTS.steps[this.data().trend?.grain ?? 'month'])
      : heading;
  }

  protected fileOf({ table }: ChartBlock): string {
    return table === 'months' && this.data().trend ? 'trend' : table;
  }

  protected columnsOf({ columns, notOnMaster = [] }: RecordsBlock): RecordColumn[] {
    const isMaster = this.address.view()?.is_master ?? false;
    // Whose page it is need not stand in each row.
    const person = this.address.person()?.role;
    return columns.filter((column) => column !== person && (!isMaster || !notOnMaster.includes(column)));
  }

  protected filtersOf({ filters = [] }: RecordsBlock): RecordFilter[] {
    return filters.map((filter) => filterOf(filter, (table) => tableOf(this.data(), table)));
  }
}
