import { Location } from '@angular/common';
import { Service, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, type Params, Router } from '@angular/router';
import type { View } from '@app/contracts';
import { isoDay, parseIsoDay } from '@app/domain/period';
import { filter, map } from 'rxjs';
import { remember, remembered } from '../ui/memory';
import { type PeriodChoice, defaultChoice, fromParameter, partOf, toParameter } from './period-choice';
import { Session } from './session';
import { Views } from './views';

/** A number that is open in the drawer: a metric over the period, or over another part of time. */
export interface Opened {
  metric: string;
  /** A month `YYYY-MM` of the period, a half-year `YYYY-H2`, or null for the whole period. */
  part: string | null;
}

/**
 * What the reader looks at: view, period, people, open drawer. All of it is in the address, so that a reload restores
 * it and a link shows what its sender saw. Changing something is a navigation.
 */
@Service()
export class Situation {
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
  private readonly tree = computed(() => this.router.parseUrl(this.url()));
  private readonly segments = computed(
    () => this.tree().root.children.primary?.segments.map((segment) => segment.path) ?? [],
  );

  readonly viewId = computed(() => (this.segments()[0] === 'v' ? (this.segments()[1] ?? null) : null));
  readonly view = computed(() => this.views.byId(this.viewId()));
  readonly tab = computed(() => this.segments()[2] ?? 'dashboard');

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

  readonly opened = computed((): Opened | null => {
    const metric = this.parameter('explain');
    return metric ? { metric, part: this.parameter('part') } : null;
  });

  /** Parameters of every question about this situation. */
  readonly asked = computed(() => this.askedOf(this.period().period.from, this.period().period.to));

  /** The same, over the part of time that is open in the drawer. */
  readonly askedInDrawer = computed(() => {
    const { from, to } = partOf(this.opened()?.part ?? null, this.period().period, this.today());
    return this.askedOf(from, to);
  });

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
    void this.router.navigate(['/v', view.id, this.tab()], {
      queryParams: { explain: null, part: null, by: null, sort: null },
      queryParamsHandling: 'merge',
    });
  }

  /** Completes an address that leaves the period open, so that it means the same next month. */
  pinPeriod(): void {
    this.change({ period: toParameter(this.period()) }, { replaceUrl: true });
  }

  /** Opens the drawer on a number; the browser's Back closes it. */
  explain(metric: string, part: string | null = null): void {
    const state = { drawer: this.drawerDepth() + 1 };
    this.change({ explain: metric, part, by: null, sort: null }, { state });
  }

  closeDrawer(): void {
    if (this.isClosing) return;
    this.isClosing = true;
    const depth = this.drawerDepth();
    if (depth > 0) this.location.historyGo(-depth);
    else this.change({ explain: null, part: null, by: null, sort: null }, { replaceUrl: true });
  }

  /** A choice inside the drawer: in the address, but not a step for Back. */
  inDrawer(parameters: Params): void {
    this.change(parameters, { replaceUrl: true, state: { drawer: this.drawerDepth() } });
  }

  private change(queryParams: Params, extras: { replaceUrl?: boolean; state?: object } = {}): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', ...extras });
  }

  private askedOf(from: number, to: number): Record<string, string | string[]> {
    const owners = this.owners();
    const asOf = this.asOf();
    return {
      from: isoDay(from),
      to: isoDay(to),
      ...(asOf ? { as_of: asOf } : {}),
      ...(owners.length > 0 ? { owner: owners } : {}),
    };
  }

  /** How many steps of the history the open drawer took; none when the page was opened by a link. */
  private drawerDepth(): number {
    const state: unknown = this.location.getState();
    const depth = typeof state === 'object' && state && 'drawer' in state ? state.drawer : 0;
    return this.opened() && typeof depth === 'number' ? depth : 0;
  }
}

/** Where a bare address leads: the last view and people, or the default view; null when there is no view to open. */
export function rememberedHome(views: readonly View[]): { view: string; queryParams: Params } | null {
  const view =
    views.find((each) => each.id === remembered('view')) ?? views.find((each) => each.is_default) ?? views[0];
  return view ? { view: view.id, queryParams: ownersParameter() } : null;
}

function ownersParameter(): Params {
  try {
    const owners: unknown = JSON.parse(remembered('owners') ?? '[]');
    return Array.isArray(owners) && owners.length > 0 ? { owner: owners.map(String) } : {};
  } catch {
    return {};
  }
}
