import { Component, DestroyRef, computed, effect, forwardRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Address } from '../session/address';
import { paintedOnce } from '../ui/base/painted';
import { PageComparison } from '../ui/numbers/page-comparison';
import { PageContext } from '../ui/page-context';
import { EmptyState } from '../ui/empty-state';
import type { ExportQuestion } from '../ui/export/export-question';
import { ProblemNotice } from '../ui/problem-notice';
import { NoMatch } from './no-match';
import type { ScreenAnswer } from './screen-of';
import { type SkeletonRow, ScreenSkeleton } from './screen-skeleton';
import { SCREEN } from './texts';

/**
 * The frame of every analytics page: heading, skeleton, problem, and what to do about an empty view or filters that leave
 * nothing. The page projects what it shows of `screen.shown()`.
 */
@Component({
  selector: 'app-screen-frame',
  providers: [{ provide: PageContext, useExisting: forwardRef(() => ScreenFrame) }],
  imports: [EmptyState, NoMatch, ProblemNotice, RouterLink, ScreenSkeleton],
  template: `
    <h1 class="unseen">{{ heading() }} · {{ address.view()?.name }}</h1>
    @if (screen().problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="screen().reload()" />
    } @else if (screen().shown()) {
      <div class="page" [class.stale]="screen().isStale()" [attr.aria-busy]="screen().isStale()">
        <ng-content />
        @if (!isPainted()) {
          <div class="later" aria-busy="true"></div>
        }
      </div>
    } @else if (screen().data()?.records_count === 0) {
      <app-empty-state [title]="texts.empty.title" [detail]="emptyDetail()">
        <a
          class="button primary"
          [routerLink]="['/v', address.viewId(), 'data']"
          queryParamsHandling="merge"
          >{{ texts.empty.act }}</a
        >
      </app-empty-state>
    } @else if (screen().data() && !screen().isStale()) {
      <app-no-match />
    } @else {
      <p class="unseen" role="status">{{ texts.reading }}</p>
      <app-screen-skeleton [cards]="cards()" [rows]="rows()" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .page {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-3);
      transition: opacity 0.15s;
    }
    .stale {
      opacity: 0.55;
    }
    /* What is drawn later does not bring a scrollbar with it. */
    .later {
      height: 100vh;
    }
  `,
})
export class ScreenFrame implements PageContext {
  protected readonly address = inject(Address);
  protected readonly texts = SCREEN;

  readonly heading = input.required<string>();
  readonly screen = input.required<ScreenAnswer>();
  /** Number cards of the skeleton's band. */
  readonly cards = input.required<number>();
  /** Rows below the band, so that nothing jumps when the numbers arrive. */
  readonly rows = input.required<readonly SkeletonRow[]>();

  /** Whether the first numbers are painted: what stands below the first sight is drawn after them. */
  readonly isPainted = paintedOnce(() => this.screen().shown() !== undefined);

  readonly answer = computed(() => this.screen().shown());
  readonly subtitle = computed(() => this.screen().subtitle());
  readonly undated = computed(() => this.screen().undated());
  readonly name = this.address.page;
  readonly sort = computed(() => this.parameter('sort_by') ?? '');

  protected readonly emptyDetail = computed(() => {
    const view = this.address.view();
    if (view?.is_master) return SCREEN.empty.master;
    return view?.can.includes('upload') ? SCREEN.empty.uploader : SCREEN.empty.reader;
  });

  constructor() {
    const comparison = inject(PageComparison);
    effect(() => comparison.show(this.answer()?.comparison ?? null));
    inject(DestroyRef).onDestroy(() => comparison.show(null));
  }

  /** In the address, but not as a history entry. */
  sortBy(sort: string): void {
    this.replace({ sort_by: sort || null });
  }

  parameter(name: string): string | null {
    return this.address.parameter(name);
  }

  replace(parameters: Readonly<Record<string, string | null>>): void {
    this.address.replace(parameters);
  }

  exportOf(table: string | null): ExportQuestion | null {
    return table === null ? null : this.screen().exportOf(table);
  }
}
