import { Component, DOCUMENT, DestroyRef, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { monthsInPeriod } from '@app/domain/period';
import { Address } from '../session/address';
import { labelOf } from '../session/period-label';
import { Formats } from '../ui/base/formats';
import { authorOf } from '../ui/base/author';
import { ProblemNotice } from '../ui/problem-notice';
import { GroupsCard } from './groups-card';
import { HistoryCard } from './history-card';
import { KeptCard } from './kept-card';
import { NewsBox } from './news-box';
import { RevenueCard } from './revenue-card';
import { SavePanel } from './save-panel';
import { FilledFields } from './filled-fields';
import { TargetsForm } from './targets-form';
import { TARGETS } from './texts';

const LOOK_EVERY = 30_000;

/** The targets of a view, with their origin and history. */
@Component({
  selector: 'app-targets',
  imports: [GroupsCard, HistoryCard, KeptCard, NewsBox, ProblemNotice, RevenueCard, RouterLink, SavePanel],
  providers: [TargetsForm, FilledFields],
  host: {
    '(window:focus)': 'look()',
    '(keydown.control.z)': 'filled.undoByKey($event)',
    '(keydown.meta.z)': 'filled.undoByKey($event)',
  },
  templateUrl: './targets.page.html',
  styleUrls: ['../ui/page-head.css', './targets.page.css'],
})
export class TargetsPage {
  private readonly document = inject(DOCUMENT);
  private readonly formats = inject(Formats);
  protected readonly address = inject(Address);
  protected readonly form = inject(TargetsForm);
  protected readonly filled = inject(FilledFields);
  protected readonly texts = TARGETS;

  protected readonly changed = computed(() => {
    const { updated_at, updated_by } = this.form.targets() ?? {};
    // That targets are the sample's is said by a note of its own.
    if (!updated_at || !updated_by) return this.form.hasSample() ? null : TARGETS.neverChanged;
    const who = authorOf(updated_by);
    const when = this.formats.at(updated_at);
    return who === null ? TARGETS.changedByItself(when) : TARGETS.changed(when, who);
  });
  protected readonly period = computed(() => {
    const choice = this.address.period();
    return TARGETS.period(labelOf(choice, this.formats), MONTHS.format(monthsInPeriod(choice.period)));
  });

  constructor() {
    effect(() => {
      const view = this.address.viewId();
      if (view) untracked(() => void this.form.open(view));
    });
    const timer = setInterval(() => this.look(), LOOK_EVERY);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  /** Somebody else may have saved meanwhile. */
  protected look(): void {
    if (!this.document.hidden) void this.form.look();
  }
}

const MONTHS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
