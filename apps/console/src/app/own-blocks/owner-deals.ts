import { Injectable, inject } from '@angular/core';
import type { DrawerLink } from '../ui/links/link';
import { ListedDeals } from './listed-deals';
import { OwnerCards } from './owner-cards';
import { OWNER_PROJECTIONS } from './texts';

/** Opens the numbers of the projections by AE: their cards, in a dialog. Every other link is opened as everywhere. */
@Injectable()
export class OwnerDeals extends ListedDeals {
  private readonly cards = inject(OwnerCards);

  override open(link: DrawerLink): void {
    if (link.kind !== 'column') {
      super.open(link);
      return;
    }
    this.cards.ask(link.id, link.only.find(({ field }) => field === 'owner')?.value ?? null);
    this.list(this.cards.shown()?.title ?? OWNER_PROJECTIONS.heading);
  }
}
