import { Component, computed, inject, signal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Router } from '@angular/router';
import { type Period, civil, dayOf, halfOf, yearOf } from '@app/domain/period';
import { revenueTargetOver } from '@app/domain/targets';
import { Session } from '../session/session';
import { Address } from '../session/address';
import { labelOf } from '../session/period-label';
import { Formats } from '../ui/base/formats';
import { fieldsOfYear } from './fields';
import { draftTargets, rowsOfYear, yearsOf } from './rows';
import { type TableTotal, TargetTable } from './target-table';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';
import { YearTools } from './year-tools';
import { CardHead } from '../ui/card-head';

/** The revenue targets of one year, month by month; the year is in the address. */
@Component({
  selector: 'app-revenue-card',
  imports: [CardHead, Icon, TargetTable, YearTools],
  templateUrl: './revenue-card.html',
  styleUrl: './revenue-card.css',
})
export class RevenueCard {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly address = inject(Address);
  private readonly formats = inject(Formats);
  protected readonly form = inject(TargetsForm);
  protected readonly texts = TARGETS;

  /** The year of the address, else the one the period begins in. */
  protected readonly year = computed(() => {
    const named = this.address.parameter('year');
    return named && /^\d{4}$/.test(named) ? named : yearText(civil(this.address.period().period.from).year);
  });
  protected readonly years = computed(() =>
    yearsOf(this.form.draft(), [yearText(civil(this.session.today()).year), this.year()]),
  );
  protected readonly isAdding = signal(false);
  protected readonly added = signal('');
  protected readonly isWrongYear = computed(() => this.added() !== '' && !/^[1-9]\d{3}$/.test(this.added()));

  protected readonly sections = computed(() => {
    const { period } = this.address.period();
    const rows = rowsOfYear(this.year(), this.form.state(), this.form.draft(), period);
    return [{ title: null, rows }];
  });
  /** Only where a stored month is not the view's own value: what is typed takes no column away from below the hand. */
  protected readonly hasOrigin = computed(() => {
    const { stored: draft, viewsSum } = this.form.state();
    const months = draftTargets({ draft, viewsSum }).revenue[this.year()] ?? [];
    return fieldsOfYear(this.year()).some(({ home }, at) => {
      const origin = months[at]?.origin ?? null;
      return origin !== null && origin !== home;
    });
  });
  protected readonly totals = computed((): TableTotal[] => {
    const [year, { half }] = [this.year(), TARGETS.revenue];
    const whole = yearOf(dayIn(year, 1));
    const parts: [string, Period][] = [
      [half('H1', year), halfOf(dayIn(year, 1))],
      [half('H2', year), halfOf(dayIn(year, 7))],
      [TARGETS.revenue.year(year), whole],
    ];
    return [...this.ofPeriod(parts, whole), ...parts].map(([label, days]) => ({
      label,
      value: revenueTargetOver(this.form.draft(), days),
    }));
  });

  protected open(year: string): void {
    void this.router.navigate([], {
      queryParams: { year },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }

  protected add(): void {
    if (this.added() === '' || this.isWrongYear()) return;
    this.isAdding.set(false);
    this.open(this.added());
  }

  /** The year after the last one: what is added most often. */
  protected startAdding(): void {
    this.added.set(yearText(Number(this.years().at(-1)) + 1));
    this.isAdding.set(true);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value.trim();
  }

  /** The chosen period, where it is in the year and no total says it already. */
  private ofPeriod(parts: readonly [string, Period][], year: Period): [string, Period][] {
    const choice = this.address.period();
    const { from, to } = choice.period;
    const isSaid = parts.some(([, part]) => part.from === from && part.to === to);
    if (isSaid || from < year.from || to > year.to) return [];
    return [[TARGETS.revenue.over(labelOf(choice, this.formats)), choice.period]];
  }
}

const yearText = (year: number) => String(year).padStart(4, '0');

/** A day of a month; a year outside of the calendar is replaced by its first year. */
const dayIn = (year: string, month: number) => dayOf(Number(year), month, 1) ?? dayOf(1, month, 1) ?? 0;
