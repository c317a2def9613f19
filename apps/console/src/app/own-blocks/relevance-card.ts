import { Component, computed, inject, input } from '@angular/core';
import type { Screen } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { ChangeLabel } from '../ui/numbers/change-label';
import { changeOf } from '../ui/numbers/change';
import { CopyMenu } from '../ui/copy/copy-menu';
import type { Copyable } from '../ui/copy/copyable';
import { Formats } from '../ui/base/formats';
import { copyOfNumbers } from '../ui/numbers/number-copy';
import { METRIC_TABLE } from '../ui/metric-table/texts';
import { PageContext } from '../ui/page-context';
import { TEXTS } from '../ui/base/texts';
import { relevanceParts } from './relevance-parts';
import { RELEVANCE } from './texts';
import { CardHead } from '../ui/card-head';

/** How many meetings are relevant and how the others were assessed, drawn as parts of one bar. */
@Component({
  selector: 'app-relevance-card',
  imports: [CardHead, ChangeLabel, CopyMenu, DrawerLinkButton],
  host: { class: 'card' },
  templateUrl: './relevance-card.html',
  styleUrls: ['../ui/row-button.css', './relevance-card.css'],
})
export class RelevanceCard {
  private readonly page = inject(PageContext);
  protected readonly formats = inject(Formats);
  protected readonly texts = RELEVANCE;
  protected readonly rateLink = metricLink('relevance.rate');
  protected readonly small = TEXTS.notes.small;
  protected readonly smallHint = METRIC_TABLE.smallTitle;

  readonly screen = input.required<Screen>();

  protected readonly parts = computed(() => relevanceParts(this.screen()));
  protected readonly rate = computed(() => this.screen().metrics['relevance.rate']?.value ?? null);
  protected readonly change = computed(() =>
    changeOf('relevance.rate', 'ratio', this.screen().comparison, this.formats),
  );
  protected readonly isSmall = computed(
    () => this.screen().notes['relevance.rate']?.some(({ kind }) => kind === 'small') ?? false,
  );

  protected readonly copied = (): Copyable => {
    const shown = { change: null, notes: [], trend: [] };
    const counts = this.parts().map(({ metric, label, count }) => ({
      ...shown,
      metric,
      label,
      unit: 'count' as const,
      number: numberOf(count),
    }));
    const rate = {
      ...shown,
      metric: 'relevance.rate' as const,
      label: RELEVANCE.rate,
      unit: 'ratio' as const,
      number: numberOf(this.rate()),
      change: this.change(),
    };
    return copyOfNumbers(
      [rate, ...counts],
      { title: this.texts.heading, subtitle: this.page.subtitle() },
      this.formats,
    );
  };
}

const numberOf = (value: number | null): ComparedNumber => ({
  value,
  target: null,
  progress: null,
  pace: null,
  status: null,
});
