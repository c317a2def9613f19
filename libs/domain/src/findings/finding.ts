import type { Question } from '../metrics/model/question.js';

/**
 * Something in the data or the targets that moves numbers and needs somebody.
 *
 * @see docs/domain.md, sections 2, 4 and 6
 */
export interface Finding {
  /** Stable, such as `closed_without_arr`. */
  readonly code: string;
  readonly title: string;
  /** Why it matters: one sentence. */
  readonly why: string;
  /** What is counted. */
  readonly unit: 'deals' | 'people' | 'clients' | 'targets';
  readonly count: number;
  /** Currency; of a list of records, the sum over it. Null where no money is meant. */
  readonly value: number | null;
  /** Names, spellings or keys it is about, the first 20; empty where the records say it. */
  readonly details: readonly string[];
  /** Where it is put right: in its records, or on the targets page. */
  readonly opens: 'records' | 'targets';
}

/** What findings depend on beside the records: they look at all dates. */
export type FindingsQuestion = Pick<Question, 'asOf' | 'filters' | 'weights'>;

/** How many names or keys a finding names. */
export const MAX_DETAILS = 20;

/** Most money first, then most often, then by code; findings without money last. */
export function byMoney(left: Finding, right: Finding): number {
  const money = ({ value }: Finding) => value ?? -Infinity;
  const apart = money(left) === money(right) ? 0 : money(right) - money(left);
  return apart || right.count - left.count || (left.code < right.code ? -1 : 1);
}
