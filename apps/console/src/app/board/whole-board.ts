import { Component, computed, inject } from '@angular/core';
import { Formats } from '../ui/base/formats';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

/** Says before something is done to a whole board that the filters show a part of it only. */
@Component({
  selector: 'app-whole-board',
  template: `
    @if (words(); as words) {
      <p>{{ words }}</p>
    }
  `,
})
export class WholeBoard {
  private readonly formats = inject(Formats);
  private readonly store = inject(BoardStore);

  protected readonly words = computed(() => {
    const count = this.store.outOfFilter();
    return count === 0 ? '' : BOARD_PANELS.whole(this.formats.count(count));
  });
}
