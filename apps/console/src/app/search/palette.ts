import { httpResource } from '@angular/common/http';
import {
  Component,
  DestroyRef,
  ElementRef,
  computed,
  debounced,
  effect,
  inject,
  linkedSignal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { DealRecord, SearchAnswer } from '@app/contracts';
import { fold } from '@app/domain/normalise';
import { Actions } from '../session/actions';
import { Address } from '../session/address';
import { SEARCH_URL } from '../session/api';
import { Catalogue } from '../session/catalogue';
import { homeOf } from '../session/home';
import { PAGES, Pages } from '../session/pages';
import { SavedPages } from '../session/saved-pages';
import { Session } from '../session/session';
import { Views, showsDealsOf } from '../session/views';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { Dialogs } from '../ui/dialog/dialogs';
import { ProblemNotice } from '../ui/problem-notice';
import { meantBy } from './candidates';
import { CardPlaces } from './card-places';
import {
  actionCandidates,
  boardOfPage,
  cardEntries,
  dealEntries,
  numberCandidates,
  pageCandidates,
  peopleEntries,
  savedCandidates,
  stepped,
  viewCandidates,
  wordEntries,
} from './entries';
import type { Entry } from './entry';
import { Opener } from './opener';
import { noteOpened, recentOf } from './recent';
import { MOST_SEARCHED, SearchWords } from './search-words';
import { SEARCH } from './texts';

const MAX_CARDS = 5;
const MAX_NUMBERS = 6;
const MAX_SAVED = 8;
const MAX_WORDS = 3;
const NOTHING: SearchAnswer = { people: [], deals: [], total: 0 };

/** A search for whatever is called something: people and clients of all views, numbers, pages, views and actions. */
@Component({
  selector: 'app-palette',
  providers: [CardPlaces, Opener],
  imports: [Icon, ProblemNotice],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
})
export class Palette {
  private readonly formats = inject(Formats);
  private readonly address = inject(Address);
  private readonly views = inject(Views);
  private readonly pages = inject(Pages);
  private readonly known = inject(PAGES);
  private readonly savedPages = inject(SavedPages);
  private readonly actions = inject(Actions);
  private readonly catalogue = inject(Catalogue);
  private readonly dialogs = inject(Dialogs);
  private readonly opener = inject(Opener);
  private readonly places = inject(CardPlaces);
  private readonly userId = inject(Session).user()?.id ?? '';
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  protected readonly texts = SEARCH;
  protected readonly maxLength = MOST_SEARCHED;

  private readonly view = computed(() => this.address.view() ?? homeOf(this.views.all()));
  private readonly viewNames = computed(() => new Map(this.views.all().map(({ id, name }) => [id, name])));
  private readonly asked = inject(SearchWords);
  protected readonly typed = this.asked.typed;
  private readonly wanted = computed(() => this.typed().trim());
  private readonly settled = debounced(() => this.wanted(), 150);
  private readonly words = computed(() => (this.settled.hasValue() ? this.settled.value() : ''));
  private readonly recent = recentOf(this.userId).filter((entry) => this.opener.canOpen(entry.target));

  private readonly answer = httpResource<SearchAnswer>(() => {
    const words = this.words();
    if (words === '') return undefined;
    const asOf = this.address.asOf();
    return { url: SEARCH_URL, params: { q: words, ...(asOf ? { as_of: asOf } : {}) } };
  });
  // The last answer stays visible while typing.
  protected readonly found = latestOf(this.answer, () => null);
  private readonly hits = computed(() => (this.wanted() === '' ? NOTHING : (this.found.data() ?? NOTHING)));

  protected readonly groups = computed(() => {
    const words = this.wanted();
    const isEmpty = words === '';
    const recent = isEmpty ? this.recent : [];
    const isNew = ({ id }: Entry) => recent.every((entry) => entry.id !== id);
    const groups = [
      { label: SEARCH.groups.recent, aside: '', entries: recent },
      { label: SEARCH.groups.saved, aside: '', entries: this.saved() },
      { label: SEARCH.groups.person, aside: '', entries: this.people() },
      { label: SEARCH.groups.deal, aside: this.aside(), entries: this.deals() },
      { label: SEARCH.groups.card, aside: '', entries: this.cards() },
      {
        label: SEARCH.groups.number,
        aside: '',
        entries: isEmpty
          ? []
          : meantBy(words, numberCandidates(this.catalogue.entries())).slice(0, MAX_NUMBERS),
      },
      {
        label: SEARCH.groups.term,
        aside: '',
        entries: isEmpty ? [] : wordEntries(words).slice(0, MAX_WORDS),
      },
      { label: SEARCH.groups.page, aside: '', entries: meantBy(words, pageCandidates(this.pages.all())) },
      {
        label: SEARCH.groups.view,
        aside: '',
        entries: meantBy(words, viewCandidates(this.views.all(), this.address.viewId())),
      },
      {
        label: SEARCH.groups.action,
        aside: '',
        entries: meantBy(words, actionCandidates(this.actions.all())),
      },
    ]
      // What was opened before stands there once.
      .map((group, at) => (at === 0 ? group : { ...group, entries: group.entries.filter(isNew) }))
      .filter(({ entries }) => entries.length > 0);
    // What is called by the words stands before what is like them.
    const isNamed = ({ entries }: { entries: readonly Entry[] }) =>
      Number(!entries.some(({ label }) => fold(label).includes(fold(words))));
    return groups.sort((one, other) => isNamed(one) - isNamed(other));
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
  protected readonly isSearching = computed(() => this.answer.isLoading() || this.words() !== this.wanted());

  constructor() {
    inject(DestroyRef).onDestroy(() => this.asked.end());
    void this.savedPages.load().catch(() => undefined); // all else is found without them
    // Where cards stand is read once there are some.
    effect(() => {
      const [view, kind] = [this.view(), boardOfPage(this.address.page())];
      const hasCards = this.groups().some(({ label }) => label === SEARCH.groups.card);
      if (view && hasCards) untracked(() => this.places.wanted(view.id, kind));
    });
  }

  /** From here on the field itself takes what is typed; it may not have been drawn with the last of it. */
  protected takeOver({ target }: FocusEvent): void {
    if (target instanceof HTMLInputElement) target.value = this.typed();
    this.asked.end();
  }

  protected type(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.asked.say(event.target.value);
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
    noteOpened(this.userId, entry);
    this.opener.open(entry.target);
  }

  private people(): Entry[] {
    return peopleEntries(this.hits().people, this.view(), this.viewNames());
  }

  private saved(): Entry[] {
    const pages = this.savedPages.all() ?? [];
    return meantBy(this.wanted(), savedCandidates(pages, this.known, this.viewNames())).slice(0, MAX_SAVED);
  }

  private deals(): Entry[] {
    return dealEntries(this.hits().deals, (deal) => this.hintOf(deal));
  }

  /** Its AE is no link: an option is one thing to choose, whoever listens would not find a second one in it. */
  private hintOf(deal: DealRecord): string {
    return [
      deal.view_id === this.view()?.id ? '' : deal.view_name,
      deal.stage,
      deal.owner ?? '',
      deal.value === null ? '' : this.formats.moneyShort(deal.value),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }

  /** Of the deals that the board of the view has. */
  private cards(): Entry[] {
    const [view, kind] = [this.view(), boardOfPage(this.address.page())];
    const here = this.hits().deals.filter((hit) => showsDealsOf(view, hit.deal.view_id));
    const deals = here.map(({ deal }) => deal);
    return cardEntries(deals, kind, this.places.placeOf).slice(0, MAX_CARDS);
  }

  private aside(): string {
    const { deals, total } = this.hits();
    if (total <= deals.length) return '';
    return SEARCH.found(this.formats.count(deals.length), this.formats.count(total));
  }
}
