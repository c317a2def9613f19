import { Injectable } from '@nestjs/common';
import type { BoardRecord } from '@app/contracts';
import {
  applyBoard,
  type Board,
  type BoardKind,
  dealsOfBoard,
  type Question,
  type SavedBoard,
  soughtDeals,
} from '@app/domain';
import type { Snapshot } from '../questions/answers.service.js';
import { DealsService } from '../sales-records/deals.service.js';
import { boardRecord } from './board-data.service.js';
import { DealLookupService } from './deal-lookup.service.js';

/** Saved boards over the deals of the data, as the console makes them. */
@Injectable()
export class BoardMakingService {
  constructor(
    private readonly deals: DealsService,
    private readonly lookup: DealLookupService,
  ) {}

  /**
   * @param saved null for the default board
   * @throws CollectionMovedError when a publish replaced the data since: see DealsService.steadily
   */
  async of(
    snapshot: Snapshot,
    board: BoardKind,
    saved: SavedBoard | null,
    clock: Pick<Question, 'asOf' | 'weights'>,
  ): Promise<Board<BoardRecord>> {
    const records = await this.deals.records(snapshot, dealsOfBoard(snapshot.sets, board), clock);
    const deals = records.map(boardRecord);
    const sought = saved === null ? [] : soughtDeals(saved, deals);
    const found = sought.length === 0 ? [] : await this.lookup.on(snapshot, board, sought, clock);
    return applyBoard(saved, [...deals, ...found], board);
  }
}
