import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { BoardSaves } from './board-saves';
import { BoardStore } from './board-store';
import { conflictLines } from './conflict-lines';
import type { SaveConflict } from './save-conflict';
import { BOARD_PANELS } from './texts';

/** Tells who saved the board meanwhile, and asks what becomes of both. */
@Component({
  selector: 'app-conflict-box',
  host: { role: 'alert' },
  template: `
    <h3>{{ heading() }}</h3>
    <p>{{ texts.hint }}</p>
    <p>{{ mergeHint() }}</p>
    <ul>
      @for (line of lines(); track line.key) {
        <li>{{ line.words }}</li>
      }
    </ul>
    <div class="buttons">
      <button
        type="button"
        class="button primary"
        [disabled]="store.isSaving()"
        (click)="saves.resolve('merge')"
      >
        {{ texts.merge }}
      </button>
      <button type="button" class="button" [disabled]="store.isSaving()" (click)="saves.resolve('keepMine')">
        {{ texts.mine }}
      </button>
      <button
        type="button"
        class="button"
        [disabled]="store.isSaving()"
        (click)="saves.resolve('takeTheirs')"
      >
        {{ texts.theirs }}
      </button>
    </div>
  `,
  styleUrl: './panel.css',
  styles: `
    :host {
      background: var(--warn-soft);
      border-color: var(--warn);
    }
    ul {
      max-height: 200px;
    }
  `,
})
export class ConflictBox {
  private readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  protected readonly saves = inject(BoardSaves);
  protected readonly texts = BOARD_PANELS.conflict;

  readonly conflict = input.required<SaveConflict>();

  protected readonly heading = computed(() => {
    const { saved_by, updated_at } = this.conflict().theirs;
    const when = this.formats.at(updated_at);
    return saved_by ? this.texts.headingBy(saved_by, when) : this.texts.heading(when);
  });
  protected readonly lines = computed(() => conflictLines(this.conflict().merged.conflicts));
  protected readonly mergeHint = computed(() =>
    this.texts.mergeHint(this.formats.count(this.lines().length)),
  );
}
