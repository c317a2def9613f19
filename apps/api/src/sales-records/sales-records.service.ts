import { Injectable } from '@nestjs/common';
import type { DealRecordPage } from '@app/contracts';
import { selectRecords, sortRecords } from '@app/domain';
import { AnswersService } from '../questions/answers.service.js';
import { clockOf, RECORDS_QUESTION, SORT } from '../questions/question-parameters.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type QueryValues, text } from '../http/query-parameters.js';
import type { StoredView } from '../views/stored-view.js';
import type { PageQuery } from './page-cursor.js';
import { type RecordList, RecordPagesService } from './record-pages.service.js';

/** What is asked of the list, beside its pages. */
export const RECORDS = {
  search: text({ name: 'q', description: 'Part of the name of the client.', example: 'acme' }),
  sort: SORT,
  ...RECORDS_QUESTION,
};

/** All records of a view: filtered, searched, sorted, page by page. */
@Injectable()
export class SalesRecordsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  async page(
    view: StoredView,
    query: QueryValues<typeof RECORDS> & PageQuery,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.pages.page(view, query, await this.list(query));
  }

  /** The whole list, such as for an export. */
  async list({ search, sort, asOf, filters }: QueryValues<typeof RECORDS>): Promise<RecordList> {
    const clock = clockOf(asOf, await this.answers.defaults());
    const selection = { filters, search: search ?? '', sort: null };
    return {
      question: ['records', clock, sort, selection],
      clock,
      select: ({ sets }) =>
        sortRecords(
          sets,
          sets.map((set) => selectRecords(set, selection, clock)),
          sort,
          clock,
        ),
    };
  }
}
