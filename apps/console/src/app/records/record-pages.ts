import type { DealRecord } from '@app/contracts';
import { type ListPages, listPages } from '../session/list-pages';
import type { Question } from '../session/questions';

/** A list of records that loads more while scrolling. */
export type RecordPages = ListPages<DealRecord>;

/** Loads records page by page. Null loads nothing; a new question starts over and cancels the previous one. */
export const recordPages = (question: () => Question | null): RecordPages =>
  listPages<DealRecord>(question, PAGE);

const PAGE = 200;
