import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import type { Explanation, MetricId, NumberId } from '@app/contracts';
import { Questions } from '../session/questions';
import { Address } from '../session/address';
import { type DrawerLink, metricLink } from '../ui/links/link';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { changeOf } from '../ui/numbers/change';
import { ChangeLabel } from '../ui/numbers/change-label';
import { PageComparison } from '../ui/numbers/page-comparison';
import { noteLabels } from '../ui/numbers/number-notes';
import { TermLink } from '../ui/term-link';
import { ProblemNotice } from '../ui/problem-notice';
import { BreakdownPanel } from './breakdown-panel';
import { CopyLink } from './copy-link';
import { DrawerHead } from './drawer-head';
import { DrawerWaiting } from './drawer-waiting';
import { FormulaBox } from './formula-box';
import { NarrowedTo } from './narrowed-to';
import { RecordsList } from './records-list';
import { missedLabel } from './missed-labels';
import { TargetLine } from './target-line';
import { EXPLAIN } from './texts';

/** A number in detail: definition, formula, breakdown and records. */
@Component({
  selector: 'app-number-panel',
  imports: [
    BreakdownPanel,
    ChangeLabel,
    CopyLink,
    DrawerHead,
    DrawerWaiting,
    FormulaBox,
    NarrowedTo,
    ProblemNotice,
    RecordsList,
    TargetLine,
    TermLink,
  ],
  templateUrl: './number-panel.html',
  styleUrl: './panel.css',
})
export class NumberPanel {
  private readonly formats = inject(Formats);
  private readonly address = inject(Address);
  protected readonly texts = EXPLAIN;

  private readonly questions = inject(Questions);
  readonly link = input.required<DrawerLink>();

  private readonly answer = httpResource<Explanation>(
    () => this.questions.explanation(this.link()) ?? undefined,
  );
  protected readonly explanation = latestOf(this.answer, () => this.link().id);
  protected readonly isFiltered = computed(() => this.address.isFiltered() || this.link().only.length > 0);
  /** Numbers of the plan have no records to list. */
  protected readonly hasRecords = computed(() => {
    const data = this.explanation.data();
    return data !== undefined && (data.metric.date_field !== null || data.records_total > 0);
  });
  /** For a rate: how reliable it is. What a number leaves out is listed at the end, with the reason. */
  protected readonly notes = computed(() => {
    const { notes = [] } = this.explanation.data() ?? {};
    return noteLabels(
      notes.filter(({ kind }) => kind !== 'weightless' && kind !== 'not_assessed'),
      this.formats,
    );
  });
  private readonly compared = inject(PageComparison).now;
  /** The change that its card tells, with both amounts; a part of a number has none. */
  protected readonly change = computed(() => {
    const { metric } = this.explanation.data() ?? {};
    const { part, only } = this.link();
    if (!metric || part !== null || only.length > 0) return null;
    return changeOf(metric.id as MetricId, metric.unit, this.compared(), this.formats);
  });
  protected readonly leftOut = computed(() =>
    (this.explanation.data()?.left_out ?? []).map((missed) => missedLabel(missed, false, this.formats)),
  );
  /** Notes about records in the list; for numbers of pipe with their pipe. */
  protected readonly ofThese = computed(() => {
    const { of_these = [], metric } = this.explanation.data() ?? {};
    return of_these.map((missed) =>
      missedLabel(missed, metric?.id.startsWith('pipe.') ?? false, this.formats),
    );
  });

  /** A term of the formula, over the same days and under the same restrictions. */
  protected readonly linkOfTerm = computed(() => (metric: NumberId) => metricLink(metric, this.link()));
}
