import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { DealCard } from '@app/contracts';
import { linkOf } from '../records/record-columns';
import { Address } from '../session/address';
import { QuestionScope } from '../session/question-scope';
import { type DrawerLink, dealOf, metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { PersonLink } from '../ui/links/person-link';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { CopyLink } from './copy-link';
import { dealFacts } from './deal-facts';
import { DealHistory, publishWords } from './deal-history';
import { DrawerHead } from './drawer-head';
import { DrawerWaiting } from './drawer-waiting';
import { EXPLAIN } from './texts';
import { PATHS, viewUrl } from '../session/api';

/** One deal: all fields, the numbers that count it, and its history. */
@Component({
  selector: 'app-deal-panel',
  imports: [
    CopyLink,
    DealHistory,
    DrawerLinkButton,
    DrawerHead,
    DrawerWaiting,
    Icon,
    PersonLink,
    ProblemNotice,
  ],
  templateUrl: './deal-panel.html',
  styleUrls: ['./panel.css', './deal-panel.css'],
})
export class DealPanel {
  private readonly formats = inject(Formats);
  private readonly address = inject(Address);
  private readonly scope = inject(QuestionScope);
  protected readonly texts = EXPLAIN;
  protected readonly linkOf = linkOf;
  protected readonly metricLink = metricLink;
  readonly link = input.required<DrawerLink>();
  private readonly deal = computed(() => dealOf(this.link()));

  private readonly answer = httpResource<DealCard>(() => {
    const [view, deal] = [this.address.view(), this.deal()];
    if (!view || !deal || !this.address.hasPeriod()) return undefined;
    const { viewId, id } = deal;
    const { from, to, as_of } = this.scope.ofPeriod();
    return {
      url: viewUrl(view.id, PATHS.record(id)),
      params: {
        ...(from && to ? { from, to } : {}),
        ...(as_of ? { as_of } : {}),
        ...(view.is_master ? { source: viewId } : {}),
      },
    };
  });
  protected readonly card = latestOf(this.answer, () => this.link().id);
  protected readonly groups = computed(() => {
    const card = this.card.data();
    return card ? dealFacts(card.deal, this.formats) : [];
  });
  protected readonly removed = computed(() => {
    const removed = this.card.data()?.removed;
    return removed ? EXPLAIN.deal.removed(publishWords(removed, this.formats)) : null;
  });
}
