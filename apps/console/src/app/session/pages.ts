import { InjectionToken, Service, type Type, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Right } from '@app/contracts';
import { Session } from './session';
import { Address } from './address';
import { homeOf } from './home';
import { Views } from './views';

/** Icons of pages by name: the list of pages is part of the start, the icons come with the menu that shows them. */
export type PageIcon = 'data' | 'targets' | 'views' | 'settings' | 'people' | 'keys' | 'log' | 'book';

/** A page of the console. Its route, title, tab or menu item, shortcut and entry of the search follow from this. */
export interface ConsolePage {
  /** Last part of its address. */
  path: string;
  label: string;
  /** The letter that follows `g`. */
  key: string;
  /**
   * A tab of a view, a page of a view in the user menu, a page in the user menu that belongs to no view, or a page of a
   * view that only links lead to, with what it is about.
   */
  place: 'tab' | 'menu' | 'global' | 'linked';
  /** Whether it stands beside the tabs as well: what everybody comes back to. */
  isBesideTabs?: boolean;
  /** Icon in the user menu. */
  icon?: PageIcon;
  /** Whether the period changes what it shows: only then the header has the picker, and the title the period. */
  hasPeriod?: boolean;
  /** Whether it shows the filters; every tab does. */
  hasFilters?: boolean;
  /** The right required to open it. */
  needs?: Right;
  load: () => Promise<Type<unknown>>;
}

/** All pages, in the order of the header. */
export const PAGES = new InjectionToken<readonly ConsolePage[]>('pages of the console');

/** The pages that the signed-in person can open. */
@Service()
export class Pages {
  private readonly known = inject(PAGES);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly address = inject(Address);
  private readonly views = inject(Views);

  /** Those that can be opened by their name. */
  readonly all = computed(() =>
    this.known.filter(({ place, needs }) => place !== 'linked' && (!needs || this.session.can(needs))),
  );
  readonly tabs = computed(() => this.all().filter(({ place }) => place === 'tab'));

  /** What the header leads to: the tabs, and the pages beside them. */
  readonly header = computed(() => [
    ...this.tabs(),
    ...this.all().filter(({ isBesideTabs }) => isBesideTabs),
  ]);

  /** The pages of the user menu. */
  readonly menu = computed(() => this.all().filter(({ place }) => place !== 'tab'));

  /** The page of the address, even without permission to open it; undefined for an unknown address. */
  readonly shown = computed(() => {
    const page = this.byPath(this.address.page());
    // A page that belongs to no view is none of a view.
    return page?.place === 'global' && this.address.viewId() !== null ? undefined : page;
  });

  /** What the header offers on the page that is shown. */
  readonly controls = computed(() => {
    const page = this.shown();
    const isOfNumbers = page?.place === 'tab' || page?.place === 'linked';
    const period = page?.hasPeriod ?? false;
    return {
      period,
      // A page about a person is about all of what that person has.
      filters: isOfNumbers ? this.address.person() === null : (page?.hasFilters ?? false),
      comparison: isOfNumbers && period,
    };
  });

  canOpen(path: string): boolean {
    return this.all().some((page) => page.path === path);
  }

  /** Opens a page in the current view, or in the last one. */
  open(path: string): void {
    if (this.byPath(path)?.place === 'global') {
      void this.router.navigate(['/', path]);
      return;
    }
    const view = this.address.view() ?? homeOf(this.views.all());
    if (view) this.address.goTo(view.id, path);
  }

  private byPath(path: string): ConsolePage | undefined {
    return this.known.find((page) => page.path === path);
  }
}
