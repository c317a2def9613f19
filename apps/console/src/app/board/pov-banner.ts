import { Component, computed, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { BoardPanels } from './board-panels';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

/** Says whose board is shown and since when; one's own is one click away. */
@Component({
  selector: 'app-pov-banner',
  template: `
    <div>
      <b>{{ heading() }}</b>
      @if (store.isPovDefault()) {
        <span>{{ texts.isDefault }}</span>
      }
      @if (store.pov()?.note; as note) {
        <span>“{{ note }}”</span>
      }
      @if (store.canChange()) {
        <span class="quiet">{{ texts.own }}</span>
      }
    </div>
    <div class="buttons">
      <button
        type="button"
        class="button"
        [title]="texts.takeHint"
        [disabled]="store.isSaving()"
        (click)="panels.takePov()"
      >
        {{ texts.take }}
      </button>
      <button type="button" class="button" (click)="store.show('mine')">{{ texts.mine }}</button>
    </div>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s-2) var(--s-4);
      padding: var(--s-2) var(--s-3);
      background: var(--accent-soft);
      border: 1px solid var(--accent);
      border-radius: var(--r-2);
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s-3);
    }
    .buttons {
      margin-left: auto;
      gap: var(--s-2);
    }
  `,
})
export class PovBanner {
  private readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_PANELS.pov;

  protected readonly heading = computed(() => {
    const at = this.store.povAt();
    if (at !== null) return BOARD_PANELS.pov.banner(this.formats.at(at));
    const isFirst = (this.store.pov()?.revision ?? 0) === 0;
    return isFirst ? BOARD_PANELS.pov.unsaved : BOARD_PANELS.pov.wasReset;
  });
}
