import { Component, computed, inject } from '@angular/core';
import type { ColumnEntry } from '@app/domain/board';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { BoardPanels } from './board-panels';
import { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

/** Deals that were recognised by less than their id: a person should look at them. */
@Component({
  selector: 'app-doubtful-panel',
  template: `
    <div class="head">
      <h3>{{ texts.heading }}</h3>
      <span class="quiet">{{ texts.hint }}</span>
      <button type="button" class="link" (click)="panels.close()">{{ close }}</button>
    </div>
    <ul>
      @for (line of lines(); track line.key) {
        <li>
          <b>{{ line.client }}</b>
          <span class="quiet">{{ line.reason }}</span>
          @if (line.isOnBoard) {
            <button
              type="button"
              class="link"
              [attr.aria-label]="texts.lookAt(line.client)"
              (click)="address.replace({ card: line.key })"
            >
              {{ texts.look }}
            </button>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './panel.css',
})
export class DoubtfulPanel {
  private readonly formats = inject(Formats);
  private readonly store = inject(BoardStore);
  protected readonly address = inject(Address);
  protected readonly panels = inject(BoardPanels);
  protected readonly texts = BOARD_PANELS.doubtful;
  protected readonly close = BOARD_PANELS.close;

  protected readonly lines = computed(() =>
    (this.store.doubtful() ?? []).map((entry) => ({
      key: entry.key,
      client: entry.deal?.client ?? BOARD_PANELS.apart.unnamed,
      reason: this.reasonOf(entry),
      isOnBoard: entry.is === 'placed' && !entry.hidden,
    })),
  );

  private reasonOf({ match }: ColumnEntry): string {
    const { by } = this.texts;
    if (match?.by === 'id') return by.id;
    if (match?.by === 'client_stage') return by.client_stage(this.formats.count(match.alike));
    return match === null ? by.none : by.client;
  }
}
