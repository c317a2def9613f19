import { Injectable } from '@nestjs/common';
import type { BoardData, BoardRecord, DealRecord } from '@app/contracts';
import { type BoardKind, columnsOfBoard, type Day, dealsOfBoard, isoDay } from '@app/domain';
import { revisionOf } from '../datasets/dataset.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import { DealsService } from '../sales-records/deals.service.js';
import type { StoredView } from '../views/stored-view.js';

/** What a board is made of for everybody: its deals in their default order, and its goals. */
@Injectable()
export class BoardDataService {
  constructor(
    private readonly answers: AnswersService,
    private readonly deals: DealsService,
  ) {}

  async of(view: StoredView, board: BoardKind, asOf: Day | null): Promise<KeyedAnswer<BoardData>> {
    const clock = clockOf(asOf, await this.answers.defaults());
    return this.deals.following(view, (snapshot) =>
      this.answers.keyed(snapshot, ['board', board, clock], async (): Promise<BoardData> => {
        const deals = await this.deals.records(snapshot, dealsOfBoard(snapshot.sets, board), clock);
        return {
          ...boardFrame(snapshot, clock.asOf),
          deals: deals.map(boardRecord),
          goals: goalsOf(snapshot, board),
        };
      }),
    );
  }
}

/** What identifies the data of a board. */
export const boardFrame = ({ view, datasets }: Snapshot, asOf: Day) => ({
  view_id: view.id,
  revision: revisionOf(view, datasets),
  as_of: isoDay(asOf),
});

/** What a board knows of a deal: a board of thousands is sent whole, so it is not all there is. */
export const boardRecord = (deal: DealRecord): BoardRecord => ({
  id: deal.id,
  view_id: deal.view_id,
  view_name: deal.view_name,
  client: deal.client,
  hubspot_link: deal.hubspot_link,
  stage: deal.stage,
  show_noshow: deal.show_noshow,
  relevance: deal.relevance,
  owner: deal.owner,
  bdr: deal.bdr,
  source_group: deal.source_group,
  product: deal.product,
  type_of_deal: deal.type_of_deal,
  value: deal.value,
  age: deal.age,
  discovery_date: deal.discovery_date,
  poa_date: deal.poa_date,
});

const goalsOf = ({ targets }: Snapshot, board: BoardKind): BoardData['goals'] =>
  Object.fromEntries(
    columnsOfBoard(board).map(({ id, goal }) => [id, goal === null ? null : targets.keys[goal].value]),
  );
