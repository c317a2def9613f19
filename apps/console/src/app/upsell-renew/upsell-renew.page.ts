import { Component, computed } from '@angular/core';
import type { UpsellRenewScreen } from '@app/contracts';
import type { RecordField } from '../records/record-columns';
import { MetricRecords } from '../screen/metric-records';
import { peopleFilter, STAGE_FILTER } from '../screen/record-filters';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import { MonthChart } from '../ui/charts/month-chart';
import { MetricTable } from '../ui/metric-table/metric-table';
import { type BandNumber, NumberBand } from '../ui/numbers/number-band';
import { SERIES } from './series';
import { UPSELL } from './texts';

/** Business with existing clients: meetings, what became of them, and which partner brought it. */
@Component({
  selector: 'app-upsell-renew',
  imports: [MetricRecords, MetricTable, MonthChart, NumberBand, ScreenFrame],
  templateUrl: './upsell-renew.page.html',
  styles: `
    .lists {
      display: grid;
      gap: var(--s-3);
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    @media (max-width: 1100px) {
      .lists {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class UpsellRenewPage {
  protected readonly screen = screenOf<UpsellRenewScreen>('upsell-renew');
  protected readonly texts = UPSELL;
  protected readonly series = SERIES;

  protected readonly numbers: readonly BandNumber[] = [
    { metric: 'upsell.meetings', label: UPSELL.upsells, unit: 'count' },
    { metric: 'renewal.meetings', label: UPSELL.renewals, unit: 'count' },
    { metric: 'upsell.poa', label: UPSELL.poa, unit: 'count' },
    { metric: 'upsell.closed', label: UPSELL.closed, unit: 'count' },
    { metric: 'upsell.arr', label: UPSELL.arr, unit: 'money' },
  ];
  protected readonly skeleton = [
    { height: 320, widths: [1] },
    { height: 240, widths: [1] },
  ];

  protected readonly introColumns: readonly RecordField[] = ['discovery_date', 'bdr', 'owner', 'stage'];
  protected readonly poaColumns: readonly RecordField[] = [
    'poa_date',
    'bdr',
    'owner',
    'type_of_deal',
    'stage',
    'expected_arr',
  ];
  /** Partners of these deals, whoever else brings meetings. */
  protected readonly filters = computed(() => {
    const partners = this.screen.shown()?.partners;
    return partners ? [{ ...peopleFilter('bdr', partners), label: UPSELL.partners.label }, STAGE_FILTER] : [];
  });
}
