import { Component, computed, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import type { Edits } from './edits';
import { entered } from './entered';
import { fieldOf } from './fields';
import { MatrixForm } from './matrix-form';
import { MATRIX } from './matrix.texts';
import { type Conflict, conflictsOf } from './merge';
import { fieldLabel, valueLabel } from './row-labels';
import { TARGETS } from './texts';

/** More than these are counted: who pasted a wrong column does not read each of them. */
const MOST = 6;

/** What has to be settled before the targets of all views can be saved, cell by cell: what cannot be read, and what somebody else has changed meanwhile. */
@Component({
  selector: 'app-matrix-issues',
  host: { role: 'region', '[attr.aria-label]': 'texts.issues' },
  template: `
    @for (each of faults().slice(0, most); track each.cell) {
      <p class="bad-text">{{ each.cell }}: {{ each.why }}</p>
    }
    @if (faults().length > most) {
      <p class="bad-text">{{ texts.moreFaults(formats.count(faults().length - most)) }}</p>
    }
    @for (each of conflicts(); track each.cell) {
      <p class="warn-text" role="alert">
        {{ each.cell }}: {{ each.why }}
        <button type="button" class="chip" (click)="form.keepMine(each.viewId, each.conflict)">
          {{ words.conflict.mine(each.mine) }}
        </button>
        <button type="button" class="chip" (click)="form.takeTheirs(each.viewId, each.conflict.id)">
          {{ words.conflict.theirs(each.theirs) }}
        </button>
      </p>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s-1);
    }
    :host:empty {
      display: none;
    }
    p {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-2);
    }
  `,
})
export class MatrixIssues {
  protected readonly formats = inject(Formats);
  protected readonly form = inject(MatrixForm);
  protected readonly texts = MATRIX;
  protected readonly words = TARGETS;
  protected readonly most = MOST;

  protected readonly faults = computed(() =>
    (this.form.views() ?? []).flatMap(({ view, edits }) =>
      Object.entries(edits).flatMap(([id, { text }]) => {
        const { fault } = entered(text, fieldOf(id)?.unit);
        return fault === null ? [] : [{ cell: this.nameOf(view.name, id), why: fault }];
      }),
    ),
  );
  protected readonly conflicts = computed(() =>
    (this.form.views() ?? []).flatMap(({ view, targets, edits }) =>
      conflictsOf(edits, targets.raw).map((conflict) => ({
        viewId: view.id,
        cell: this.nameOf(view.name, conflict.id),
        conflict,
        why: TARGETS.conflict.text(TARGETS.news.somebody, this.valueOf(conflict)),
        mine: textOf(edits, conflict.id),
        theirs: this.valueOf(conflict),
      })),
    ),
  );

  private nameOf(view: string, id: string): string {
    return MATRIX.label(fieldLabel(this.formats, id), view);
  }

  private valueOf({ theirs }: Conflict): string {
    return valueLabel(this.formats, theirs.path, theirs.value);
  }
}

function textOf(edits: Edits, id: string): string {
  const text = edits[id]?.text ?? '';
  return text === '' ? TARGETS.noTarget : text;
}
