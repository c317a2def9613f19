import { Injectable } from '@nestjs/common';
import type { DealRecordPage } from '@app/contracts';
import { boardColumn, type RecordRef, sortRecords } from '@app/domain';
import { AnswersService } from '../questions/answers.service.js';
import { clockOf } from '../questions/question-parameters.js';
import type { WantedPage } from '../http/cursor.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { type RecordList, RecordPagesService } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';
import type { ColumnRecordsArguments } from './board-column-parameters.js';

/** The deals of a column of a board, page by page: a screen shows only the first of them. */
@Injectable()
export class BoardColumnsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  async records(
    view: StoredView,
    column: string,
    query: ColumnRecordsArguments & WantedPage,
  ): Promise<KeyedAnswer<DealRecordPage>> {
    return this.pages.page(view, query, await this.recordList(column, query));
  }

  /** All deals of a column, such as for an export. */
  async recordList(column: string, { asOf, filters, sort }: ColumnRecordsArguments): Promise<RecordList> {
    const clock = clockOf(asOf, await this.answers.defaults());
    return {
      question: ['column', column, clock, filters, sort],
      clock,
      *select({ sets }) {
        const refs = boardColumn(sets, column, { filters });
        return sort === null ? refs : yield* sortRecords(sets, positionsIn(sets.length, refs), sort, clock);
      },
    };
  }
}

/** Positions set by set, in the order of the sheet. */
const positionsIn = (sets: number, refs: readonly RecordRef[]): Uint32Array[] =>
  Array.from({ length: sets }, (_, index) =>
    Uint32Array.from(refs.filter(({ set }) => set === index).map(({ position }) => position)).sort(),
  );
