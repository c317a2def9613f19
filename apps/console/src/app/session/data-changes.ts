import { DOCUMENT, DestroyRef, Service, computed, inject, signal } from '@angular/core';
import { Address } from './address';
import { Views } from './views';

const LOOK_EVERY = 60_000;

/**
 * Notices that a view's data became newer than what is on the screen. Somebody else's publish is announced and waits
 * for the reader; one's own shows at once.
 */
@Service()
export class DataChanges {
  private readonly views = inject(Views);
  private readonly address = inject(Address);
  private readonly document = inject(DOCUMENT);
  private readonly shown = signal(new Map<string, string>());
  private readonly shows = signal(0);

  /** Read by every question about data: it grows when the answers should be asked for again. */
  readonly version = this.shows.asReadonly();

  readonly isNewer = computed(() => {
    const view = this.address.view();
    const shown = view ? this.shown().get(view.id) : undefined;
    return view !== null && shown !== undefined && shown !== String(view.data.revision);
  });

  constructor() {
    const timer = setInterval(() => void this.look(), LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** An answer of this revision is on the screen. */
  seen(viewId: string, revision: number | string): void {
    if (this.shown().get(viewId) === String(revision)) return;
    this.shown.update((shown) => new Map(shown).set(viewId, String(revision)));
    // The answer may be ahead of the list of views: only a list read after it can tell what is newer.
    if (String(this.views.byId(viewId)?.data.revision) !== String(revision)) void this.look();
  }

  /** Asks again for everything on the screen. */
  show(): void {
    this.shows.update((times) => times + 1);
  }

  /** The reader's own change: shown without asking. */
  async published(): Promise<void> {
    await this.views.load();
    this.shown.set(new Map());
    this.show();
  }

  private async look(): Promise<void> {
    if (this.document.hidden || !this.address.viewId()) return;
    // A failed look is not news: the page's own requests tell of an outage.
    await this.views.load().catch(() => []);
  }
}
