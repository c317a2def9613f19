import { Component, computed, inject, input } from '@angular/core';
import type { ListPages } from '../../session/list-pages';
import { Formats } from '../../ui/base/formats';
import { ProblemNotice } from '../../ui/problem-notice';
import { REPORT } from './texts';

/** Around a list that is loaded page by page: while it loads, when it cannot be loaded, is empty, or goes on. */
@Component({
  selector: 'app-paged-list',
  imports: [ProblemNotice],
  template: `
    @if (pages().problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="pages().retry()" />
    } @else if (pages().total() === null) {
      <div class="bone" role="status">
        <span class="unseen">{{ texts.loading }}</span>
      </div>
    } @else if (pages().total() === 0) {
      <p class="quiet">{{ none() }}</p>
    } @else {
      <ng-content />
      @if (hasMore()) {
        <p class="quiet num" aria-live="polite">
          {{ texts.shown(formats.count(pages().items().length), formats.count(pages().total())) }}
          <button type="button" class="link" [disabled]="pages().isLoading()" (click)="pages().more()">
            {{ pages().isLoading() ? texts.loading : texts.more }}
          </button>
        </p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-2);
    }
    .bone {
      height: 96px;
    }
  `,
})
export class PagedList {
  protected readonly formats = inject(Formats);
  protected readonly texts = REPORT.list;

  readonly pages = input.required<ListPages<unknown>>();
  /** What an empty list says. */
  readonly none = input('');

  protected readonly hasMore = computed(() => this.pages().items().length < (this.pages().total() ?? 0));
}
