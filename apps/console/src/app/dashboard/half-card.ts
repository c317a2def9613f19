import { Component, computed, inject, input } from '@angular/core';
import type { HalfRevenue, MetricValue } from '@app/contracts';
import { metricDoor } from '../ui/doors/door';
import { DoorButton } from '../ui/doors/door-button';
import { Formats } from '../ui/formats';
import { StatusWord } from '../ui/status-word';
import { BurnUpChart } from './burn-up-chart';
import { gapOf } from './gap';
import { type HalfRow, halfRows, leadOf } from './half-rows';
import { DASHBOARD } from './texts';

/** What is left to close in the half, and whether what bills up to today keeps up with the plan up to today. */
@Component({
  selector: 'app-half-card',
  imports: [BurnUpChart, DoorButton, StatusWord],
  templateUrl: './half-card.html',
  styleUrl: './half-card.css',
})
export class HalfCard {
  private readonly formats = inject(Formats);
  protected readonly texts = DASHBOARD.half;
  protected readonly metricDoor = metricDoor;

  readonly half = input.required<HalfRevenue>();
  readonly asOf = input.required<string>();
  readonly metrics = input.required<Record<string, MetricValue>>();
  readonly isFiltered = input.required<boolean>();

  protected readonly lead = computed(() => leadOf(this.half(), this.formats));
  protected readonly toDate = computed(() => {
    const { value, target } = this.half().revenue;
    if (target === null) return null;
    return DASHBOARD.half.toDateOf(this.formats.moneyShort(value), this.formats.moneyShort(target));
  });
  protected readonly rows = computed((): HalfRow[] => halfRows(this.half(), this.metrics(), this.formats));
  protected readonly gap = computed(() => gapOf(this.half().behind, this.half().revenue.status));
}
