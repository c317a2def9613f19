import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DashboardScreen } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { Situation } from '../session/situation';
import { EmptyState } from '../ui/empty-state';
import { latestOf } from '../ui/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { Blocks } from './blocks';
import { DashboardSkeleton } from './dashboard-skeleton';
import { HalfCard } from './half-card';
import { Headline } from './headline';
import { RevenueCard } from './revenue-card';
import { DASHBOARD } from './texts';

/** The situation of the period on one page; every number is a door to what is behind it. */
@Component({
  selector: 'app-dashboard',
  imports: [
    Blocks,
    DashboardSkeleton,
    EmptyState,
    HalfCard,
    Headline,
    ProblemNotice,
    RevenueCard,
    RouterLink,
  ],
  templateUrl: './dashboard.page.html',
  styleUrl: './dashboard.page.css',
})
export class DashboardPage {
  private readonly changes = inject(DataChanges);
  protected readonly situation = inject(Situation);
  protected readonly texts = DASHBOARD;

  private readonly answer = httpResource<DashboardScreen>(() => {
    this.changes.asked(); // newer data is asked for again
    const view = this.situation.viewId();
    if (!view || !this.situation.hasPeriod()) return undefined;
    return { url: `/api/views/${view}/screens/dashboard`, params: this.situation.asked() };
  });
  protected readonly screen = latestOf(this.answer, () => this.situation.viewId());
  protected readonly isFiltered = computed(() => this.situation.owners().length > 0);
  protected readonly emptyDetail = computed(() => {
    const view = this.situation.view();
    if (view?.is_master) return DASHBOARD.empty.master;
    return view?.can.includes('upload') ? DASHBOARD.empty.uploader : DASHBOARD.empty.reader;
  });

  constructor() {
    effect(() => {
      const screen = this.screen.data();
      if (screen) this.changes.seen(screen.view_id, screen.revision);
    });
  }

  /** What closed in the half that holds the end of the period, whatever the period itself is. */
  protected explainHalf(from: string): void {
    this.situation.explain('deals.arr', `${from.slice(0, 4)}-${from.endsWith('-07-01') ? 'H2' : 'H1'}`);
  }
}
