import { Component, computed, debounced, inject, linkedSignal } from '@angular/core';
import type { RemovedDeal } from '@app/contracts';
import { Address } from '../../session/address';
import { DataChanges } from '../../session/data-changes';
import { listPages } from '../../session/list-pages';
import { Formats } from '../../ui/base/formats';
import { TEXTS } from '../../ui/base/texts';
import { CardHead } from '../../ui/card-head';
import { dealLink } from '../../ui/links/link';
import { DrawerLinkButton } from '../../ui/links/link-button';
import { Account } from '../run/account';
import { PagedList } from '../report/paged-list';
import { removedQuestion } from '../run/api';
import { REMOVED } from './texts';

const PAGE = 10;

/** The deals that imports removed, searched by client; each opens its story. */
@Component({
  selector: 'app-removed-card',
  imports: [Account, CardHead, DrawerLinkButton, PagedList],
  host: { '[hidden]': 'isNothing()' },
  templateUrl: './removed-card.html',
  styleUrl: './removed-card.css',
})
export class RemovedCard {
  private readonly address = inject(Address);
  private readonly changes = inject(DataChanges);
  private readonly formats = inject(Formats);
  protected readonly texts = REMOVED;

  protected readonly typed = linkedSignal({ source: this.address.viewId, computation: () => '' });
  private readonly searched = debounced(() => this.typed(), 250);
  private readonly search = computed(() => (this.searched.hasValue() ? this.searched.value() : '').trim());
  protected readonly pages = listPages<RemovedDeal>(() => {
    this.changes.version(); // an import that ended may have removed some, or brought them back
    const view = this.address.viewId();
    if (view === null) return null;
    return removedQuestion(view, { search: this.search(), asOf: this.address.asOf() });
  }, PAGE);
  protected readonly isMaster = computed(() => this.address.view()?.is_master ?? false);
  /** Whether there is anything to search in; a search without a result stays. */
  protected readonly isSearchable = computed(
    () => (this.pages.total() ?? 0) > 0 || this.typed() !== '' || this.search() !== '',
  );
  /** Where no import has removed a deal there is no list to speak of. */
  protected readonly isNothing = computed(() => !this.isSearchable() && this.pages.problem() === null);
  protected readonly count = computed(() => {
    const total = this.pages.total();
    return total === null || total === 0 ? '' : TEXTS.deals(this.formats.count(total), total === 1);
  });
  protected readonly none = computed(() => REMOVED.notFound(this.search()));
  protected readonly rows = computed(() =>
    this.pages.items().map(({ deal, removed }) => ({
      key: `${deal.view_id} ${deal.id}`,
      link: dealLink(deal),
      client: deal.client,
      view: deal.view_name,
      stage: deal.stage || REMOVED.noStage,
      value: this.formats.money(deal.value),
      at: removed.at === null ? TEXTS.none : this.formats.at(removed.at),
      by: removed.by ?? '',
    })),
  );

  protected textOf({ target }: Event): string {
    return target instanceof HTMLInputElement ? target.value : '';
  }
}
