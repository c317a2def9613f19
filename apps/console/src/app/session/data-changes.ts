import { DOCUMENT, DestroyRef, Service, computed, effect, inject, signal, untracked } from '@angular/core';
import type { NamedView } from '@app/contracts';
import { Address } from './address';
import { LiveEvents } from './live-events';
import { Views } from './views';

const LOOK_EVERY = 60_000;

/**
 * Detects that a view has newer data than what is shown. Imports of other people are announced and shown on demand, the
 * user's own at once. Views that others make, rename, delete, open or close are in the list at once.
 */
@Service()
export class DataChanges {
  private readonly views = inject(Views);
  private readonly address = inject(Address);
  private readonly live = inject(LiveEvents);
  private readonly shown = signal(new Map<string, string>());
  private readonly shows = signal(0);
  private readonly followed = signal(0);
  private readonly holds = signal(0);

  /** Read by every request for data: it changes when the answers should be loaded again. */
  readonly version = this.shows.asReadonly();

  readonly isNewer = computed(() => {
    const view = this.address.view();
    const shown = view ? this.shown().get(view.id) : undefined;
    if (this.followed() > 0) return false;
    return view !== null && shown !== undefined && shown !== String(view.data.revision);
  });

  constructor() {
    const document = inject(DOCUMENT);
    const timer = setInterval(() => {
      if (!document.hidden) void this.look();
    }, LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
    effect(() => {
      const told = this.live.published().get(this.address.viewId() ?? '');
      if (told && this.holds() === 0) untracked(() => void this.compare(told.view_id, told.revision));
    });
    effect(() => {
      const told = this.live.views();
      if (told && this.holds() === 0) untracked(() => void this.compareViews(told));
    });
  }

  /** Call it when an answer of this revision is shown. */
  seen(viewId: string, revision: number | string): void {
    if (this.shown().get(viewId) === String(revision)) return;
    this.shown.update((shown) => new Map(shown).set(viewId, String(revision)));
    // The answer may be newer than the list of views: load the list again before comparing.
    void this.compare(viewId, revision);
  }

  /** Does not announce new data while the reader follows an import, whose data is shown as soon as it is there. */
  async following(follow: () => Promise<void>): Promise<void> {
    this.followed.update((imports) => imports + 1);
    try {
      await follow();
    } finally {
      this.followed.update((imports) => imports - 1);
    }
  }

  /**
   * Nothing on the screen changes by itself until this is released: something is held that must not move.
   *
   * @returns releases it
   */
  hold(): () => void {
    this.holds.update((holds) => holds + 1);
    let isHeld = true;
    return () => {
      if (isHeld) this.holds.update((holds) => holds - 1);
      isHeld = false;
    };
  }

  /** Reloads everything on the screen. */
  show(): void {
    this.shows.update((times) => times + 1);
  }

  /** Shows a change of one's own at once. */
  async published(): Promise<void> {
    await this.views.load();
    this.shown.set(new Map());
    this.show();
  }

  private async compare(viewId: string, revision: number | string): Promise<void> {
    if (String(this.views.byId(viewId)?.data.revision) !== String(revision)) await this.look();
  }

  private async compareViews(told: readonly NamedView[]): Promise<void> {
    const isKnown = ({ id, name }: NamedView) => this.views.byId(id)?.name === name;
    if (told.length !== this.views.all().length || !told.every(isKnown)) await this.load();
  }

  private async look(): Promise<void> {
    if (!this.address.viewId() || this.holds() > 0) return;
    await this.load();
  }

  /** Ignores a failed check: the page's own requests report an outage. */
  private async load(): Promise<void> {
    await this.views.load().catch(() => []);
  }
}
