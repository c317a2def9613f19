import { Component, computed } from '@angular/core';
import type { DealRecord, DealsPipelineScreen } from '@app/contracts';
import { STAGES, stageCategory } from '@app/domain/normalise';
import { weightReason } from '@app/domain/weighting';
import type { RecordColumn } from '../records/record-columns';
import { MetricRecords } from '../screen/metric-records';
import { type RecordFilter, peopleFilter, SOURCE_FILTER, STAGE_FILTER } from '../screen/record-filters';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import { MonthChart } from '../ui/charts/month-chart';
import { MetricTable } from '../ui/metric-table/metric-table';
import { type BandNumber, NumberBand } from '../ui/numbers/number-band';
import { WeightTable } from '../ui/weight-table';
import { runningSum } from './running-sum';
import { CLOSED, CREATED, HALF } from './series';
import { DEALS } from './texts';

/** What was closed, what is in the pipe and what it weighs, and what lies in it too long. */
@Component({
  selector: 'app-deals-pipeline',
  imports: [MetricRecords, MetricTable, MonthChart, NumberBand, ScreenFrame, WeightTable],
  templateUrl: './deals-pipeline.page.html',
  styleUrl: './deals-pipeline.page.css',
})
export class DealsPipelinePage {
  protected readonly screen = screenOf<DealsPipelineScreen>('deals-pipeline');
  protected readonly texts = DEALS;
  protected readonly series = { closed: CLOSED, created: CREATED, half: HALF };

  protected readonly closed: readonly BandNumber[] = [
    { metric: 'deals.closed', unit: 'count' },
    { metric: 'deals.arr', unit: 'money' },
    { metric: 'deals.mrr', label: DEALS.closed.mrr, unit: 'money' },
    { metric: 'deals.average', label: DEALS.closed.average, unit: 'money' },
  ];
  protected readonly pipe: readonly BandNumber[] = [
    { metric: 'pipe.created', unit: 'money' },
    { metric: 'pipe.created_weighted', unit: 'money' },
    { metric: 'pipe.active', label: DEALS.pipe.open, unit: 'money' },
    { metric: 'pipe.active_weighted', label: DEALS.pipe.openWeighted, unit: 'money' },
    { metric: 'deals.open', label: DEALS.pipe.openDeals, unit: 'count' },
  ];
  protected readonly old: readonly BandNumber[] = [
    { metric: 'pipe.old', label: DEALS.old.pipe, unit: 'money' },
    { metric: 'pipe.old_count', label: DEALS.old.deals, unit: 'count' },
    { metric: 'pipe.old_clients', label: DEALS.old.clients, unit: 'count' },
  ];
  protected readonly skeleton = [
    { height: 338, widths: [4, 3] },
    { height: 134, widths: [1] },
    { height: 274, widths: [1, 1] },
    { height: 280, widths: [1] },
  ];

  protected readonly half = computed(() => {
    const screen = this.screen.shown();
    return screen && runningSum(screen.cumulative, DEALS.pipe.half);
  });

  protected readonly closedColumns: readonly RecordColumn[] = [
    'billing_start',
    'owner',
    'expected_arr',
    'expected_mrr',
  ];
  protected readonly openColumns: readonly RecordColumn[] = [
    'owner',
    'stage',
    'age',
    'pipeline',
    'weight',
    'reason',
    'weighted',
  ];
  protected readonly oldColumns: readonly RecordColumn[] = ['owner', 'stage', 'discovery_date', 'pipeline'];
  /** Everybody with a deal of the period or an open one. */
  private readonly people = computed(() => {
    const screen = this.screen.shown();
    return screen ? [peopleFilter('owner', screen.owners)] : [];
  });
  protected readonly openFilters = computed(() => [...this.people(), OPEN_STAGES, SOURCE_FILTER]);
  protected readonly oldFilters = [OLD_STAGES, SOURCE_FILTER];
  protected readonly why = computed(() => {
    const weights = this.screen.shown()?.weights ?? [];
    return (record: DealRecord) => weightReason(record, weights);
  });
}

const stagesWhere = (isOffered: (stage: string) => boolean): RecordFilter => ({
  ...STAGE_FILTER,
  options: STAGES.values.filter(isOffered).map((value) => ({ value, label: value })),
});
const OPEN_STAGES = stagesWhere((stage) => stageCategory(stage) === 'open');
const OLD_STAGES = stagesWhere((stage) => stage === 'G Stalled' || stage === 'H Lost - can be revived');
