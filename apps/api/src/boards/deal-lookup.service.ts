import { Injectable } from '@nestjs/common';
import type { BoardRecord, BoardRecords, LookedUpDeal } from '@app/contracts';
import {
  type BoardKind,
  dealsOfBoard,
  type Day,
  fold,
  normaliseStored,
  perRecordSets,
  positionsOfClient,
  type Question,
  type RecordRef,
} from '@app/domain';
import type { Dataset } from '../datasets/dataset.js';
import { RecordsRepository, type StoredRecord } from '../datasets/records.repository.js';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import { DealsService } from '../sales-records/deals.service.js';
import type { StoredView } from '../views/stored-view.js';
import { boardFrame, boardRecord } from './board-data.service.js';

/**
 * Deals of one client that are looked at, the last of the sheet: a client with more of them says nothing about a saved
 * deal, and a text such as "unknown" may stand in every row.
 */
const MOST_OF_A_CLIENT = 50;

/** What is looked for: ids of deals, and folded clients. */
interface Wanted {
  readonly ids: ReadonlySet<string>;
  readonly clients: ReadonlySet<string>;
}

/** What became of saved deals that their board has no more: closed, lost, or in the data under another id. */
@Injectable()
export class DealLookupService {
  /** Places of the deals that a board shows, for as long as the data stays. */
  private readonly shown: Readonly<Record<BoardKind, (snapshot: Snapshot) => ReadonlySet<string>>> = {
    projections: shownBy('projections'),
    pipeline: shownBy('pipeline'),
  };

  constructor(
    private readonly answers: AnswersService,
    private readonly deals: DealsService,
    private readonly records: RecordsRepository,
  ) {}

  /** The deals of the data that the board does not show and that have one of the ids or clients. */
  async of(
    view: StoredView,
    board: BoardKind,
    deals: readonly LookedUpDeal[],
    asOf: Day | null,
  ): Promise<BoardRecords> {
    const clock = clockOf(asOf, await this.answers.defaults());
    return this.deals.steadily(view, async (snapshot) => ({
      ...boardFrame(snapshot, clock.asOf),
      deals: await this.on(snapshot, board, deals, clock),
    }));
  }

  /**
   * The same of data that the caller names.
   *
   * @throws CollectionMovedError when a publish replaced the data since: see DealsService.steadily
   */
  async on(
    snapshot: Snapshot,
    board: BoardKind,
    deals: readonly LookedUpDeal[],
    clock: Pick<Question, 'asOf' | 'weights'>,
  ): Promise<BoardRecord[]> {
    const wanted = wantedOf(deals);
    const shown = this.shown[board](snapshot);
    const refs = (await this.candidates(snapshot, wanted)).filter((ref) => !shown.has(placeOf(ref)));
    const found = await this.deals.records(snapshot, refs, clock);
    return found.filter(({ id, client }) => isWanted(wanted, id, client)).map(boardRecord);
  }

  /** Places of the records of all clients that are asked for, also of those whose deals have one of the ids. */
  private async candidates({ datasets }: Snapshot, wanted: Wanted): Promise<RecordRef[]> {
    const places = datasets.map(async (dataset, set): Promise<RecordRef[]> => {
      const byId = await this.byId(dataset, wanted);
      const named = [...wanted.clients].flatMap((client) => [
        ...positionsOfClient(dataset.set, client).slice(-MOST_OF_A_CLIENT),
      ]);
      return [...new Set([...named, ...byId])].map((position) => ({ set, position }));
    });
    return (await Promise.all(places)).flat();
  }

  /** The set knows no ids: the database does, by an index, and the client leads to the place in the set. */
  private async byId(dataset: Dataset, { ids }: Wanted): Promise<number[]> {
    const { collection } = dataset.view;
    if (collection === null || ids.size === 0) return [];
    const stored = await this.records.byDealIds(collection, [...ids]);
    return stored.flatMap((record) => placesOf(dataset, record));
  }
}

const wantedOf = (deals: readonly LookedUpDeal[]): Wanted => ({
  ids: new Set(deals.map(({ id }) => id ?? '').filter((id) => id !== '')),
  clients: new Set(deals.map(({ client }) => fold(client ?? '')).filter((client) => client !== '')),
});

const isWanted = ({ ids, clients }: Wanted, id: string, client: string): boolean =>
  ids.has(id) || clients.has(fold(client));

function placesOf({ set, refs }: Dataset, record: StoredRecord): number[] {
  const client = fold(normaliseStored(record).client);
  const isIt = (position: number) => String(refs.at(position)) === String(record._id);
  const place = positionsOfClient(set, client).find(isIt);
  return place === undefined ? [] : [place];
}

function shownBy(board: BoardKind): (snapshot: Snapshot) => ReadonlySet<string> {
  const places = perRecordSets((sets) => new Set(dealsOfBoard(sets, board).map(placeOf)));
  return ({ sets }) => places(sets);
}

const placeOf = ({ set, position }: RecordRef): string => `${set}/${position}`;
