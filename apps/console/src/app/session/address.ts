import { Location } from '@angular/common';
import { Service, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, type Params, Router, type UrlTree } from '@angular/router';
import type { Against, View } from '@app/contracts';
import { FILTER_FIELDS, type FilterField, type Filters } from '@app/domain/filters';
import { type PeriodChoice, parseIsoDay, periodOfParameter, periodParameter } from '@app/domain/period';
import { filter, map } from 'rxjs';
import { BY_VALUE } from '../ui/base/by-value';
import { columnsOfPage, isColumnsParameter } from '../ui/base/kept-columns';
import { remember } from '../ui/base/memory';
import { type DrawerLink, NOTHING_OPEN, linkParameters } from '../ui/links/link';
import { type Person, personOf, personParameter } from '../ui/links/person';
import { homeOf } from './home';
import { defaultChoice } from './period-choice';
import { Session } from './session';
import { Views } from './views';

/** The parameters of what is open on a page, all cleared. */
const CLOSED = {
  ...NOTHING_OPEN,
  run: null,
  board: null,
  duel: null,
  card: null,
  person: null,
  term: null,
  find: null,
} as const;

/** The last part of the addresses of people. */
const PERSON_PAGE = 'person';
/** And of the definitions. */
const TERMS_PAGE = 'definitions';

const AGAINST: readonly Against[] = ['previous', 'last_year', 'none'];

/**
 * What is shown: view, page, period, filters and comparison. All of it is in the address, so that a reload restores it
 * and a shared link shows the same. Every change is a navigation.
 */
@Service()
export class Address {
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  private readonly session = inject(Session);
  private readonly views = inject(Views);

