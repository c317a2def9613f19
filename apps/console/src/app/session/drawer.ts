import { Location } from '@angular/common';
import { Service, computed, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter } from 'rxjs';
import { BY_VALUE } from '../ui/base/by-value';
import { type DrawerLink, NOTHING_OPEN, linkOf, linkParameters } from '../ui/links/link';
import type { LinkOpener } from '../ui/links/link-opener';
import { Address } from './address';

/** The drawer over the page. What it shows is in the address; the browser's Back closes it, step by step. */
@Service()
export class Drawer implements LinkOpener {
  private readonly address = inject(Address);
  private readonly location = inject(Location);

  // Going back is asynchronous: a second Escape meanwhile must not leave the page.
  private isClosing = false;

  /** What it shows; null while it is closed. */
  readonly opened = computed((): DrawerLink | null => linkOf(this.address.parameters()), BY_VALUE);
  readonly isOpen = computed(() => this.opened() !== null);

  /** Whether it was reached from another number or list in it. */
  readonly hasStepBack = computed(() => {
    this.address.url();
    return this.steps().inside > 0;
  });

  constructor() {
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => (this.isClosing = false));
  }

  open(link: DrawerLink): void {
    const { drawer, inside } = this.steps();
    // A drawer opened by a shared link has no history entry to go back to.
    const state = this.isOpen()
      ? { drawer: drawer > 0 ? drawer + 1 : 0, inside: inside + 1 }
      : { drawer: 1, inside: 0 };
    this.address.change({ ...NOTHING_OPEN, ...linkParameters(link) }, { state });
  }

  /** Goes back to the previous content of the drawer, or closes it. */
  stepBack(): void {
    if (this.hasStepBack()) this.location.back();
    else this.close();
  }

  close(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    const { drawer } = this.steps();
    if (drawer > 0) this.location.historyGo(-drawer);
    else this.address.change(NOTHING_OPEN, { replaceUrl: true });
  }

  /** History entries since the drawer was opened (none when a shared link opened it), and those within it. */
  private steps(): { drawer: number; inside: number } {
    const state: unknown = this.location.getState();
    const kept = typeof state === 'object' && state && this.isOpen() ? state : {};
    const count = (name: string) => Number((kept as Record<string, unknown>)[name] ?? 0) || 0;
    return { drawer: count('drawer'), inside: count('inside') };
  }
}
