import { Component, computed, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import {
  type ScreenBlock as ScreenBlockEntry,
  type ScreenEntry,
  type ScreenName,
  type ScreenRow,
  screenNamed,
  titleOf,
} from '@app/domain/screens';
import { BoardDeals } from '../board/board-deals';
import { BoardStore } from '../board/board-store';
import { Address } from '../session/address';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import { ScreenBlock } from './screen-block';
import { skeletonOf } from './skeleton-of';

/** A screen as its entry describes it: blocks in rows, from top to bottom. */
@Component({
  selector: 'app-screen',
  imports: [ScreenBlock, ScreenFrame],
  // What the board shows, the other blocks of its page tell in their numbers.
  providers: [BoardDeals, BoardStore],
  template: `
    <app-screen-frame
      #frame
      [heading]="title()"
      [screen]="screen"
      [cards]="skeleton.cards"
      [rows]="skeleton.rows"
    >
      @if (screen.shown(); as data) {
        @for (row of frame.isPainted() ? entry.rows : firstRows; track $index) {
          <section
            [class.narrow]="row.stacksBelow === 900"
            [class.roomy]="row.stacksBelow === 1440"
            [class.lead-first]="row.firstAloneBelow"
            [style.--tracks]="tracks(row)"
          >
            @for (block of blocksOf(row); track $index) {
              <app-screen-block [block]="block" [data]="data" />
            }
          </section>
        }
      }
    </app-screen-frame>
  `,
  styleUrl: './screen.page.css',
})
export class ScreenPage {
  /** The last part of the address is the name of the screen. */
  protected readonly entry: ScreenEntry = screenNamed(
    inject(ActivatedRoute).snapshot.url.at(-1)?.path as ScreenName,
  );
  private readonly address = inject(Address);
  protected readonly title = computed(() => this.address.person()?.name ?? titleOf(this.entry.name));
  protected readonly screen = screenOf(this.entry.name);
  /** What is in sight before anybody scrolls. */
  protected readonly firstRows = this.entry.rows.slice(0, 3);
  protected readonly skeleton = skeletonOf(this.entry);

  /** Those that say something of whom the page is about. */
  protected blocksOf({ blocks }: ScreenRow): readonly ScreenBlockEntry[] {
    const role = this.address.person()?.role;
    return blocks.filter((block) => block.kind !== 'table' || !block.notFor || block.notFor !== role);
  }

  protected tracks(row: ScreenRow): string {
    const widths = this.blocksOf(row).length === row.blocks.length ? (row.widths ?? [1]) : [1];
    return widths.map((width) => `minmax(0, ${String(width)}fr)`).join(' ');
  }
}
