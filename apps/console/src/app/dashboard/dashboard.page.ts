import { Component, computed, inject } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import { Address } from '../session/address';
import { AttentionCard } from './attention-card';
import { Blocks } from './blocks';
import { DashboardSkeleton } from './dashboard-skeleton';
import { HalfCard } from './half-card';
import { Headline } from './headline';
import { RevenueCard } from './revenue-card';
import { DASHBOARD } from './texts';

/** The key numbers of the period on one page; every number opens its records. */
@Component({
  selector: 'app-dashboard',
  imports: [AttentionCard, Blocks, DashboardSkeleton, HalfCard, Headline, RevenueCard, ScreenFrame],
  templateUrl: './dashboard.page.html',
  styleUrl: './dashboard.page.css',
})
export class DashboardPage {
  private readonly address = inject(Address);
  protected readonly screen = screenOf<ScreenAnswer<'dashboard'>>('dashboard');
  protected readonly texts = DASHBOARD;
  protected readonly isFiltered = computed(() => this.address.owners().length > 0);
}
