import { HttpClient } from '@angular/common/http';
import { Service, computed, inject, signal } from '@angular/core';
import type { Page, View } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { VIEWS } from './api';

/** The views that the signed-in person can open, in their usual order. */
@Service()
export class Views {
  private readonly http = inject(HttpClient);
  private readonly loaded = signal<readonly View[]>([]);

  readonly all = computed(() => inReadingOrder(this.loaded()));

  /** Loads the list again: age of data, rights and names change. */
  async load(): Promise<readonly View[]> {
    const page = await firstValueFrom(this.http.get<Page<View>>(VIEWS));
    this.loaded.set(page.items);
    return this.all();
  }

  byId(id: string | null): View | null {
    return this.loaded().find((view) => view.id === id) ?? null;
  }
}

/** Whether a view shows the deals of another one: it is that one, or adds it up. */
export const showsDealsOf = (view: View | null, source: string): view is View =>
  view !== null && (view.id === source || (view.is_master && view.aggregates_from.includes(source)));

const FIRST = ['Master', 'Full Funnel', 'Organic', 'Signal', 'Market'];

/** The five standard views in their order, then the rest by name. */
export function inReadingOrder(views: readonly View[]): View[] {
  const rank = (view: View) => (FIRST.includes(view.name) ? FIRST.indexOf(view.name) : FIRST.length);
  return [...views].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}
