import { NgTemplateOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  linkedSignal,
} from '@angular/core';
import type { Analytics, CatalogueEntry } from '@app/contracts';
import { Address } from '../session/address';
import { PATHS, viewUrl } from '../session/api';
import { Catalogue } from '../session/catalogue';
import { DataChanges } from '../session/data-changes';
import { QuestionScope } from '../session/question-scope';
import { Formats } from '../ui/base/formats';
import { judged } from '../ui/numbers/number-notes';
import { latestOf } from '../ui/base/latest';
import { CardHead } from '../ui/card-head';
import { EmptyState } from '../ui/empty-state';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { StatusLabel } from '../ui/numbers/status-label';
import { ProblemNotice } from '../ui/problem-notice';
import { groupsFor, isWord, wordsFor } from './found';
import { DEFINITIONS } from './texts';

const WORDS_ID = 'group-words';

/** Every number and word of the product: what it means, and what it is in the period shown. */
@Component({
  selector: 'app-definitions-page',
  imports: [NgTemplateOutlet, CardHead, DrawerLinkButton, EmptyState, ProblemNotice, StatusLabel],
  templateUrl: './definitions.page.html',
  styleUrls: ['../ui/page-head.css', './definitions.page.css'],
})
export class DefinitionsPage {
  private readonly scope = inject(QuestionScope);
  private readonly changes = inject(DataChanges);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  protected readonly address = inject(Address);
  protected readonly formats = inject(Formats);
  protected readonly catalogue = inject(Catalogue);
  protected readonly texts = DEFINITIONS;
  protected readonly metricLink = metricLink;

  private readonly answer = httpResource<Analytics>(() => {
    this.changes.version(); // newer data is asked for again
    const view = this.address.viewId();
    if (view === null || !this.address.hasPeriod()) return undefined;
    return { url: viewUrl(view, PATHS.analytics), params: this.scope.ofPeriod() };
  });
  /** A view without records has no numbers: a zero would say that somebody counted. */
  protected readonly isEmpty = computed(() => this.address.view()?.data.records_count === 0);
  protected readonly numbers = latestOf(this.answer, () => this.address.viewId());

  /** What is looked for; a link may say it. */
  protected readonly typed = linkedSignal(() => this.address.parameter('find') ?? '');
  protected readonly groups = computed(() => groupsFor(this.typed(), this.catalogue.entries()));
  /** What stands at the top of the page leads to its parts, in their order. */
  protected readonly parts = computed(() => {
    const groups = this.groups().map(({ id, heading }) => ({ id, heading }));
    const words = this.words().length > 0 ? [{ id: WORDS_ID, heading: DEFINITIONS.words }] : [];
    return this.hasWordsFirst() ? [...words, ...groups] : [...groups, ...words];
  });
  protected readonly wordsId = WORDS_ID;
  protected readonly words = computed(() => wordsFor(this.typed()));
  protected readonly hasWordsFirst = computed(() => isWord(this.typed()));
  protected readonly found = computed(
    () => this.groups().reduce((sum, { entries }) => sum + entries.length, 0) + this.words().length,
  );
  /** The number or word whose definition a link asks for. */
  protected readonly term = computed(() => this.address.parameter('term'));

  constructor() {
    effect(() => {
      const [term, { length }] = [this.term(), this.catalogue.entries()];
      if (term !== null && length > 0)
        afterNextRender({ write: () => this.show(term) }, { injector: this.injector });
    });
  }

  protected search(words: string): void {
    this.typed.set(words);
    this.address.replace({ find: words || null, term: null });
  }

  protected searchFor({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.search(target.value);
  }

  protected numberOf({ id }: CatalogueEntry) {
    const answer = this.numbers.data();
    const number = answer?.metrics[id];
    return answer && number ? judged(id, number, answer) : null;
  }

  protected valueOf(entry: CatalogueEntry): string {
    return this.formats.long(this.numberOf(entry)?.value ?? null, entry.unit);
  }

  protected targetOf(entry: CatalogueEntry): string {
    const target = this.numberOf(entry)?.target ?? null;
    if (target !== null) return this.formats.long(target, entry.unit);
    return this.address.isFiltered() ? DEFINITIONS.noneFiltered : DEFINITIONS.notSet;
  }

  protected dateOf({ date_field, is_any_date }: CatalogueEntry): string {
    if (date_field === null) return DEFINITIONS.anyDate;
    const date = DEFINITIONS.dates[date_field];
    return is_any_date ? DEFINITIONS.anyDateBy(date) : date;
  }

  protected goTo(group: string): void {
    const section = this.host.nativeElement.querySelector<HTMLElement>(`#${group}`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }

  private show(term: string): void {
    const entry = this.host.nativeElement.querySelector<HTMLElement>(`#${CSS.escape(term)}`);
    entry?.scrollIntoView({ block: 'center' });
    entry?.focus({ preventScroll: true });
  }
}
