import { Component, computed, inject } from '@angular/core';
import type { MeetingsAttendedScreen } from '@app/contracts';
import type { RecordField } from '../records/record-columns';
import { MetricRecords } from '../screen/metric-records';
import { RELEVANCE_FILTER, SOURCE_FILTER, STAGE_FILTER } from '../screen/record-filters';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import { Address } from '../session/address';
import { MonthChart } from '../ui/charts/month-chart';
import { MetricTable } from '../ui/metric-table/metric-table';
import { type BandNumber, NumberBand } from '../ui/numbers/number-band';
import { AeCards } from './ae-cards';
import { SERIES } from './series';
import { ATTENDED } from './texts';

/** Second of the funnel: which meetings took place, what became of them, and by whom. */
@Component({
  selector: 'app-meetings-attended',
  imports: [AeCards, MetricRecords, MetricTable, MonthChart, NumberBand, ScreenFrame],
  templateUrl: './meetings-attended.page.html',
  styleUrl: './meetings-attended.page.css',
})
export class MeetingsAttendedPage {
  private readonly address = inject(Address);
  protected readonly screen = screenOf<MeetingsAttendedScreen>('meetings-attended');
  protected readonly texts = ATTENDED;
  protected readonly series = SERIES;

  protected readonly numbers: readonly BandNumber[] = [
    { metric: 'meetings.total', label: ATTENDED.scheduled, unit: 'count' },
    { metric: 'intros.attended', unit: 'count' },
    { metric: 'attendance.rate', unit: 'ratio' },
    { metric: 'poa.generated', unit: 'count' },
    { metric: 'conversion.intro_to_poa', unit: 'ratio' },
    { metric: 'deals.closed', unit: 'count' },
    { metric: 'conversion.poa_to_close', unit: 'ratio' },
  ];
  protected readonly skeleton = [
    { height: 320, widths: [2, 1] },
    { height: 320, widths: [1] },
  ];

  protected readonly introColumns: readonly RecordField[] = [
    'discovery_date',
    'owner',
    'source_group',
    'relevance',
    'stage',
  ];
  protected readonly introFilters = [RELEVANCE_FILTER, SOURCE_FILTER];
  // The view of a master's deals takes the place of the date they entered.
  protected readonly poaColumns = computed((): RecordField[] => [
    ...(this.address.view()?.is_master ? [] : (['discovery_date'] as const)),
    'poa_date',
    'owner',
    'stage',
    'expected_arr',
  ]);
  protected readonly poaFilters = [STAGE_FILTER];
}
