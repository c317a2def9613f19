import { Component, computed, inject, signal } from '@angular/core';
import type { ArchivedView } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { problemOf } from '../ui/base/problem';
import { TEXTS } from '../ui/base/texts';
import { CardHead } from '../ui/card-head';
import { ProblemNotice } from '../ui/problem-notice';
import { ManagedViews } from './managed-views.store';
import { MANAGED } from './texts';

/** Views that were deleted, each to be restored. */
@Component({
  selector: 'app-archived-views',
  imports: [CardHead, ProblemNotice],
  host: { '[hidden]': 'isNothing()' },
  template: `
    <app-card-head [heading]="texts.heading" />
    @if (store.archived.problem(); as problem) {
      <app-problem-notice [problem]="problem" (retry)="store.reload()" />
    } @else if (store.archived.data(); as page) {
      <ul>
        @for (view of page.items; track view.id) {
          <li>
            <div class="what">
              <b>{{ view.name }}</b>
              <p class="quiet">{{ lineOf(view) }}</p>
              @if (!view.is_name_free) {
                <label>
                  <span>{{ texts.taken(view.name) }}</span>
                  <input
                    class="field"
                    autocomplete="off"
                    [attr.aria-label]="texts.name(view.name)"
                    [value]="names()[view.id] ?? ''"
                    (input)="name(view, $event)"
                  />
                </label>
              }
              @if (failures()[view.id]; as failure) {
                <p class="bad-text" role="alert">{{ failure }}</p>
              }
            </div>
            <button
              type="button"
              class="chip"
              [attr.aria-label]="texts.restoreLabel(view.name)"
              [disabled]="restoring() !== null || (!view.is_name_free && !names()[view.id]?.trim())"
              (click)="restore(view)"
            >
              {{ restoring() === view.id ? texts.restoring : texts.restore }}
            </button>
          </li>
        }
      </ul>
    } @else {
      <span class="bone" aria-hidden="true"></span>
    }
  `,
  styleUrl: './archived-views.css',
})
export class ArchivedViews {
  private readonly formats = inject(Formats);
  protected readonly store = inject(ManagedViews);
  protected readonly texts = MANAGED.archived;
  /** Before a view was deleted there is no list to speak of. */
  protected readonly isNothing = computed(
    () => !this.store.archived.problem() && !this.store.archived.data()?.items.length,
  );
  protected readonly restoring = signal<string | null>(null);
  /** Names to be restored under, by id. */
  protected readonly names = signal<Partial<Record<string, string>>>({});
  protected readonly failures = signal<Partial<Record<string, string>>>({});

  protected lineOf({ archived_at, archived_by, records_count: count, is_master }: ArchivedView): string {
    const when = this.formats.at(archived_at);
    if (is_master) return MANAGED.archived.master(when, archived_by);
    const deals = TEXTS.deals(this.formats.count(count), count === 1);
    return MANAGED.archived.detail(when, archived_by, deals);
  }

  protected name({ id }: ArchivedView, { target }: Event): void {
    if (target instanceof HTMLInputElement) this.names.update((names) => ({ ...names, [id]: target.value }));
  }

  protected async restore(view: ArchivedView): Promise<void> {
    this.restoring.set(view.id);
    this.failures.update((failures) => ({ ...failures, [view.id]: undefined }));
    try {
      await this.store.restore(view, view.is_name_free ? null : (this.names()[view.id]?.trim() ?? null));
    } catch (error) {
      this.failures.update((failures) => ({ ...failures, [view.id]: problemOf(error).detail }));
    } finally {
      this.restoring.set(null);
    }
  }
}
