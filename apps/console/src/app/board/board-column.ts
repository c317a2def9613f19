import { Component, computed, inject, input } from '@angular/core';
import type { BoardColumn as Column } from '@app/contracts';
import { columnLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { Meter } from '../ui/meter';
import { TEXTS } from '../ui/base/texts';
import { BoardCard } from './board-card';
import { BOARD } from './texts';

/** A column: its totals and its first deals; both open all of them. */
@Component({
  selector: 'app-board-column',
  imports: [BoardCard, DrawerLinkButton, Meter],
  templateUrl: './board-column.html',
  styleUrl: './board-column.css',
})
export class BoardColumn {
  protected readonly formats = inject(Formats);
  protected readonly texts = BOARD;

  readonly column = input.required<Column>();

  protected readonly link = computed(() => columnLink(this.column().id));
  protected readonly counted = computed(() => {
    const { deals } = this.column();
    return TEXTS.deals(this.formats.count(deals), deals === 1);
  });
  /** A column that is not a stage itself names the stages that fill it. */
  protected readonly filledBy = computed(() =>
    this.column().projected === null ? '' : BOARD.filledBy(this.column().stages.map(stageName)),
  );
  protected readonly goal = computed(() => {
    const { goal, progress } = this.column();
    return goal === null ? '' : BOARD.goal(this.formats.moneyShort(goal), this.formats.share(progress));
  });
}

/** `legals` of `B Legals`, as written within a sentence. */
const stageName = (stage: string) => {
  const name = stage.replace(/^[A-H] /, '');
  return name.startsWith('POA') ? name : name.charAt(0).toLowerCase() + name.slice(1);
};
