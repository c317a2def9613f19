import { CdkTrapFocus } from '@angular/cdk/a11y';
import { Clipboard } from '@angular/cdk/clipboard';
import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, signal } from '@angular/core';
import { LucideLink, LucideX } from '@lucide/angular';
import type { Explanation } from '@app/contracts';
import { Situation } from '../session/situation';
import { Formats } from '../ui/formats';
import { latestOf } from '../ui/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { TEXTS } from '../ui/texts';
import { BreakdownPanel } from './breakdown-panel';
import { FormulaBox } from './formula-box';
import { RecordsList } from './records-list';
import { TargetLine } from './target-line';
import { EXPLAIN } from './texts';

/** The promise of the product: any number, opened to what it means, how it comes about and its records. */
@Component({
  selector: 'app-explain-drawer',
  imports: [
    BreakdownPanel,
    CdkTrapFocus,
    FormulaBox,
    LucideLink,
    LucideX,
    ProblemNotice,
    RecordsList,
    TargetLine,
  ],
  host: { '(document:keydown.escape)': 'situation.closeDrawer()' },
  templateUrl: './explain-drawer.html',
  styleUrl: './explain-drawer.css',
})
export class ExplainDrawer {
  private readonly clipboard = inject(Clipboard);
  private readonly location = inject(DOCUMENT).location;
  private readonly formats = inject(Formats);
  protected readonly situation = inject(Situation);
  protected readonly texts = EXPLAIN;

  private readonly answer = httpResource<Explanation>(() => {
    const [view, opened] = [this.situation.viewId(), this.situation.opened()];
    if (!view || !opened) return undefined;
    return {
      url: `/api/views/${view}/analytics/explain`,
      params: { metric: opened.metric, ...this.situation.askedInDrawer() },
    };
  });
  protected readonly explanation = latestOf(this.answer, () => this.situation.opened()?.metric);
  protected readonly isFiltered = computed(() => this.situation.owners().length > 0);
  protected readonly isCopied = signal(false);

  protected readonly leftOut = computed(() =>
    (this.explanation.data()?.left_out ?? []).map(({ count, reason, value }) =>
      EXPLAIN.leftOutItem(
        this.formats.count(count),
        reason,
        value > 0 ? EXPLAIN.worth(this.formats.moneyShort(value)) : '',
      ),
    ),
  );

  protected counted(total: number): string {
    return TEXTS.deals(this.formats.count(total), total === 1);
  }

  protected copyLink(): void {
    this.isCopied.set(this.clipboard.copy(this.location.href));
  }
}
