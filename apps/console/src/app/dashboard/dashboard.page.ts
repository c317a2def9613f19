import { Component, inject } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import type { SkeletonRow } from '../screen/screen-skeleton';
import { Address } from '../session/address';
import { AttentionCard } from './attention-card';
import { Blocks } from './blocks';
import { HalfCard } from './half-card';
import { Headline } from './headline';
import { RevenueCard } from './revenue-card';
import { DASHBOARD } from './texts';

/** Charts, then blocks: as tall as the page draws them. */
const SKELETON: readonly SkeletonRow[] = [
  { height: 352, widths: [2, 1] },
  { height: 308, widths: [19, 14, 14, 14, 19] },
];

/** The key numbers of the period on one page; every number opens its records. */
@Component({
  selector: 'app-dashboard',
  imports: [AttentionCard, Blocks, HalfCard, Headline, RevenueCard, ScreenFrame],
  templateUrl: './dashboard.page.html',
  styleUrl: './dashboard.page.css',
})
export class DashboardPage {
  protected readonly screen = screenOf<ScreenAnswer<'dashboard'>>('dashboard');
  protected readonly texts = DASHBOARD;
  protected readonly skeleton = SKELETON;
  protected readonly isFiltered = inject(Address).isFiltered;
}
