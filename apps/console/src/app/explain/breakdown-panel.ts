import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { Breakdown, BreakdownRow, Dimension, Explanation } from '@app/contracts';
import { DIMENSIONS } from '@app/domain/metrics';
import { Questions } from '../session/questions';
import { Address } from '../session/address';
import { type DrawerLink, narrowed } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import type { Person } from '../ui/links/person';
import { PersonLink } from '../ui/links/person-link';
import type { Copyable } from '../ui/copy/copyable';
import { CopyMenu } from '../ui/copy/copy-menu';
import { subtitleOf } from '../ui/copy/subtitle';
import { ExportMenu } from '../ui/export/export-menu';
import { Formats } from '../ui/base/formats';
import { OnPaper } from '../ui/base/on-paper';
import { latestOf } from '../ui/base/latest';
import { Meter } from '../ui/meter';
import { ProblemNotice } from '../ui/problem-notice';
import { copyOfBreakdown, shareOf } from './breakdown-copy';
import { inOrder, orderOf } from './breakdown-order';
import { rowLabel } from '../ui/base/row-label';
import { EXPLAIN } from './texts';

/** The default breakdown: by person, unless the number is already narrowed to one. */
const FIRST: readonly Dimension[] = ['owner', 'source_group'];

/** Rows shown at first, so that the list of records below stays visible. */
const FIRST_ROWS = 12;

/**
 * The breakdown of the number, the largest part first. Rows of counts and sums add up to it, each with its share; a
 * click on a row narrows the drawer to it, and the name of a person leads to their page.
 */
@Component({
  selector: 'app-breakdown-panel',
  imports: [CopyMenu, DrawerLinkButton, ExportMenu, Meter, PersonLink, ProblemNotice],
  templateUrl: './breakdown-panel.html',
  styleUrl: './breakdown-panel.css',
})
export class BreakdownPanel {
  protected readonly formats = inject(Formats);
  private readonly address = inject(Address);
  protected readonly texts = EXPLAIN;
  protected readonly dimensions = DIMENSIONS;

  private readonly questions = inject(Questions);
  readonly link = input.required<DrawerLink>();
  readonly explanation = input.required<Explanation>();
  protected readonly metric = computed(() => this.explanation().metric);

  protected readonly by = computed(
    () => DIMENSIONS.find((each) => each === this.address.parameter('by')) ?? this.firstBy(),
  );
  private readonly question = computed(() => this.questions.breakdown(this.link(), this.by()));
  protected readonly exported = computed(() =>
    this.questions.fileOf(this.question(), [], orderOf(this.by())),
  );
  private readonly answer = httpResource<Breakdown>(() => this.question() ?? undefined);
  protected readonly first = FIRST_ROWS;
  protected readonly shareOf = shareOf;
  private readonly isOnPaper = inject(OnPaper).now;
  protected readonly isUnfolded = linkedSignal({ source: this.by, computation: () => false });
  protected readonly isWhole = computed(() => this.isUnfolded() || this.isOnPaper());
  protected readonly breakdown = latestOf(this.answer, () => `${this.metric().id} ${this.by()}`);
  protected readonly shown = computed(() => {
    const data = this.breakdown.data();
    return data && inOrder(data);
  });
  /** Parts of a rate are no shares of it. */
  protected readonly addsUp = computed(() => this.explanation().formula.operator === 'sum');
  private readonly largest = computed(() =>
    Math.max(0, ...(this.breakdown.data()?.rows ?? []).map((row) => row.value ?? 0)),
  );
  /** Only numbers whose records are dated within the period can be narrowed to a month. */
  private readonly hasMonths = computed(() => {
    const { dates, period } = this.explanation();
    return dates.from === period.from && dates.to === period.to;
  });

  protected choose(by: Dimension): void {
    this.address.replace({ by });
  }

  /** The same number for one of its parts, keeping its restrictions. */
  protected linkOf({ key }: BreakdownRow): DrawerLink | null {
    const link = { ...this.link(), sort: this.address.parameter('sort') };
    const by = this.by();
    if (by !== 'month') return narrowed(link, { field: by, value: key ?? '' });
    // Records without a date belong to no month, so their number cannot be narrowed to one.
    return this.hasMonths() && key !== null ? { ...link, part: key } : null;
  }

  protected nameOf(row: BreakdownRow): string {
    return rowLabel({ by: this.by() }, row, this.formats);
  }

  /** Whom a row is about. */
  protected personOf(row: BreakdownRow): Person | null {
    const by = this.by();
    const isPerson = (by === 'owner' || by === 'bdr') && row.key !== null;
    return isPerson ? { role: by, name: this.nameOf(row) } : null;
  }

  /** Length of the bar: the longest fills its track. */
  protected lengthOf({ value }: BreakdownRow): number {
    return this.largest() > 0 ? (value ?? 0) / this.largest() : 0;
  }

  protected copyOf(data: Breakdown): Copyable {
    const subtitle = subtitleOf(this.address.view()?.name ?? '', data, this.formats);
    const about = { metric: this.metric(), subtitle, addsUp: this.addsUp() };
    return copyOfBreakdown(data, about, this.formats);
  }

  private firstBy(): Dimension {
    const fields = this.link().only.map(({ field }) => field);
    return FIRST.find((each) => !fields.some((field) => field === each)) ?? 'month';
  }
}
