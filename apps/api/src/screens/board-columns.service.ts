import { Injectable } from '@nestjs/common';
import type { DealRecordPage } from '@app/contracts';
import { BOARD_COLUMN_IDS, boardColumn, FILTER_FIELDS, type RecordRef, sortRecords } from '@app/domain';
import { AnswersService } from '../questions/answers.service.js';
import { readClock, readFilters, readSort } from '../questions/question-query.js';
import type { KeyedAnswer } from '../http/keyed-answer.js';
import { notFound } from '../http/problem.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { PAGE_PARAMETERS } from '../sales-records/page-cursor.js';
import { type RecordList, RecordPagesService } from '../sales-records/record-pages.service.js';
import type { StoredView } from '../views/stored-view.js';

/** Parameters of the deals of a column, without those of their pages. */
export const COLUMN_RECORDS_PARAMETERS = ['as_of', ...FILTER_FIELDS, 'sort'];

/** The deals of a column of a board, page by page: a screen shows only the first of them. */
@Injectable()
export class BoardColumnsService {
  constructor(
    private readonly answers: AnswersService,
    private readonly pages: RecordPagesService,
  ) {}

  async records(view: StoredView, column: string, query: Query): Promise<KeyedAnswer<DealRecordPage>> {
    const read = new QueryReader(query, [...COLUMN_RECORDS_PARAMETERS, ...PAGE_PARAMETERS]);
    return this.pages.page(view, read, await this.recordList(column, read));
  }

  /** The deals of a column, for who wants them whole. */
  async recordList(column: string, read: QueryReader): Promise<RecordList> {
    if (!BOARD_COLUMN_IDS.includes(column))
      throw notFound(`There is no column ${JSON.stringify(column)}: ${BOARD_COLUMN_IDS.join(', ')}.`);
    const clock = readClock(read, await this.answers.defaults());
    const [filters, sort] = [readFilters(read), readSort(read)];
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
