import { Injectable } from '@nestjs/common';
import type { DealRecordPage } from '@app/contracts';
import { selectRecords, sortRecords } from '@app/domain';
import { AnswersService } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import type { WantedPage } from '../http/cursor.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import type { StoredView } from '../views/stored-view.js';
import { type RecordList, RecordPagesService } from './record-pages.service.js';
import type { RecordsArguments } from './record-parameters.js';

/** All records of a view: filtered, searched, sorted, page by page. */
@Injectable()
export class SalesRecordsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  async page(view: StoredView, query: RecordsArguments & WantedPage): Promise<KeyedAnswer<DealRecordPage>> {
    return this.pages.page(view, query, await this.list(query));
  }

  /** The whole list, such as for an export. */
  async list({ search, sort, asOf, filters }: RecordsArguments): Promise<RecordList> {
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
