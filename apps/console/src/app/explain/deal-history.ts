import { Component, computed, inject, input } from '@angular/core';
import type { DealHistoryEntry, DealRemoval } from '@app/contracts';
import { FieldValue } from '../records/field-value';
import { FieldWords } from '../records/field-words';
import { Formats } from '../ui/base/formats';
import { EXPLAIN } from './texts';

/** The history of a deal, newest first: which fields each import changed, and how. */
@Component({
  selector: 'app-deal-history',
  imports: [FieldValue],
  template: `
    @if (changes().length === 0) {
      <p class="quiet">{{ texts.historyNone }}</p>
    } @else {
      <ol>
        @for (entry of entries(); track entry.revision) {
          <li>
            <p>
              <b>{{ entry.kind }}</b>&ngsp;<span class="quiet">{{ entry.when }}</span>
            </p>
            @for (change of entry.fields; track change.field) {
              <p class="change">
                <span class="quiet">{{ words.label(change.field) }}</span>
                <!-- A deal that was just added has no earlier values. -->
                @if (!entry.isNew) {
                  <del><app-field-value [field]="change.field" [value]="change.before" /></del>
                  <span aria-hidden="true">→</span>
                  <span class="unseen">{{ texts.becomes }}</span>
                }
                <app-field-value [field]="change.field" [value]="change.after" />
              </p>
            }
          </li>
        }
      </ol>
    }
  `,
  styles: `
    ol {
      display: grid;
      gap: var(--s-3);
    }
    li {
      padding-left: var(--s-3);
      border-left: 2px solid var(--hairline);
    }
    b {
      font-weight: 600;
    }
    .change {
      display: flex;
      flex-wrap: wrap;
      column-gap: 6px;
      font-variant-numeric: tabular-nums;
    }
    del {
      color: var(--ink-2);
    }
  `,
})
export class DealHistory {
  private readonly formats = inject(Formats);
  protected readonly words = inject(FieldWords);
  protected readonly texts = EXPLAIN.deal;
  readonly changes = input.required<readonly DealHistoryEntry[]>();

  protected readonly entries = computed(() =>
    this.changes().map((entry) => ({
      revision: entry.revision,
      kind: EXPLAIN.deal.kinds[entry.kind],
      isNew: entry.kind === 'added',
      when: publishWords(entry, this.formats),
      fields: entry.fields,
    })),
  );
}

/** When a publish was, its revision, who started it, and whether it brought earlier data back. */
export function publishWords({ at, by, revision, source }: DealRemoval, formats: Formats): string {
  const day = at === null ? [] : [`${formats.dayAt(at)}, ${formats.timeOf(at)}`];
  const back = source === 'rollback' ? [EXPLAIN.deal.rollback] : [];
  return [...day, EXPLAIN.deal.revision(String(revision)), ...back, ...(by === null ? [] : [by])].join(' · ');
}
