import { Component, computed, inject, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { ageBand } from '@app/domain/board';
import { Address } from '../session/address';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { PersonName } from '../ui/links/person-name';
import { Formats } from '../ui/base/formats';
import { BoardActions } from './board-actions';
import { ageOf, clientOf, poaOf } from './card-words';
import type { ShownCard } from './shown-board';
import { BOARD } from './texts';
import { stageName } from '../ui/base/stage-name';

/**
 * A deal on a board: owner, value, age and probability. A click on the client opens it; with arrow keys and Space on
 * the client it is moved. Only one card of a board is reached by Tab.
 */
@Component({
  selector: 'app-board-card',
  imports: [DrawerLinkButton, Icon, PersonName],
  templateUrl: './board-card.html',
  styleUrl: './board-card.css',
})
export class BoardCard {
  protected readonly formats = inject(Formats);
  private readonly address = inject(Address);
  protected readonly actions = inject(BoardActions);
  protected readonly texts = BOARD;
  protected readonly probabilities = [50, 75, 90] as const;

  readonly card = input.required<ShownCard>();
  /** Stages that its column stands for. */
  readonly stages = input.required<readonly string[]>();

  protected readonly stop = computed(() => (this.actions.stop() === this.card().key ? 0 : -1));
  protected readonly link = computed(() => dealLink(this.card().deal));
  protected readonly client = computed(() => clientOf(this.card().deal));
  /** On a master, the view is named too. */
  protected readonly view = computed(() =>
    this.address.view()?.is_master ? this.card().deal.view_name : '',
  );
  protected readonly band = computed(() => ageBand(this.card().deal.age));
  protected readonly age = computed(() => ageOf(this.card().deal, this.formats));
  protected readonly discovered = computed(() =>
    BOARD.discovered(this.formats.date(this.card().deal.discovery_date)),
  );
  protected readonly poa = computed(() => {
    const day = poaOf(this.card().deal, this.formats);
    return day === '' ? '' : BOARD.poa(day);
  });
  /** Named where the column does not say it. */
  protected readonly stage = computed(() => {
    const { stage } = this.card().deal;
    return this.stages().includes(stage) ? '' : stageName(stage);
  });
  protected readonly projected = computed(() => {
    const { projected } = this.card();
    return projected === null ? '' : BOARD.projected(this.formats.moneyShort(projected));
  });
}
