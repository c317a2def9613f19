import { Component, inject } from '@angular/core';
import { BoardPanels } from './board-panels';
import { BoardSaves } from './board-saves';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';
import { WholeBoard } from './whole-board';

/** Asks before the point of view becomes one's own board where the filters show a part of it only. */
@Component({
  selector: 'app-take-panel',
  imports: [WholeBoard],
  template: `
    <h3>{{ texts.heading }}</h3>
    <app-whole-board />
    <p class="quiet">{{ texts.hint }}</p>
    <div class="buttons">
      <button type="button" class="button primary" [disabled]="store.isSaving()" (click)="take()">
        {{ texts.go }}
      </button>
      <button type="button" class="button" (click)="store.show('duel')">{{ texts.part }}</button>
      <button type="button" class="button" (click)="panels.close()">{{ texts.keep }}</button>
    </div>
  `,
  styleUrl: './panel.css',
})
export class TakePanel {
  protected readonly store = inject(BoardStore);
  private readonly saves = inject(BoardSaves);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_PANELS.take;

  protected async take(): Promise<void> {
    await this.saves.takePov();
    this.panels.close();
  }
}
