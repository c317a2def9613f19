import { Component, computed, inject } from '@angular/core';
import type { BoardRecord } from '@app/contracts';
import type { DuelRow } from '@app/domain/board';
import { Formats } from '../ui/base/formats';
import { dealLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { PersonName } from '../ui/links/person-name';
import { BoardEdits } from './board-edits';
import { type BoardSide, BoardStore } from './board-store';
import { clientOf } from './card-words';
import { DuelBoards, SIDES } from './duel-boards';
import { amountsOf, causesOf, sidesOf } from './duel-words';
import { FileMenu } from './file-menu';
import { StayFocused } from './stay-focused';
import { DUEL } from './duel.texts';
import { BOARD } from './texts';

/**
 * Two boards against each other: what they come to and why, then each deal in dispute, which can be taken over into
 * one's own draft.
 */
@Component({
  selector: 'app-duel',
  imports: [DrawerLinkButton, FileMenu, PersonName, StayFocused],
  templateUrl: './duel.html',
  styleUrl: './duel.css',
})
export class Duel {
  protected readonly formats = inject(Formats);
  protected readonly store = inject(BoardStore);
  protected readonly boards = inject(DuelBoards);
  private readonly edits = inject(BoardEdits);
  protected readonly texts = DUEL;
  protected readonly nobody = BOARD.nobody;
  protected readonly sides = SIDES;

  protected readonly names = computed(() => {
    const [left, right] = this.boards.chosen();
    return [DUEL.names[left], DUEL.names[right]] as const;
  });
  private readonly amounts = computed(() => {
    const [duel, projected] = [this.boards.duel(), this.boards.projected()];
    return duel ? amountsOf(projected, duel.causes, this.formats) : this.formats.together(projected);
  });
  /** What both boards come to. */
  protected readonly totals = computed(() =>
    this.boards.projected().map((projected) => this.amounts().money(projected)),
  );
  protected readonly difference = computed(() =>
    this.amounts().difference(this.boards.duel()?.causes.difference ?? 0),
  );
  protected readonly causes = computed(() => {
    const duel = this.boards.duel();
    if (!duel) return [];
    return causesOf(duel.causes, this.amounts(), this.formats).map(({ why, deals, money }) =>
      DUEL.causes.of(why, deals, money),
    );
  });
  protected readonly rows = computed(() => this.boards.duel()?.rows.map((row) => this.lineOf(row)) ?? []);
  /** Said where there is nothing to list. */
  protected readonly nothing = computed(() => {
    const [left, right] = this.boards.chosen();
    if (left === right) return DUEL.same(DUEL.names[left]);
    return DUEL.agree(...this.names(), this.totals()[0] ?? '');
  });
  /** A point of view that nobody has saved is the default board. */
  protected readonly isPovUnsaved = computed(
    () => this.store.isPovDefault() && this.boards.chosen().includes('pov'),
  );
  /** The side that is taken over into one's own board; null where one's own is not compared. */
  protected readonly from = computed((): BoardSide | null => {
    const [left, right] = this.boards.chosen();
    if (left === right) return null;
    if (left === 'mine') return right;
    return right === 'mine' ? left : null;
  });

  protected choose(at: 0 | 1, { target }: Event): void {
    if (target instanceof HTMLSelectElement) this.boards.choose(at, target.value);
  }

  protected accept(key: string): void {
    const from = this.from();
    if (from) this.edits.accept(from, key);
  }

  protected acceptAll(): void {
    const from = this.from();
    if (from) this.edits.acceptAll(from);
  }

  private lineOf({ key, deal, disputed, difference, ...sides }: DuelRow<BoardRecord>) {
    return {
      key,
      link: dealLink(deal),
      client: clientOf(deal),
      owner: deal.owner,
      value: deal.value === null ? BOARD.noValue : this.formats.moneyShort(deal.value),
      sides: sidesOf(sides, (amount) => this.formats.moneyShort(amount)),
      disputed: this.formats.money(disputed),
      difference: this.formats.moneyDifference(difference),
      isSameTotal: difference === 0,
    };
  }
}
