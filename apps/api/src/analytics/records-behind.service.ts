import { Injectable } from '@nestjs/common';
import type { DealRecordPage } from '@app/contracts';
import { recordsBehind, sortRecords } from '@app/domain';
import type { WantedPage } from '../http/cursor.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type RecordList, RecordPagesService } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import { AnswersService } from '../questions/answers.service.js';
import { questionOf } from '../questions/question-parameters.js';
import type { RecordsBehindArguments } from './analytics-parameters.js';

/** The records behind a number; of a rate, those of its denominator. */
@Injectable()
export class RecordsBehindService {
  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  async page(
    view: StoredView,
    query: RecordsBehindArguments & WantedPage,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.pages.page(view, query, await this.list(query));
  }

  /** The whole list, such as for an export. */
  async list(query: RecordsBehindArguments): Promise<RecordList> {
    const { metric, sort } = query;
    const question = questionOf(query, await this.answers.defaults());
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
