import { Component, computed, inject, output } from '@angular/core';
import type { View, ViewOpeners } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { CardHead } from '../ui/card-head';
import { ManagedViews } from './managed-views.store';
import { MANAGED } from './texts';

/** What a line says of a view. */
interface Line {
  readonly view: View;
  readonly source: string;
  readonly updated: string;
  readonly next: string;
  readonly records: string;
  readonly people: string;
  readonly names: string;
}

/** Every view, one a line; on a phone one a block. */
@Component({
  selector: 'app-view-list',
  imports: [CardHead],
  templateUrl: './view-list.html',
  styleUrl: './view-list.css',
})
export class ViewList {
  private readonly formats = inject(Formats);
  private readonly store = inject(ManagedViews);
  protected readonly texts = MANAGED;
  readonly edit = output<View>();
  readonly remove = output<View>();

  protected readonly lines = computed(() => this.store.all().map((view) => this.lineOf(view)));

  private lineOf(view: View): Line {
    const { data, next_refresh } = view;
    const openers = this.store.openers().get(view.id);
    return {
      view,
      source: this.sourceOf(view),
      updated: data.last_update === null ? MANAGED.never : this.formats.at(data.last_update),
      next: next_refresh === null ? MANAGED.notScheduled : this.formats.at(next_refresh),
      records: this.formats.count(data.records_count),
      people: openers ? this.countsOf(openers) : '',
      names: openers ? this.formats.list(openers.viewers.map(({ name }) => name)) : '',
    };
  }

  /** Super admins, who open every view, are counted, and viewers named below it. */
  private countsOf({ people, viewers: { length: viewers } }: ViewOpeners): string {
    const admins = people - viewers;
    const written = (count: number) => this.formats.count(count);
    return this.formats.list([
      ...(viewers > 0 ? [MANAGED.viewers(written(viewers), viewers === 1)] : []),
      ...(admins > 0 ? [MANAGED.admins(written(admins), admins === 1)] : []),
    ]);
  }

  private sourceOf({ id, is_master, aggregates_from, sheet_url, data }: View): string {
    if (is_master && this.store.openers().get(id)?.adds_up_all) return MANAGED.source.all;
    if (is_master) return this.namesOf(aggregates_from);
    if (sheet_url !== null) return MANAGED.source.sheet;
    if (data.sample) return MANAGED.source.sample;
    return data.records_count > 0 ? MANAGED.source.file : MANAGED.source.none;
  }

  private namesOf(ids: readonly string[]): string {
    const names = this.store.all().filter(({ id }) => ids.includes(id));
    return this.formats.list(names.map(({ name }) => name));
  }
}
