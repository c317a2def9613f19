import { Injectable } from '@nestjs/common';
import type { RemovedDealPage } from '@app/contracts';
import { fold, normaliseStored, recordSetOf } from '@app/domain';
import type { Dataset } from '../datasets/dataset.js';
import { RecordsRepository } from '../datasets/records.repository.js';
import { foreignCursor, fromCursor, toCursor, type WantedPage } from '../http/cursor.js';
import { AnswersService } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import type { StoredView } from '../views/stored-view.js';
import { DealHistoryRepository, type Removal } from './deal-history.repository.js';
import { dealRecord, spellingsOf } from './deal-record.js';
import type { RemovedDealsArguments } from './record-parameters.js';

/** A deal that went, and the data it was in. */
interface Gone {
  readonly dataset: Dataset;
  readonly removal: Removal;
}

/** Deals that publishes removed, and that have not come back since. */
@Injectable()
export class RemovedDealsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly history: DealHistoryRepository,
    private readonly records: RecordsRepository,
  ) {}

  async page(
    view: StoredView,
    { search, asOf, limit, cursor }: RemovedDealsArguments & WantedPage,
  ): Promise<RemovedDealPage> {
    const snapshot = await this.answers.snapshotOf(view);
    const question = clockOf(asOf, await this.answers.defaults());
    const gone = await this.gone(snapshot.datasets, fold(search ?? ''));
    const start = cursor === null ? 0 : offsetOf(cursor);
    const page = gone.slice(start, start + limit);
    const stored = await this.history.recordsOf(page.map(({ removal }) => removal));
    const clock = { question, spellings: spellingsOf(snapshot.sets) };
    const items = page.map(({ dataset, removal }, at) => {
      const record = stored[at] ?? {};
      const set = recordSetOf([normaliseStored(record)]);
      const deal = dealRecord(record, { set: 0, position: 0 }, { ...dataset, set }, clock);
      return { deal, removed: removal.removed };
    });
    const next = start + limit < gone.length ? toCursor({ removed: start + limit }) : null;
    return { items, next_cursor: next, total: gone.length };
  }

  /** Those whose client has the text in it, the last to go first. */
  private async gone(datasets: readonly Dataset[], search: string): Promise<Gone[]> {
    const all = await Promise.all(datasets.map((dataset) => this.goneOf(dataset)));
    return all
      .flat()
      .filter(({ removal }) => search === '' || fold(removal.client).includes(search))
      .sort((one, other) => (other.removal.removed.at ?? '').localeCompare(one.removal.removed.at ?? ''));
  }

  private async goneOf(dataset: Dataset): Promise<Gone[]> {
    const { id, collection } = dataset.view;
    const removals = await this.history.removals(id);
    const ids = removals.map(({ dealId }) => dealId);
    const back = collection === null ? new Set() : await this.records.dealIdsAmong(collection, ids);
    return removals.filter(({ dealId }) => !back.has(dealId)).map((removal) => ({ dataset, removal }));
  }
}

function offsetOf(cursor: string): number {
  const { removed } = fromCursor(cursor);
  if (typeof removed !== 'number' || !Number.isSafeInteger(removed) || removed < 0) throw foreignCursor();
  return removed;
}
