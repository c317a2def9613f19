import { Location } from '@angular/common';
import { Service, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, type Params, Router } from '@angular/router';
import type { Against, View } from '@app/contracts';
import { isoDay, parseIsoDay } from '@app/domain/period';
import { filter, map } from 'rxjs';
import { remember, remembered } from '../ui/base/memory';
import { type DrawerLink, NOTHING_OPEN, linkOf, linkParameters } from '../ui/links/link';
import type { LinkOpener } from '../ui/links/link-opener';
import { type PeriodChoice, defaultChoice, fromParameter, toParameter } from './period-choice';
import { Session } from './session';
import { Views } from './views';

const AGAINST: readonly Against[] = ['previous', 'last_year', 'none'];

/**
 * What the reader looks at: view, period, people, open drawer. All of it is in the address, so that a reload restores
 * it and a link shows what its sender saw. Changing something is a navigation.
 */
@Service()
export class Situation implements LinkOpener {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly session = inject(Session);
  private readonly views = inject(Views);

  // Going back takes a moment: a second Escape meanwhile must not leave the page.
  private isClosing = false;
  private readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => {
        this.isClosing = false;
        return this.router.url;
      }),
    ),
    { initialValue: this.router.url },
  );
  /** The whole address of the console, as it stands. */
  readonly address = this.url;
  private readonly tree = computed(() => this.router.parseUrl(this.url()));
  private readonly segments = computed(
    () => this.tree().root.children.primary?.segments.map((segment) => segment.path) ?? [],
  );

  readonly viewId = computed(() => (this.segments()[0] === 'v' ? (this.segments()[1] ?? null) : null));
  readonly view = computed(() => this.views.byId(this.viewId()));
  /** The page of the view, or the page beside the views. */
  readonly tab = computed(() => this.segments()[this.viewId() === null ? 0 : 2] ?? 'dashboard');

  /** The as-of date of the address, where a link names one; null is today. */
  readonly asOf = computed(() => {
    const text = this.parameter('as_of');
    return text && parseIsoDay(text) !== null ? text : null;
  });
  readonly today = computed(() => parseIsoDay(this.asOf() ?? '') ?? this.session.today());
  readonly hasPeriod = computed(() => fromParameter(this.parameter('period'), this.today()) !== null);
  readonly period = computed(
    () => fromParameter(this.parameter('period'), this.today()) ?? defaultChoice(this.today()),
  );
  /** Account executives asked for; `''` is "unassigned", none is everyone. */
  readonly owners = computed((): string[] => this.tree().queryParamMap.getAll('owner'));

  /** What the period is compared with. */
  readonly against = computed(
    (): Against => AGAINST.find((each) => each === this.parameter('against')) ?? 'previous',
  );

  /** What the drawer shows; null while it is closed. */
  readonly opened = computed((): DrawerLink | null => linkOf(this.tree().queryParamMap), {
    equal: (before, now) => JSON.stringify(before) === JSON.stringify(now),
  });
  readonly isDrawerOpen = computed(() => this.opened() !== null);

  /** Whether the open drawer was reached from another number or list in it. */
  readonly hasStepBack = computed(() => {
    this.url();
    return this.steps().inside > 0;
  });

  /** Parameters of lists that know no period: the as-of date and the people. */
  readonly askedOfLists = computed((): Record<string, string | string[]> => {
    const [owners, asOf] = [this.owners(), this.asOf()];
    return { ...(asOf ? { as_of: asOf } : {}), ...(owners.length > 0 ? { owner: owners } : {}) };
  });

  /** Parameters of every question about this situation. */
  readonly asked = computed(() => this.askedOf(this.period().period.from, this.period().period.to));

  /** The same, with what a screen compares the period with. */
  readonly askedOfScreen = computed(() => ({ ...this.asked(), against: this.against() }));

  parameter(name: string): string | null {
    return this.tree().queryParamMap.get(name);
  }

  choosePeriod(choice: PeriodChoice): void {
    this.change({ period: toParameter(choice) });
  }

  chooseOwners(owners: readonly string[]): void {
    remember('owners', JSON.stringify(owners));
    this.change({ owner: [...owners] });
  }

  chooseToday(): void {
    this.change({ as_of: null, period: toParameter(defaultChoice(this.session.today())) });
  }

  chooseView(view: View): void {
    remember('view', view.id);
    const page = this.viewId() === null ? 'dashboard' : this.tab();
    this.goTo(view.id, page);
  }

  /** Opens a page of a view; period, people and comparison stay. */
  goTo(viewId: string, page: string, link: DrawerLink | null = null): void {
    void this.router.navigate(['/v', viewId, page], {
      queryParams: { ...NOTHING_OPEN, ...(link && linkParameters(link)) },
      queryParamsHandling: 'merge',
    });
  }

  chooseAgainst(against: Against): void {
    this.change({ against: against === 'previous' ? null : against });
  }

  /** Completes an address that leaves the period open, so that it means the same next month. */
  pinPeriod(): void {
    this.change({ period: toParameter(this.period()) }, { replaceUrl: true });
  }

  /** Opens the drawer; the browser's Back closes it. */
  open(link: DrawerLink): void {
    const { drawer, inside } = this.steps();
    // A drawer that a link opened has no page behind it to go back to.
    const state = this.isDrawerOpen()
      ? { drawer: drawer > 0 ? drawer + 1 : 0, inside: inside + 1 }
      : { drawer: 1, inside: 0 };
    this.change({ ...NOTHING_OPEN, ...linkParameters(link) }, { state });
  }

  /** Back to what the open drawer was opened from, else closes it. */
  stepBack(): void {
    if (this.hasStepBack()) this.location.back();
    else this.closeDrawer();
  }

  closeDrawer(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    const { drawer } = this.steps();
    if (drawer > 0) this.location.historyGo(-drawer);
    else this.change(NOTHING_OPEN, { replaceUrl: true });
  }

  /** A choice inside the drawer: in the address, but not a step for Back. */
  inDrawer(parameters: Params): void {
    this.change(parameters, { replaceUrl: true, state: this.steps() });
  }

  private change(queryParams: Params, extras: { replaceUrl?: boolean; state?: object } = {}): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', ...extras });
  }

  /** The same question over other days. */
  askedOf(from: number, to: number): Record<string, string | string[]> {
    return { from: isoDay(from), to: isoDay(to), ...this.askedOfLists() };
  }

  /** Steps of the history: since the drawer opened (none when a link opened it), and those made inside of it. */
  private steps(): { drawer: number; inside: number } {
    const state: unknown = this.location.getState();
    const kept = typeof state === 'object' && state && this.isDrawerOpen() ? state : {};
    const count = (name: string) => Number((kept as Record<string, unknown>)[name] ?? 0) || 0;
    return { drawer: count('drawer'), inside: count('inside') };
  }
}

/** The view to open where none is named: the last one, or the default; null when there is none to open. */
export function homeOf(views: readonly View[]): View | null {
  return (
    views.find((each) => each.id === remembered('view')) ??
    views.find((each) => each.is_default) ??
    views[0] ??
    null
  );
}

/** Where a bare address leads: the last view and people; null when there is no view to open. */
export function rememberedHome(views: readonly View[]): { view: string; queryParams: Params } | null {
  const view = homeOf(views);
  return view && { view: view.id, queryParams: ownersParameter() };
}

function ownersParameter(): Params {
  try {
    const owners: unknown = JSON.parse(remembered('owners') ?? '[]');
    return Array.isArray(owners) && owners.length > 0 ? { owner: owners.map(String) } : {};
  } catch {
    return {};
  }
}
