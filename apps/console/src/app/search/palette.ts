import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  computed,
  debounced,
  effect,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { LucideSearch } from '@lucide/angular';
import type { DealRecord, DealRecordPage } from '@app/contracts';
import { Address } from '../session/address';
import { Drawer } from '../session/drawer';
import { homeOf } from '../session/home';
import { Views } from '../session/views';
import { Dialogs } from '../ui/dialog/dialogs';
import { Pages } from '../session/pages';
import { dealLink } from '../ui/links/link';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { CardPlaces } from './card-places';
import { type Entry, boardOfPage, cardEntries, pageEntries, stepped, viewEntries } from './entries';
import { SEARCH } from './texts';
import { PATHS, viewUrl } from '../session/api';

const MAX_DEALS = 20;
const MAX_CARDS = 5;

/** A search for clients of the view, pages and views. */
@Component({
  selector: 'app-palette',
  providers: [CardPlaces],
  imports: [LucideSearch, ProblemNotice],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  private readonly formats = inject(Formats);
  private readonly address = inject(Address);
  private readonly drawer = inject(Drawer);
  private readonly views = inject(Views);
  private readonly pages = inject(Pages);
  private readonly dialogs = inject(Dialogs);
  private readonly places = inject(CardPlaces);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly texts = SEARCH;

  protected readonly view = computed(() => this.address.view() ?? homeOf(this.views.all()));
  protected readonly typed = signal('');
  private readonly settled = debounced(() => this.typed().trim(), 150);
  private readonly words = computed(() => (this.settled.hasValue() ? this.settled.value() : ''));

  private readonly answer = httpResource<DealRecordPage>(() => {
    const [view, words] = [this.view(), this.words()];
    if (!view || words === '') return undefined;
    const asOf = this.address.asOf();
    return {
      url: viewUrl(view.id, PATHS.records),
      params: { q: words, sort: '-discovery_date', limit: MAX_DEALS, ...(asOf ? { as_of: asOf } : {}) },
    };
  });
  // The last answer stays visible while typing.
  protected readonly found = latestOf(this.answer, () => this.view()?.id);

  protected readonly groups = computed(() => {
    const words = this.typed().trim();
    const found = words === '' ? [] : (this.found.data()?.items ?? []);
    const deals = this.dealEntries(found);
    const cards = this.cards(found);
    const pages = pageEntries(words, this.pages.all());
    const views = viewEntries(words, this.views.all(), this.address.viewId());
    return [
      { label: SEARCH.groups.deal, aside: this.aside(), entries: deals },
      { label: SEARCH.groups.card, aside: '', entries: cards },
      { label: SEARCH.groups.page, aside: '', entries: pages },
      { label: SEARCH.groups.view, aside: '', entries: views },
    ].filter(({ entries }) => entries.length > 0);
  });
  protected readonly entries = computed(() => this.groups().flatMap(({ entries }) => entries));
  /** The entry selected by keyboard; typing resets it to the first one. */
  private readonly walkedTo = linkedSignal<string, string | null>({
    source: this.typed,
    computation: () => null,
  });
  protected readonly active = computed(() => {
    const [entries, walkedTo] = [this.entries(), this.walkedTo()];
    return entries.find(({ id }) => id === walkedTo)?.id ?? entries[0]?.id ?? null;
  });
  /** "Not found" must not show before the answer for this text is here. */
  protected readonly isSearching = computed(
    () => this.answer.isLoading() || this.words() !== this.typed().trim(),
  );

  constructor() {
    // Where cards stand is read once there are some.
    effect(() => {
      const [view, kind] = [this.view(), boardOfPage(this.address.page())];
      const hasCards = this.groups().some(({ label }) => label === SEARCH.groups.card);
      if (view && hasCards) untracked(() => this.places.wanted(view.id, kind));
    });
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.typed.set(event.target.value);
  }

  protected move(event: Event, steps: number): void {
    event.preventDefault();
    this.walkTo(stepped(this.entries(), this.active(), steps));
    this.list()
      .nativeElement.querySelector(`#${CSS.escape(this.active() ?? '-')}`)
      ?.scrollIntoView({ block: 'nearest' });
  }

  protected walkTo(id: string | null): void {
    this.walkedTo.set(id);
  }

  protected openActive(event: Event): void {
    event.preventDefault();
    const entry = this.entries().find(({ id }) => id === this.active());
    if (entry) this.open(entry);
  }

  protected open(entry: Entry): void {
    this.dialogs.close();
    const view = this.view();
    if (entry.kind === 'view') this.address.chooseView(entry.view);
    else if (view && entry.kind === 'page') this.pages.open(entry.path);
    else if (view && entry.kind === 'card') this.address.goToCard(view.id, entry.page, entry.card);
    else if (view && entry.kind === 'deal') this.openDeal(view.id, entry.deal);
  }

  /** On a page that belongs to no view, the deal opens over the Dashboard of the searched view. */
  private openDeal(viewId: string, deal: DealRecord): void {
    if (this.address.view()) this.drawer.open(dealLink(deal));
    else this.address.goTo(viewId, 'dashboard', dealLink(deal));
  }

  private dealEntries(deals: readonly DealRecord[]): Entry[] {
    return deals.map((deal) => ({
      kind: 'deal',
      id: `deal-${deal.view_id}-${deal.id}`,
      label: deal.client,
      hint: this.hintOf(deal),
      deal,
    }));
  }

  private hintOf(deal: DealRecord): string {
    return [
      this.view()?.is_master ? deal.view_name : '',
      deal.stage,
      deal.owner ?? '',
      deal.value === null ? '' : this.formats.moneyShort(deal.value),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }

  private cards(found: readonly DealRecord[]): Entry[] {
    const kind = boardOfPage(this.address.page());
    return cardEntries(found, kind, this.places.placeOf).slice(0, MAX_CARDS);
  }

  private aside(): string {
    const found = this.found.data();
    if (!found || found.total <= found.items.length) return '';
    return SEARCH.found(this.formats.count(found.items.length), this.formats.count(found.total));
  }
}
