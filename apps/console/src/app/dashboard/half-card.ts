import { Component, computed, inject, input, output } from '@angular/core';
import type { HalfRevenue, MetricValue } from '@app/contracts';
import { Formats } from '../ui/formats';
import { BurnUpChart } from './burn-up-chart';
import { DASHBOARD } from './texts';

/** What is left to close in the half, and whether it goes fast enough. */
@Component({
  selector: 'app-half-card',
  imports: [BurnUpChart],
  templateUrl: './half-card.html',
  styleUrl: './half-card.css',
})
export class HalfCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = DASHBOARD.half;

  readonly half = input.required<HalfRevenue>();
  readonly asOf = input.required<string>();
  readonly metrics = input.required<Record<string, MetricValue>>();
  readonly isFiltered = input.required<boolean>();
  /** Opens what closed in the half: its deals, target and pace. */
  readonly openHalf = output();
  readonly open = output<string>();

  protected readonly openDeals = [
    { metric: 'legals.value', label: DASHBOARD.half.inLegals },
    { metric: 'proposal.value', label: DASHBOARD.half.inProposals },
  ] as const;

  protected readonly lead = computed(() => {
    const { remaining, closed, label, to } = this.half();
    if (remaining === null)
      return { value: this.formats.moneyShort(closed), words: DASHBOARD.half.closed(label) };
    if (remaining > 0)
      return {
        value: this.formats.moneyShort(remaining),
        words: DASHBOARD.half.toClose(this.formats.dayAndMonth(to)),
      };
    if (remaining === 0) return { value: this.formats.moneyShort(closed), words: DASHBOARD.half.reached };
    return { value: this.formats.moneyShort(-remaining), words: DASHBOARD.half.over };
  });
}
