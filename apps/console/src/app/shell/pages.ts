import { Service, computed, inject, signal } from '@angular/core';
import { type Route, Router } from '@angular/router';
import { Session } from '../session/session';
import { Situation, homeOf } from '../session/situation';
import { Views } from '../session/views';
import { SHELL } from './texts';

/** A page of the console. */
export interface PageOfConsole {
  /** Last part of its address. */
  page: string;
  label: string;
  /** The letter that follows `g`. */
  key: string;
  hint: string;
  /** One of the tabs of the header. */
  isTab: boolean;
  /** Beside the views instead of in one. */
  isGlobal: boolean;
}

/** All pages in the order of the header. */
const KNOWN = [
  { page: 'dashboard', key: 'd', isTab: true, isGlobal: false },
  { page: 'meetings-generation', key: 'm', isTab: true, isGlobal: false },
  { page: 'meetings-attended', key: 'a', isTab: true, isGlobal: false },
  { page: 'upsell-renew', key: 'u', isTab: true, isGlobal: false },
  { page: 'deals-pipeline', key: 'p', isTab: true, isGlobal: false },
  { page: 'projections', key: 'j', isTab: true, isGlobal: false },
  { page: 'data', key: 's', isTab: false, isGlobal: false },
  { page: 'targets', key: 't', isTab: false, isGlobal: false },
  { page: 'settings', key: 'e', isTab: false, isGlobal: true },
] as const;

/** What each page needs from who opens it. */
const NEEDS = { targets: 'manage_targets', settings: 'manage_settings' } as const;

/** The pages a reader can open, from anywhere. */
@Service()
export class Pages {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly situation = inject(Situation);
  private readonly views = inject(Views);

  private readonly routed = signal<readonly string[]>([]);

  readonly all = computed((): PageOfConsole[] =>
    KNOWN.filter(({ page }) => this.routed().includes(page) && this.may(page)).map((known) => ({
      ...known,
      label: SHELL.pages[known.page],
      hint: `g ${known.key}`,
    })),
  );
  readonly tabs = computed(() => this.all().filter(({ isTab }) => isTab));

  /** What the user menu leads to. */
  readonly beside = computed(() => this.all().filter(({ isTab }) => !isTab));

  /** Only what has a route is offered: no tab and no shortcut leads nowhere. */
  offer(frame: Route | null): void {
    const beside = frame?.children ?? [];
    const inViews = beside.find(({ path }) => path === 'v/:view')?.children ?? [];
    this.routed.set([...beside, ...inViews].flatMap(({ path }) => path ?? []));
  }

  /** Whether a page shows the numbers of a period. */
  isTab(page: string): boolean {
    return KNOWN.some((known) => known.page === page && known.isTab);
  }

  /** Opens a page of the view that is open, or of the one that was open last. */
  open(page: string): void {
    if (KNOWN.some((known) => known.page === page && known.isGlobal)) {
      void this.router.navigate(['/', page]);
      return;
    }
    const view = this.situation.view() ?? homeOf(this.views.all());
    if (view) this.situation.goTo(view.id, page);
  }

  private may(page: string): boolean {
    return page === 'targets' || page === 'settings' ? this.session.can(NEEDS[page]) : true;
  }
}
