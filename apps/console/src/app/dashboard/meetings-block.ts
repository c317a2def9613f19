import { Component, computed, inject, input } from '@angular/core';
import type { MetricId, MetricTable, NumberNote } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { Meter } from '../ui/meter';
import { hasSampleTarget } from '../ui/numbers/number-notes';
import { type Numbers, numberOf } from './numbers';
import { type SourceRow, sourceRows } from './source-rows';
import { DASHBOARD } from './texts';
import { CardHead } from '../ui/card-head';
import { TermLink } from '../ui/term-link';

/** Meetings generated, by source. The groups add up to the total. */
@Component({
  selector: 'app-meetings-block',
  imports: [CardHead, DrawerLinkButton, Meter, TermLink],
  templateUrl: './meetings-block.html',
  styleUrl: './meetings-block.css',
})
export class MeetingsBlock {
  protected readonly formats = inject(Formats);
  protected readonly metricLink = metricLink;
  protected readonly texts = DASHBOARD.meetings;
  protected readonly of = DASHBOARD.of;
  protected readonly sampled = DASHBOARD.sampled;

  readonly metrics = input.required<Numbers>();
  readonly notes = input.required<Readonly<Record<string, readonly NumberNote[]>>>();
  readonly sources = input.required<MetricTable>();

  protected readonly total = computed((): ComparedNumber => numberOf(this.metrics(), 'meetings.total'));
  protected readonly rows = computed((): SourceRow[] => sourceRows(this.metrics(), this.sources()));
  protected readonly isSampled = computed(() =>
    ['meetings.total', ...this.rows().map(({ metric }) => metric)].some((metric) =>
      hasSampleTarget(this.notes()[metric]),
    ),
  );
  protected readonly attended = computed((): { metric: MetricId; label: string; value: string }[] => [
    {
      metric: 'attendance.rate',
      label: DASHBOARD.meetings.attended(this.count('intros.attended'), this.count('meetings.total')),
      value: this.formats.share(numberOf(this.metrics(), 'attendance.rate').value),
    },
    // Those whose stage says so are attended, too: what is marked in the sheet does not make the share.
    { metric: 'meetings.show', label: DASHBOARD.meetings.show, value: this.count('meetings.show') },
    { metric: 'meetings.noshow', label: DASHBOARD.meetings.noshow, value: this.count('meetings.noshow') },
  ]);

  private count(metric: MetricId): string {
    return this.formats.count(numberOf(this.metrics(), metric).value);
  }
}
