import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { DealRecordPage } from '@app/contracts';
import type { Question, RecordRef, Slices } from '@app/domain';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { inTurns } from '../questions/in-turns.js';
import { BUILD_ID } from '../http/build-id.js';
import type { WantedPage } from '../http/cursor.js';
import { AnswerBody, answerKey, KeyedAnswer } from '../http/keyed-answer.js';
import type { StoredView } from '../views/stored-view.js';
import { DealsService } from './deals.service.js';
import { nextCursor, type Page, readPage } from './page-cursor.js';

/** A list of records that somebody asks for page by page. */
export interface RecordList {
  /** What tells it apart from other lists: everything but the page. */
  readonly question: readonly unknown[];
  readonly clock: Pick<Question, 'asOf' | 'weights'>;
  /** The whole list by positions, in its order, a slice at a time. */
  readonly select: (snapshot: Snapshot) => Slices<readonly RecordRef[]>;
}

/** How many records the lists that are kept between two pages may have in all. */
const MAX_RECORDS = 1_000_000;

/** Pages of records: positions in the record sets, then `_id`s, then the documents themselves, normalised. */
@Injectable()
export class RecordPagesService {
  private readonly lists = new LRUCache<string, readonly RecordRef[]>({
    maxSize: MAX_RECORDS,
    // An empty list is kept too.
    sizeCalculation: ({ length }) => length + 1,
  });

  constructor(
    private readonly answers: AnswersService,
    private readonly deals: DealsService,
  ) {}

  /**
   * A page whose records belong to the revision that its list was made of. A publish in between is followed: the page
   * is then of the new revision, unless its cursor binds it to the old one.
   */
  page(view: StoredView, query: WantedPage, list: RecordList): Promise<KeyedAnswer<DealRecordPage>> {
    const question = answerKey(list.question);
    return this.deals.following(view, (snapshot) => {
      const page = readPage(query, { data: this.answers.dataKey(snapshot), question });
      const key = answerKey(BUILD_ID, page);
      return new KeyedAnswer(
        () => key,
        async () => new AnswerBody(await this.read(snapshot, list, page)),
      );
    });
  }

  private async read(snapshot: Snapshot, list: RecordList, page: Page): Promise<DealRecordPage> {
    const refs = await this.listed(snapshot, list, page);
    const { offset, limit } = page;
    const items = await this.deals.records(snapshot, refs.slice(offset, offset + limit), list.clock);
    return { items, next_cursor: nextCursor(page, refs.length), total: refs.length };
  }

  private async listed(
    snapshot: Snapshot,
    list: RecordList,
    { data, question }: Page,
  ): Promise<readonly RecordRef[]> {
    const key = `${data}/${question}`;
    const kept = this.lists.get(key) ?? (await inTurns(list.select(snapshot)));
    this.lists.set(key, kept);
    return kept;
  }
}
