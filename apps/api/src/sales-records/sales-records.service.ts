import { Injectable } from '@nestjs/common';
import type { DealRecordPage } from '@app/contracts';
import { FILTER_FIELDS, selectRecords, sortRecords } from '@app/domain';
import { AnswersService } from '../questions/answers.service.js';
import { readClock, readFilters, readSort } from '../questions/question-query.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import type { StoredView } from '../views/stored-view.js';
import { PAGE_PARAMETERS } from './page-cursor.js';
import { type RecordList, RecordPagesService } from './record-pages.service.js';

/** Parameters of the list, without those of its pages. */
export const RECORDS_PARAMETERS = ['q', 'sort', 'as_of', ...FILTER_FIELDS];

/** All records of a view: filtered, searched, sorted, page by page. */
@Injectable()
export class SalesRecordsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  async page(view: StoredView, query: Query): Promise<KeyedAnswer<DealRecordPage>> {
    const read = new QueryReader(query, [...RECORDS_PARAMETERS, ...PAGE_PARAMETERS]);
    return this.pages.page(view, read, await this.list(read));
  }

  /** The list itself, for who wants it whole. */
  async list(read: QueryReader): Promise<RecordList> {
    const clock = readClock(read, await this.answers.defaults());
    const sort = readSort(read);
    const selection = { filters: readFilters(read), search: read.text('q') ?? '', sort: null };
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
