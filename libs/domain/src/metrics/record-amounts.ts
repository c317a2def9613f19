import type { RecordSet } from '../record-set/record-set.js';
import type { Asked } from './asked.js';

/** What is computed of one record. */
export interface RecordAmounts {
  /** Deal value, currency; null without ARR and pipe. */
  readonly value: number | null;
  /** Whole days since discovery. */
  readonly age: number;
  /** 0 to 1. */
  readonly weight: number;
  /** Pipe x weight, currency, to the cent; null without pipe. */
  readonly weighted: number | null;
  readonly source_group: string;
}

/** Deal value, age, weight and weighted amount of the record at a position. */
export function recordAmounts(
  set: RecordSet,
  position: number,
  asked: Pick<Asked, 'asOf' | 'weights'>,
): RecordAmounts {
  throw new Error(`not computed: ${set.size} ${position} ${asked.asOf}`);
}
