import { InjectionToken, Service, type Type, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { LucideIconInput } from '@lucide/angular';
import type { Permission } from '@app/contracts';
import { Session } from './session';
import { Address } from './address';
import { homeOf } from './home';
import { Views } from './views';

/** A page of the console. Its route, title, tab or menu item, shortcut and entry of the search follow from this. */
export interface ConsolePage {
  /** Last part of its address. */
  path: string;
  label: string;
  /** The letter that follows `g`. */
  key: string;
  /** Where it is offered: a tab of its view, an item of the user menu, or one that belongs to no view. */
  place: 'tab' | 'menu' | 'global';
  /** In front of its item of the user menu. */
  icon?: LucideIconInput;
  /** Its numbers are those of a period; every tab's are. */
  hasPeriod?: boolean;
  /** What somebody must be allowed to do to open it. */
  needs?: Permission;
  load: () => Promise<Type<unknown>>;
}

/** All pages, in the order of the header. */
export const PAGES = new InjectionToken<readonly ConsolePage[]>('pages of the console');

/** The pages a reader can open, from anywhere. */
@Service()
export class Pages {
  private readonly known = inject(PAGES);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly address = inject(Address);
  private readonly views = inject(Views);

  readonly all = computed(() => this.known.filter(({ needs }) => !needs || this.session.can(needs)));
  readonly tabs = computed(() => this.all().filter(({ place }) => place === 'tab'));

  /** What the user menu leads to. */
  readonly menu = computed(() => this.all().filter(({ place }) => place !== 'tab'));

  /** The page of the address, also where the reader may not open it; undefined for an unknown address. */
  readonly shown = computed(() => this.byPath(this.address.page()));

  canOpen(path: string): boolean {
    return this.all().some((page) => page.path === path);
  }

  /** Opens a page of the view that is open, or of the one that was open last. */
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