  /** The current address of the console. */
  readonly url = toSignal(
    this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map(() => this.router.url),
    ),
    { initialValue: this.router.url },
  );
  private readonly tree = computed(() => this.router.parseUrl(this.url()));
  readonly parameters = computed(() => this.tree().queryParamMap);
  private readonly segments = computed(
    () => this.tree().root.children.primary?.segments.map((segment) => segment.path) ?? [],
  );

  readonly viewId = computed(() => (this.segments()[0] === 'v' ? (this.segments()[1] ?? null) : null));
  readonly view = computed(() => this.views.byId(this.viewId()));
  /** The page of the view, or the page that belongs to none; empty for an address that goes on below a page. */
  readonly page = computed(() => {
    const [page = 'dashboard', ...below] = this.segments().slice(this.viewId() === null ? 0 : 2);
    return below.length > 0 ? '' : page;
  });

  /** The as-of date of the address, where a link names one; null is today. */
  readonly asOf = computed(() => {
    const text = this.parameter('as_of');
    return text && parseIsoDay(text) !== null ? text : null;
  });
  readonly today = computed(() => parseIsoDay(this.asOf() ?? '') ?? this.session.today());
  readonly hasPeriod = computed(() => periodOfParameter(this.parameter('period'), this.today()) !== null);
  readonly period = computed(
    () => periodOfParameter(this.parameter('period'), this.today()) ?? defaultChoice(this.today()),
    BY_VALUE,
  );
  /** Whom the page of a person is about; null on every other page. */
  readonly person = computed((): Person | null => personOf(this.parameter('person')), BY_VALUE);

  /** Which deals the page is about; `''` is "unassigned", a field without values is not filtered. */
  readonly filters = computed((): Filters => {
    // On the page of a person the filters of the other pages do not count; they are there again on those.
    const person = this.person();
    if (person) return { [person.role]: [person.name] };
    return Object.fromEntries(
      FILTER_FIELDS.map((field) => [field, this.parameters().getAll(field)] as const).filter(
        ([, values]) => values.length > 0,
      ),
    );
  }, BY_VALUE);
  /** The parameters that another page has nothing of, all cleared: what is open, and which columns lists have. */
  readonly leftBehind = computed((): Params => ({
    ...CLOSED,
    ...Object.fromEntries(
      this.parameters()
        .keys.filter(isColumnsParameter)
        .map((name) => [name, null]),
    ),
  }));
  readonly isFiltered = computed(() => Object.keys(this.filters()).length > 0);

  /** What the period is compared with. */
  readonly against = computed(
    (): Against => AGAINST.find((each) => each === this.parameter('against')) ?? 'previous',
  );

  parameter(name: string): string | null {
    return this.parameters().get(name);
  }

  choosePeriod(choice: PeriodChoice): void {
    this.change({ period: periodParameter(choice) });
  }

  /**
   * Filters the page by some values of a field; none is everything. AEs are remembered.
   *
   * @param extras `replaceUrl` for one of several changes that Back takes back at once
   */
  filterBy(field: FilterField, values: readonly string[], extras: { replaceUrl?: boolean } = {}): void {
    if (field === 'owner') remember('owners', JSON.stringify(values));
    this.change({ [field]: [...values] }, extras);
  }

  clearFilters(): void {
    remember('owners', '[]');
    this.change(Object.fromEntries(FILTER_FIELDS.map((field) => [field, null])));
  }

  chooseToday(): void {
    this.change({ as_of: null, period: periodParameter(defaultChoice(this.session.today())) });
  }

  chooseView(view: View): void {
    remember('view', view.id);
    const person = this.person();
    if (person) this.goToPerson(view.id, person);
    else this.goTo(view.id, this.viewId() === null ? 'dashboard' : this.page());
  }

  chooseAgainst(against: Against): void {
    this.change({ against: against === 'previous' ? null : against });
  }

  /** Opens a page of a view; period, filters and comparison stay. */
  goTo(viewId: string, page: string, link: DrawerLink | null = null): void {
    void this.router.navigate(['/v', viewId, page], {
      queryParams: { ...this.leftFor(page), ...(link && linkParameters(link)) },
      queryParamsHandling: 'merge',
    });
  }

  /** Shows a deal on a board of the view, whose page then forgets which one it was. */
  goToCard(viewId: string, page: string, card: string): void {
    void this.router.navigate(['/v', viewId, page], {
      queryParams: { ...this.leftFor(page), card },
      queryParamsHandling: 'merge',
    });
  }

  /** Opens the page of a person in a view. */
  goToPerson(viewId: string, person: Person): void {
    void this.router.navigateByUrl(this.personTree(viewId, person));
  }

  /** The address of the page of a person, in the view that is shown where none is named. */
  hrefOfPerson(person: Person, viewId: string | null = null): string {
    return this.hrefOf(this.personTree(viewId ?? this.viewOfLinks(), person));
  }

  /** The address of the definition of a number or a word. */
  hrefOfTerm(term: string): string {
    return this.hrefOf(this.treeOf(this.viewOfLinks(), TERMS_PAGE, { term }));
  }

  /** A page of no view leads to the last one. */
  private viewOfLinks(): string {
    return this.viewId() ?? homeOf(this.views.all())?.id ?? '';
  }

  private hrefOf(tree: UrlTree): string {
    return this.location.prepareExternalUrl(this.router.serializeUrl(tree));
  }

  private personTree(viewId: string, person: Person): UrlTree {
    return this.treeOf(viewId, PERSON_PAGE, { person: personParameter(person) });
  }

  private treeOf(viewId: string, page: string, parameters: Params): UrlTree {
    this.url(); // the period, which it keeps, may be another one
    return this.router.createUrlTree(['/v', viewId, page], {
      queryParams: { ...this.leftFor(page), ...parameters },
      queryParamsHandling: 'merge',
    });
  }

  /** The same page of another view, or about somebody else, has the same lists. */
  private leftFor(page: string): Params {
    return page === this.page() ? CLOSED : this.leftBehind();
  }

  /**
   * Adds to an address what it does not say: the period, so that it means the same next month, and the columns that were
   * chosen before, so that somebody else sees the same.
   */
  pin(): void {
    const unsaid = Object.entries({
      period: periodParameter(this.period()),
      ...columnsOfPage(this.page()),
    }).filter(([name]) => (name === 'period' ? !this.hasPeriod() : this.parameter(name) === null));
    if (unsaid.length > 0) this.replace(Object.fromEntries(unsaid));
  }

  /** Changes parameters without a new history entry, such as the order of a table. */
  replace(parameters: Params): void {
    this.change(parameters, { replaceUrl: true, state: this.location.getState() as object });
  }

  /** Sets parameters, or removes those that are null; the others stay. */
  change(queryParams: Params, extras: { replaceUrl?: boolean; state?: object } = {}): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', ...extras });
  }
}
