import { Injectable } from '@nestjs/common';
import type { TodayItem, TodayPage } from '@app/contracts';
import { agenda, type AgendaItem, type FindingsQuestion, isoDay } from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import { answerKey, type KeyedAnswer } from '../http/keyed-answer.js';
import { DealsService } from '../sales-records/deals.service.js';
import { nextCursor, readPage } from '../sales-records/page-cursor.js';
import type { StoredView } from '../views/stored-view.js';
import type { TodayArguments } from './attention-parameters.js';
import { SetsMemory } from './sets-memory.js';

/** How many things to do are kept for the same records, over different filters. */
const MAX_ITEMS = 200_000;

/** What there is to do today, with the deals it is about. */
@Injectable()
export class TodayService {
  private readonly due = new SetsMemory(agenda, MAX_ITEMS);

  constructor(
    private readonly answers: AnswersService,
    private readonly deals: DealsService,
  ) {}

  /**
   * The first things to do, and how many there are.
   *
   * @throws CollectionMovedError when a publish replaced the data since: see DealsService.steadily
   */
  async first(
    snapshot: Snapshot,
    question: FindingsQuestion,
    count: number,
  ): Promise<{ items: TodayItem[]; total: number }> {
    const all = this.due.of(snapshot.sets, question);
    return { items: await this.items(snapshot, all.slice(0, count), question), total: all.length };
  }

  /** The first meetings of today and the six days after, by date, and how many there are. */
  async meetings(
    snapshot: Snapshot,
    question: FindingsQuestion,
    count: number,
  ): Promise<{ items: TodayItem[]; total: number }> {
    const all = this.due.of(snapshot.sets, question).filter(({ date }) => date !== null);
    return { items: await this.items(snapshot, all.slice(0, count), question), total: all.length };
  }

  async page(view: StoredView, query: TodayArguments): Promise<KeyedAnswer<TodayPage>> {
    const question: FindingsQuestion = {
      ...clockOf(query.asOf, await this.answers.defaults()),
      filters: query.filters,
    };
    const key = answerKey('today', question);
    return this.deals.following(view, (snapshot) => {
      const page = readPage(query, { data: this.answers.dataKey(snapshot), question: key });
      return this.answers.keyed(snapshot, ['today', question, page], async (): Promise<TodayPage> => {
        const all = this.due.of(snapshot.sets, question);
        const { offset, limit } = page;
        const items = await this.items(snapshot, all.slice(offset, offset + limit), question);
        return { items, next_cursor: nextCursor(page, all.length), total: all.length };
      });
    });
  }

  private async items(
    snapshot: Snapshot,
    items: readonly AgendaItem[],
    question: FindingsQuestion,
  ): Promise<TodayItem[]> {
    const refs = items.map(({ ref }) => ref);
    const deals = await this.deals.records(snapshot, refs, question);
    return deals.flatMap((deal, at) => {
      const item = items[at];
      return item ? [{ kind: item.kind, date: dateText(item.date), days: item.days, deal }] : [];
    });
  }
}

const dateText = (day: AgendaItem['date']): string | null => (day === null ? null : isoDay(day));
