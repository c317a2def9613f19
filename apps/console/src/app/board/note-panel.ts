import { Component, computed, inject, signal } from '@angular/core';
import { BoardPanels } from './board-panels';
import { BoardSaves } from './board-saves';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

/** Characters of a note. */
const LONGEST = 255;
const NEAR_END = 55;

/** Saves the board that everybody reads, with what its owner says of it. */
@Component({
  selector: 'app-note-panel',
  template: `
    <form (submit)="save($event)">
      <h3>{{ texts.heading }}</h3>
      <label>
        <span class="quiet">{{ texts.label }}</span>
        <input
          type="text"
          class="field"
          [attr.maxlength]="longest"
          autocomplete="off"
          [value]="note()"
          (input)="type($event)"
        />
        <span class="quiet" role="status">{{ left() }}</span>
      </label>
      <div class="buttons">
        <button type="submit" class="button primary" [disabled]="store.isSaving()">{{ texts.go }}</button>
        <button type="button" class="button" (click)="panels.close()">{{ texts.keep }}</button>
      </div>
    </form>
  `,
  styleUrl: './panel.css',
  styles: `
    label {
      display: grid;
      gap: var(--s-1);
      margin-top: var(--s-2);
      max-width: 560px;
    }
  `,
})
export class NotePanel {
  protected readonly store = inject(BoardStore);
  private readonly saves = inject(BoardSaves);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_PANELS.note;
  protected readonly note = signal(this.store.pov()?.note ?? '');
  protected readonly longest = LONGEST;
  /** Said near the end: a field that takes no more says nothing by itself. */
  protected readonly left = computed(() => {
    const left = LONGEST - this.note().length;
    if (left > NEAR_END) return '';
    return left > 0 ? BOARD_PANELS.note.left(left) : BOARD_PANELS.note.full(LONGEST);
  });

  protected type({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.note.set(target.value);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.saves.save(this.note().trim() || null);
    this.panels.close();
  }
}
