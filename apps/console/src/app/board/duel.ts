import { Component, computed, inject } from '@angular/core';
import { type DuelRow, type DuelSide, boardTotals, columnsOfBoard, duelBetween } from '@app/domain/board';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { type BoardSide, BoardStore } from './board-store';
import { FileMenu } from './file-menu';
import { BOARD, DUEL } from './texts';

const SIDES = ['mine', 'pov', 'default'] as const satisfies readonly BoardSide[];

/**
 * Two boards against each other: what they come to and why, then each deal in dispute, which can be taken over into
 * one's own draft. Who stands against whom is in the address.
 */
@Component({
  selector: 'app-duel',
  imports: [DrawerLinkButton, FileMenu],
  templateUrl: './duel.html',
  styleUrl: './duel.css',
})
export class Duel {
  private readonly address = inject(Address);
  protected readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  protected readonly texts = DUEL;
  protected readonly sides = SIDES;

  protected readonly chosen = computed((): readonly [BoardSide, BoardSide] => {
    const [left, right] = (this.address.parameter('duel') ?? '').split('-').map(sideOf);
    return [left ?? 'mine', right ?? (this.store.povAt() === null ? 'default' : 'pov')];
  });
  private readonly boards = computed(() => {
    const [left, right] = this.chosen().map((side) => this.store.boardOf(side));
    return left && right ? { left, right } : null;
  });
  private readonly duel = computed(() => {
    const boards = this.boards();
    return boards ? duelBetween(boards.left, boards.right, this.store.isOfFilter()) : null;
  });
  /** What both boards come to. */
  protected readonly totals = computed(() => {
    const boards = this.boards();
    if (!boards) return [];
    return [boards.left, boards.right].map((board, at) => ({
      name: DUEL.names[this.chosen()[at] ?? 'mine'],
      projected: this.formats.money(boardTotals(board, {}, this.store.isOfFilter()).total.projected),
    }));
  });
  protected readonly difference = computed(() => this.signed(this.duel()?.causes.difference ?? 0));
  protected readonly causes = computed(() => {
    const { column, probability, hidden } = this.duel()?.causes ?? {};
    if (!column || !probability || !hidden) return [];
    const counted = (count: number) => this.formats.count(count);
    return [
      DUEL.causes.column(counted(column.deals), this.formats.money(column.projected)),
      DUEL.causes.probability(counted(probability.deals), this.signed(probability.difference)),
      DUEL.causes.hidden(counted(hidden.deals), this.signed(hidden.difference)),
    ];
  });
  protected readonly rows = computed(() => (this.duel()?.rows ?? []).map((row) => this.lineOf(row)));
  /** The side that is taken over into one's own board; null where one's own is not compared. */
  protected readonly from = computed((): BoardSide | null => {
    const [left, right] = this.chosen();
    if (left === right) return null;
    if (left === 'mine') return right;
    return right === 'mine' ? left : null;
  });

  protected choose(at: 0 | 1, { target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const sides = this.chosen().map((side, each) => (each === at ? target.value : side));
    this.address.replace({ duel: sides.join('-') });
  }

  protected accept(key: string): void {
    const from = this.from();
    if (from) this.store.accept(from, key);
  }

  protected acceptAll(): void {
    const from = this.from();
    if (from) this.store.acceptAll(from);
  }

  private lineOf({ key, deal, left, right, disputed }: DuelRow) {
    const [leftName, rightName] = this.chosen().map((side) => DUEL.names[side]);
    return {
      key,
      link: dealLink(deal),
      client: deal.client || BOARD.noClient,
      who: deal.owner ?? BOARD.nobody,
      value: deal.value === null ? BOARD.noValue : this.formats.moneyShort(deal.value),
      disputed: this.formats.money(disputed),
      sides: [
        { name: leftName, words: this.wordsOf(left, right) },
        { name: rightName, words: this.wordsOf(right, left) },
      ],
    };
  }

  /** Column and probability; what it brings. */
  private wordsOf({ column, probability, hidden, projected }: DuelSide, other: DuelSide) {
    if (hidden) return { text: DUEL.hidden, isOther: !other.hidden };
    const label = columnsOfBoard('projections').find(({ id }) => id === column)?.label ?? column;
    const percent = probability === null ? '' : BOARD.percent(probability);
    return {
      text: `${label} · ${percent} ${BOARD.projected(this.formats.moneyShort(projected))}`,
      isOther: column !== other.column || probability !== other.probability,
    };
  }

  private signed(amount: number): string {
    const words = this.formats.money(Math.abs(amount));
    if (amount === 0) return words;
    return amount > 0 ? `+${words}` : `−${words}`;
  }
}

const sideOf = (text: string): BoardSide | undefined => SIDES.find((side) => side === text);
