import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import type { Explanation } from '@app/contracts';
import { Situation } from '../session/situation';
import { Formats } from '../ui/formats';
import { latestOf } from '../ui/latest';
import { noteWords } from '../ui/number-notes';
import { ProblemNotice } from '../ui/problem-notice';
import { BreakdownPanel } from './breakdown-panel';
import { CopyLink } from './copy-link';
import { DrawerHead } from './drawer-head';
import { DrawerWaiting } from './drawer-waiting';
import { FormulaBox } from './formula-box';
import { NarrowedTo } from './narrowed-to';
import { RecordsList } from './records-list';
import { missedWords } from './missed-words';
import { TargetLine } from './target-line';
import { EXPLAIN } from './texts';

/** A number, opened to what it means, how it comes about, its parts and its records. */
@Component({
  selector: 'app-number-panel',
  imports: [
    BreakdownPanel,
    CopyLink,
    DrawerHead,
    DrawerWaiting,
    FormulaBox,
    NarrowedTo,
    ProblemNotice,
    RecordsList,
    TargetLine,
  ],
  templateUrl: './number-panel.html',
  styleUrl: './panel.css',
})
export class NumberPanel {
  private readonly formats = inject(Formats);
  protected readonly situation = inject(Situation);
  protected readonly texts = EXPLAIN;

  private readonly answer = httpResource<Explanation>(() => {
    const [view, opened] = [this.situation.viewId(), this.situation.opened()];
    if (!view || !opened) return undefined;
    return {
      url: `/api/views/${view}/analytics/explain`,
      params: { metric: opened.metric, ...screenOf(this.situation.tab()), ...this.situation.askedInDrawer() },
    };
  });
  protected readonly explanation = latestOf(this.answer, () => this.situation.opened()?.metric);
  protected readonly isFiltered = computed(
    () => this.situation.owners().length > 0 || this.situation.opened()?.only != null,
  );
  /** Numbers of the plan have no records to list. */
  protected readonly hasRecords = computed(() => {
    const data = this.explanation.data();
    return data !== undefined && (data.metric.date_field !== null || data.records_total > 0);
  });
  /** Of a rate: how much it can be trusted. What a number leaves out stands at the end, with its reason. */
  protected readonly notes = computed(() => {
    const { notes = [] } = this.explanation.data() ?? {};
    return noteWords(
      notes.filter(({ kind }) => kind !== 'weightless' && kind !== 'not_assessed'),
      this.formats,
    );
  });
  protected readonly leftOut = computed(() =>
    (this.explanation.data()?.left_out ?? []).map((missed) => missedWords(missed, false, this.formats)),
  );
  /** About records that are in the list: a number of pipe says how much of it they hold. */
  protected readonly ofThese = computed(() => {
    const { of_these = [], metric } = this.explanation.data() ?? {};
    return of_these.map((missed) =>
      missedWords(missed, metric?.id.startsWith('pipe.') ?? false, this.formats),
    );
  });

  /** A term of the formula, over the same days and the same row. */
  protected openTerm(metric: string): void {
    const opened = this.situation.opened();
    this.situation.explain(metric, opened?.part ?? null, opened?.only ?? null);
  }
}

/** Screens that compare a number with a target of their own: the drawer says the same as their card. */
const WITH_OWN_TARGETS = ['meetings-attended'];

const screenOf = (tab: string): Record<string, string> =>
  WITH_OWN_TARGETS.includes(tab) ? { screen: tab } : {};
