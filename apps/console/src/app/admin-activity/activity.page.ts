import { Component, computed, inject } from '@angular/core';
import type { AuditEntry } from '@app/contracts';
import { exportUrl } from '../session/api';
import { listPages } from '../session/list-pages';
import { Formats } from '../ui/base/formats';
import { EmptyState } from '../ui/empty-state';
import { ExportMenu } from '../ui/export/export-menu';
import { ProblemNotice } from '../ui/problem-notice';
import { ActivityEntry } from './activity-entry';
import { ActivityFilterBar } from './activity-filters';
import { ActivityFilters } from './filters';
import { ACTIVITY } from './texts';

const PAGE = 50;

/** The audit log: who did what, when and from where. */
@Component({
  selector: 'app-activity',
  imports: [ActivityEntry, ActivityFilterBar, EmptyState, ExportMenu, ProblemNotice],
  templateUrl: './activity.page.html',
  styleUrls: ['../ui/page-head.css', './activity.page.css'],
})
export class ActivityPage {
  protected readonly formats = inject(Formats);
  protected readonly filters = inject(ActivityFilters);
  protected readonly texts = ACTIVITY;

  protected readonly pages = listPages<AuditEntry>(() => this.filters.question(), PAGE);
  protected readonly file = computed(() => {
    const { url, params } = this.filters.question();
    return { url: exportUrl(url), params };
  });
  protected readonly count = computed(() => {
    const total = this.pages.total();
    return total === null ? '' : ACTIVITY.entries(this.formats.count(total), total === 1);
  });
  protected readonly hasMore = computed(() => this.pages.items().length < (this.pages.total() ?? 0));

  /** The entries by the day of the team, newest first. */
  protected readonly days = computed(() => [
    ...Map.groupBy(this.pages.items(), ({ at }) => this.formats.dayAt(at)),
  ]);
}
