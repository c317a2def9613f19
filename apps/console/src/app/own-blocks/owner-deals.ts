import { Injectable, Injector, inject } from '@angular/core';
import { Dialogs } from '../ui/dialog/dialogs';
import type { DrawerLink } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';
import { OwnerCards } from './owner-cards';
import { OWNER_PROJECTIONS } from './texts';

/** Opens the numbers of the projections by AE: their cards, in a dialog. Every other link is opened as everywhere. */
@Injectable()
export class OwnerDeals implements LinkOpener {
  private readonly cards = inject(OwnerCards);
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly elsewhere = inject(LinkOpener, { skipSelf: true });

  open(link: DrawerLink): void {
    if (link.kind !== 'column') {
      this.dialogs.close();
      this.elsewhere.open(link);
      return;
    }
    this.cards.ask(link.id, link.only.find(({ field }) => field === 'owner')?.value ?? null);
    const title = this.cards.shown()?.title ?? OWNER_PROJECTIONS.heading;
    const load = async () => (await import('./owner-deals-dialog')).OwnerDealsDialog;
    void this.dialogs.open(load, title, this.injector);
  }
}
