import { Component, computed, inject, input, signal } from '@angular/core';
import type { MetricTable } from '@app/contracts';
import { type DrawerLink, metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { PersonLink } from '../ui/links/person-link';
import { Formats } from '../ui/base/formats';
import { PAPER_LISTS } from '../ui/paper/texts';
import { Meter } from '../ui/meter';
import { TEXTS } from '../ui/base/texts';
import { type AeCard, aeCards } from './ae-cards.data';
import { AE_CARDS } from './texts';
import { CardHead } from '../ui/card-head';

/** As many as stand beside the chart without making it taller. */
const FIRST = 4;

/** The account executives by what they closed; each opens their closed deals, the name their page. */
@Component({
  selector: 'app-ae-cards',
  imports: [CardHead, DrawerLinkButton, Meter, PersonLink],
  host: { class: 'card' },
  templateUrl: './ae-cards.html',
  styleUrl: './ae-cards.css',
})
export class AeCards {
  protected readonly formats = inject(Formats);
  protected readonly texts = AE_CARDS;
  protected readonly unassigned = TEXTS.unassigned;

  readonly table = input.required<MetricTable>();

  protected readonly cards = computed(() => aeCards(this.table()));
  protected readonly isWhole = signal(false);
  protected readonly shown = computed(() => (this.isWhole() ? this.cards() : this.cards().slice(0, FIRST)));
  protected readonly hasMore = computed(() => this.cards().length > FIRST);
  protected readonly first = computed(() =>
    PAPER_LISTS.first(this.formats.count(FIRST), this.formats.count(this.cards().length)),
  );

  protected linkOf({ key }: AeCard): DrawerLink {
    return metricLink('deals.arr', { only: [{ field: 'owner', value: key ?? '' }] });
  }

  protected counts({ intros, poa, closed }: AeCard): string {
    const { count } = this;
    return AE_CARDS.counts(count(intros), count(poa), count(closed));
  }

  protected rates({ toPoa, toClose }: AeCard): string {
    return AE_CARDS.rates(this.formats.share(toPoa), this.formats.share(toClose));
  }

  private readonly count = (value: number | null) => this.formats.count(value);
}
