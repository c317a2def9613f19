import { Component, computed, input } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { ChartCard } from '../ui/charts/chart-card';
import { shownSeries } from '../ui/charts/shown-series';
import { CHARTS } from '../ui/charts/texts';
import { isUnfinished, nowAmong } from '../ui/charts/unfinished';
import { RevenueByMonth } from './revenue-by-month';
import { FIRST_SHOWN, SERIES, type Series } from './revenue-chart.data';
import { offeredSeries, revenueLegend, revenueSteps, revenueTable } from './revenue-table';
import { DASHBOARD } from './texts';
import { MissingPart } from '../ui/missing-part';

const SWITCHES = SERIES.map((column) => ({ column, isOff: !FIRST_SHOWN.has(column) }));

/** Revenue by month, or by the days or weeks of a short period, as a chart or as the same numbers in a table. */
@Component({
  selector: 'app-revenue-card',
  imports: [ChartCard, MissingPart, RevenueByMonth],
  templateUrl: './revenue-card.html',
  styles: `
    :host {
      display: grid;
      min-width: 0;
    }
  `,
})
export class RevenueCard {
  protected readonly texts = DASHBOARD.revenue;

  readonly screen = input.required<ScreenAnswer<'dashboard'>>();

  protected readonly steps = computed(() => revenueSteps(this.screen()));
  protected readonly grain = computed(() => this.screen().trend?.grain ?? 'month');
  protected readonly heading = computed(() => this.texts.heading[this.grain()]);
  private readonly series = computed(() => offeredSeries(this.screen()));
  protected readonly legend = computed(() => revenueLegend(this.series()));
  protected readonly table = computed(() => revenueTable(this.screen(), this.series()));
  protected readonly shown = shownSeries(
    () => 'revenue',
    () => SWITCHES,
  );
  private readonly isNothing = (series: readonly Series[]) =>
    series.every((each) => this.steps().every((step) => (step[each] ?? 0) === 0));
  protected readonly isBlank = computed(() =>
    this.isNothing(this.series().filter((each) => this.shown.columns().has(each))),
  );
  /** Something is there, in what the reader turned off. */
  protected readonly hasOthers = computed(() => this.isBlank() && !this.isNothing(this.series()));
  protected readonly blank = computed(() => (this.hasOthers() ? CHARTS.noneShown : DASHBOARD.revenue.none));
  private readonly now = computed(() =>
    nowAmong(
      this.steps().map(({ key }) => key),
      this.screen().as_of,
    ),
  );
  protected readonly hasUnfinished = computed(
    () =>
      this.shown.columns().has('closed') &&
      this.steps().some(({ key, closed }) => closed > 0 && isUnfinished(key, this.now())),
  );
}
