import { Component, computed, inject, input } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { day, firstOfMonth, lastOfMonth } from '@app/domain/period';
import { daysOfAnswer } from '../session/period-label';
import { ChartCard } from '../ui/charts/chart-card';
import { shownSeries } from '../ui/charts/shown-series';
import { CHARTS } from '../ui/charts/texts';
import { isUnfinished, nowAmong } from '../ui/charts/unfinished';
import { RevenueByMonth } from './revenue-by-month';
import { FIRST_SHOWN, SERIES, type Series } from './revenue-chart.data';
import { offeredSeries, revenueLegend, revenueSteps, revenueTable } from './revenue-table';
import { DASHBOARD } from './texts';
import { Formats } from '../ui/base/formats';
import { stepLabel } from '../ui/base/step-label';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { MissingPart } from '../ui/missing-part';

const SWITCHES = SERIES.map((column) => ({ column, isOff: !FIRST_SHOWN.has(column) }));

/** Revenue by month, or by the days or weeks of a short period, as a chart or as the same numbers in a table. */
@Component({
  selector: 'app-revenue-card',
  imports: [ChartCard, DrawerLinkButton, MissingPart, RevenueByMonth],
  templateUrl: './revenue-card.html',
  styles: `
    :host {
      display: grid;
      min-width: 0;
    }
    .drawer-link {
      width: auto;
      white-space: nowrap;
    }
  `,
})
export class RevenueCard {
  protected readonly texts = DASHBOARD.revenue;
  private readonly formats = inject(Formats);

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
  /** Of a period of several months: how the one that is under way stands. The bar alone would need a pointer to say it. */
  protected readonly thisMonth = computed(() => {
    const { as_of, revenue_by_month: months } = this.screen();
    const [key, today, { from, to }] = [as_of.slice(0, 7), day(as_of), daysOfAnswer(this.screen())];
    const month = months.find((each) => each.month === key);
    const isWhole = from <= firstOfMonth(today) && lastOfMonth(today) <= to;
    if (!month || !isWhole || this.grain() !== 'month') return null;
    const { closed, target } = month;
    const share = target ? this.formats.share(closed / target) : '';
    return {
      name: stepLabel(key, this.formats),
      closed: this.formats.moneyShort(closed),
      ofTarget: target === null ? '' : this.texts.ofTarget(this.formats.moneyShort(target), share),
      link: metricLink('period.closed', { part: key }),
    };
  });
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
