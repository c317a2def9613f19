import { Component, inject } from '@angular/core';
import { BoardPanels } from './board-panels';
import { BoardSaves } from './board-saves';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';
import { WholeBoard } from './whole-board';

/** Asks before a board goes back to its default. */
@Component({
  selector: 'app-reset-panel',
  imports: [WholeBoard],
  template: `
    <h3>{{ texts.heading }}</h3>
    <app-whole-board />
    <p class="quiet">{{ texts.hint }}</p>
    @if (store.shows() === 'pov') {
      <p class="quiet">{{ texts.pov }}</p>
    }
    <div class="buttons">
      <button type="button" class="button primary" [disabled]="store.isSaving()" (click)="reset()">
        {{ texts.go }}
      </button>
      <button type="button" class="button" (click)="panels.close()">{{ texts.keep }}</button>
    </div>
  `,
  styleUrl: './panel.css',
})
export class ResetPanel {
  protected readonly store = inject(BoardStore);
  private readonly saves = inject(BoardSaves);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_PANELS.reset;

  protected async reset(): Promise<void> {
    await this.saves.reset();
    this.panels.close();
  }
}
