import { Injectable, Injector, inject } from '@angular/core';
import { Dialogs } from '../ui/dialog/dialogs';
import type { DrawerLink } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';

/** Opens the cards behind a number in a dialog. Links are opened as everywhere, in place of the dialog. */
@Injectable()
export class ListedDeals implements LinkOpener {
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  private readonly elsewhere = inject(LinkOpener, { skipSelf: true });

  open(link: DrawerLink): void {
    this.dialogs.close();
    this.elsewhere.open(link);
  }

  list(title: string): void {
    const load = async () => (await import('./listed-deals-dialog')).ListedDealsDialog;
    void this.dialogs.open(load, title, { from: this.injector });
  }
}
