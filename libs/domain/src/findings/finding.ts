import type { Question } from '../metrics/model/question.js';
import type { WholeNumber } from '../number/whole-number.js';

/** Something in the data or the targets that moves numbers and needs somebody. Source: docs/domain.md, section 10. */
export interface DataFinding {
  /** Stable, such as `closed_without_billing_start`. */
  readonly code: string;
  /** The finding in a few words. */
  readonly title: string;
  /** Why it matters: one sentence. */
  readonly why: string;
  /** What is counted. */
  readonly unit: 'deals' | 'people' | 'clients' | 'targets';
  /** How many deals or keys it touches. */
  readonly count: WholeNumber;
  /** Money it touches, currency; of a list of records, the sum over it. Null where it touches none. */
  readonly value: number | null;
  /** Names, spellings or keys it is about, the first 20; empty where the records say it. */
  readonly details: readonly string[];
  /** `records`: `GET /views/{id}/findings/{code}/records` lists them. `targets`: the targets page. */
  readonly opens: 'records' | 'targets';
}

/** What findings depend on beside the records: they look at all dates. */
export type FindingsQuestion = Pick<Question, 'asOf' | 'filters' | 'weights'>;

/** How many names or keys a finding names. */
export const MAX_DETAILS = 20;

/** Most money first, then most often, then by code; findings without money last. */
export function byMoney(left: DataFinding, right: DataFinding): number {
  const money = ({ value }: DataFinding) => value ?? -Infinity;
  const apart = money(left) === money(right) ? 0 : money(right) - money(left);
  return apart || right.count - left.count || (left.code < right.code ? -1 : 1);
}
