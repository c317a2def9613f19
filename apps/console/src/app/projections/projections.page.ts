import { Component, computed, inject } from '@angular/core';
import type { ProjectionsScreen } from '@app/contracts';
import { Board } from '../board/board';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import { Owners } from '../session/owners';
import { Address } from '../session/address';
import { MetricTable } from '../ui/metric-table/metric-table';
import { hasSampleTarget } from '../ui/numbers/number-notes';
import { TEXTS } from '../ui/base/texts';
import { linkOfColumn, withColumnLinks } from './column-links';
import { FigureBand } from './figure-band';
import { NextDaysCard } from './next-days-card';
import { PROJECTIONS } from './texts';

/** What is about to close: what it comes to, who is met in the next days, and when it is expected. */
@Component({
  selector: 'app-projections',
  imports: [Board, FigureBand, MetricTable, NextDaysCard, ScreenFrame],
  templateUrl: './projections.page.html',
  styleUrl: './projections.page.css',
})
export class ProjectionsPage {
  private readonly people = inject(Owners);
  private readonly address = inject(Address);
  protected readonly screen = screenOf<ProjectionsScreen>('projections');
  protected readonly texts = PROJECTIONS;
  protected readonly linkOfColumn = linkOfColumn;
  protected readonly skeleton = [
    { height: 620, widths: [1, 3] },
    { height: 280, widths: [1] },
  ];

  protected readonly aside = computed(() => {
    const owners = this.address.owners();
    const { all, filtered, sampled } = PROJECTIONS.board;
    const whose = owners.length === 0 ? all : filtered(owners.map((owner) => this.nameOf(owner)).join(', '));
    const { board = [], notes = {} } = this.screen.shown() ?? {};
    return board.some(({ id }) => hasSampleTarget(notes[id])) ? `${whose} · ${sampled}` : whose;
  });
  protected readonly owners = computed(() => {
    const screen = this.screen.shown();
    return screen && withColumnLinks(screen.owners);
  });

  /** The address knows people by name or by key; the data knows how they are written. */
  private nameOf(owner: string): string {
    if (owner === '') return TEXTS.unassigned;
    return this.people.rows().find(({ key }) => key === owner)?.label ?? owner;
  }
}
