import { Component, computed, inject, input } from '@angular/core';
import type { ScreenAnswer } from '@app/contracts';
import { Board } from '../board/board';
import { Owners } from '../session/owners';
import { Address } from '../session/address';
import { TEXTS } from '../ui/base/texts';
import { hasSampleTarget } from '../ui/numbers/number-notes';
import { CLOSING_BOARD } from './texts';

/** Closing Projections: whose deals its totals are about, and whether its goals came with the sample. */
@Component({
  selector: 'app-closing-board',
  imports: [Board],
  template: `
    <app-board class="card" [heading]="texts.heading" [aside]="aside()" [columns]="screen().board" />
  `,
  styles: `
    :host {
      display: grid;
      min-width: 0;
    }
    app-board {
      --board-height: 480px;
    }
  `,
})
export class ClosingBoard {
  private readonly people = inject(Owners);
  private readonly address = inject(Address);
  protected readonly texts = CLOSING_BOARD;

  readonly screen = input.required<ScreenAnswer<'projections'>>();

  protected readonly aside = computed(() => {
    const owners = this.address.owners();
    const { all, filtered, sampled } = CLOSING_BOARD;
    const whose = owners.length === 0 ? all : filtered(owners.map((owner) => this.nameOf(owner)).join(', '));
    const { board, notes } = this.screen();
    return board.some(({ id }) => hasSampleTarget(notes[id])) ? `${whose} · ${sampled}` : whose;
  });

  /** The address knows people by name or by key; the data knows how they are written. */
  private nameOf(owner: string): string {
    if (owner === '') return TEXTS.unassigned;
    return this.people.rows().find(({ key }) => key === owner)?.label ?? owner;
  }
}
