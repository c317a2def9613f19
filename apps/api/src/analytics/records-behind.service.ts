import { Injectable } from '@nestjs/common';
import type { DealRecordPage } from '@app/contracts';
import { recordsBehind, sortRecords } from '@app/domain';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { PAGE_PARAMETERS } from '../sales-records/page-cursor.js';
import { type RecordList, RecordPagesService } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import { AnswersService } from '../questions/answers.service.js';
import { QUESTION_PARAMETERS, readQuestion, readSort } from '../questions/question-query.js';
import { readMetric } from './metric-problems.js';

/** Parameters of the list, without those of its pages. */
export const BEHIND_PARAMETERS = ['metric', 'sort', ...QUESTION_PARAMETERS];

/** The records behind a number; of a rate, those of its denominator. */
@Injectable()
export class RecordsBehindService {
  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  async page(view: StoredView, query: Query): Promise<KeyedAnswer<DealRecordPage>> {
    const read = new QueryReader(query, [...BEHIND_PARAMETERS, ...PAGE_PARAMETERS]);
    return this.pages.page(view, read, await this.list(read));
  }

  /** The list itself, for who wants it whole. */
  async list(read: QueryReader): Promise<RecordList> {
    const metric = readMetric(read);
    const question = readQuestion(read, await this.answers.defaults());
    const sort = readSort(read);
    return {
      question: ['behind', metric, question, sort],
      clock: question,
      select: ({ sets }) => {
        const positions = sets.map((set) => recordsBehind(set, metric, question));
        return sortRecords(sets, positions, sort, question);
      },
    };
  }
}
