import { Injectable } from '@nestjs/common';
import type { RemovedDealPage } from '@app/contracts';
import { fold, normaliseStored, recordSetOf } from '@app/domain';
import { foreignCursor, fromCursor, toCursor, type WantedPage } from '../http/cursor.js';
import { AnswersService } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import type { StoredView } from '../views/stored-view.js';
import { DealHistoryRepository } from './deal-history.repository.js';
import { dealRecord, spellingsOf } from './deal-record.js';
import { type GoneDeal, GoneDealsService } from './gone-deals.service.js';
import type { RemovedDealsArguments } from './record-parameters.js';

/** Deals that publishes removed, page by page. */
@Injectable()
export class RemovedDealsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly history: DealHistoryRepository,
    private readonly gone: GoneDealsService,
  ) {}

  async page(
    view: StoredView,
    { search, asOf, limit, cursor }: RemovedDealsArguments & WantedPage,
  ): Promise<RemovedDealPage> {
    const snapshot = await this.answers.snapshotOf(view);
    const question = clockOf(asOf, await this.answers.defaults());
    const gone = matching(await this.gone.of(snapshot), fold(search ?? ''));
    const start = cursor === null ? 0 : offsetOf(cursor);
    const page = gone.slice(start, start + limit);
    const stored = await this.history.recordsOf(page);
    const clock = { question, spellings: spellingsOf(snapshot.sets) };
    const items = page.flatMap(({ source, removed }, at) => {
      const dataset = snapshot.datasets[source];
      if (!dataset) return [];
      const record = stored[at] ?? {};
      const set = recordSetOf([normaliseStored(record)]);
      const deal = dealRecord(record, { set: 0, position: 0 }, { ...dataset, set }, clock);
      return [{ deal, removed }];
    });
    const next = start + limit < gone.length ? toCursor({ removed: start + limit }) : null;
    return { items, next_cursor: next, total: gone.length };
  }
}

/** Those whose client has the text in it. */
const matching = (gone: readonly GoneDeal[], search: string): readonly GoneDeal[] =>
  search === '' ? gone : gone.filter(({ client }) => client.includes(search));

function offsetOf(cursor: string): number {
  const { removed } = fromCursor(cursor);
  if (typeof removed !== 'number' || !Number.isSafeInteger(removed) || removed < 0) throw foreignCursor();
  return removed;
}
