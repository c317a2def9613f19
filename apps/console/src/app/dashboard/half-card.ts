import { Component, computed, inject, input } from '@angular/core';
import type { ByMetric, HalfRevenue, MetricValue, NumberNote } from '@app/contracts';
import { Pages } from '../session/pages';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { hasSampleTarget } from '../ui/numbers/number-notes';
import { StatusLabel } from '../ui/numbers/status-label';
import { BurnUpChart } from './burn-up-chart';
import { gapOf } from './gap';
import { withoutTarget } from './period-revenue';
import { type HalfRow, halfRows, leadOf } from './half-rows';
import { DASHBOARD } from './texts';
import { CardHead } from '../ui/card-head';
import { TermLink } from '../ui/term-link';
import { MissingPart } from '../ui/missing-part';

/** What remains to close in the half, and whether revenue to date keeps up with the plan to date. */
@Component({
  selector: 'app-half-card',
  imports: [BurnUpChart, CardHead, DrawerLinkButton, MissingPart, StatusLabel, TermLink],
  templateUrl: './half-card.html',
  styleUrl: './half-card.css',
})
export class HalfCard {
  private readonly formats = inject(Formats);
  protected readonly pages = inject(Pages);
  protected readonly texts = DASHBOARD.half;
  protected readonly sampled = DASHBOARD.sampled;
  protected readonly metricLink = metricLink;

  readonly half = input.required<HalfRevenue>();
  readonly asOf = input.required<string>();
  readonly metrics = input.required<ByMetric<MetricValue>>();
  readonly notes = input.required<Readonly<Record<string, readonly NumberNote[]>>>();
  readonly isFiltered = input.required<boolean>();

  protected readonly heading = computed(() => {
    const { label, target } = this.half();
    return target === null ? DASHBOARD.half.headingNoTarget(label) : DASHBOARD.half.heading(label);
  });
  /** Targets are changed by super admins only. */
  protected readonly maySet = computed(() => this.pages.canOpen('targets'));
  protected readonly lead = computed(() => leadOf(this.half(), this.asOf(), this.formats));
  protected readonly toDate = computed(() => {
    const { value, target } = this.half().revenue;
    if (target === null) return null;
    return DASHBOARD.half.toDateOf(this.formats.moneyShort(value), this.formats.moneyShort(target));
  });
  protected readonly rows = computed((): HalfRow[] => halfRows(this.half(), this.metrics(), this.formats));
  protected readonly partly = computed(() => {
    const { months, target } = this.half();
    const without = months.filter((month) => month.target === null).length;
    return target === null ? [] : withoutTarget(without, months.length);
  });
  protected readonly isSampled = computed(() => hasSampleTarget(this.notes()['half.remaining']));
  protected readonly gap = computed(() => gapOf(this.half().behind, this.half().revenue.status));
}
