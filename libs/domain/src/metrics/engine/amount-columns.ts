import type { Facts } from '../../record-set/facts.js';
import { perRecordSet } from '../../record-set/per-record-set.js';
import type { RecordSet } from '../../record-set/record-set.js';
import { weightRowOf } from '../../weighting/weight-of.js';
import type { WeightRow, WeightTable } from '../../weighting/weight-table.js';
import { tenThousandths, weightedCents } from '../../weighting/weighted-cents.js';
import type { Question } from '../model/question.js';
import type { Amount } from '../model/amount.js';
import { fillByClass } from './by-class.js';

/** The amounts of a set as columns of whole cents (NaN for none); the weighted one is made when first asked for. */
export class AmountColumns {
  private weighted: Float64Array | null = null;

  constructor(
    private readonly set: RecordSet,
    private readonly question: Pick<Question, 'asOf' | 'weights'>,
  ) {}

  /** The column of an amount. */
  of(amount: Amount): Float64Array {
    switch (amount) {
      case 'pipe':
        return this.set.cents.pipeline;
      case 'arr':
        return this.set.cents.expected_arr;
      case 'mrr':
        return this.set.cents.expected_mrr;
      case 'value':
        return this.set.cents.value;
      case 'weighted':
        return (this.weighted ??=
          sharedColumn(this.set, this.question) ?? weightedColumn(this.set, this.question));
    }
  }
}

/** The weighted columns of an answer that is being computed, and their as-of day, by the answer's own weight table. */
const SHARED = new WeakMap<WeightTable, { asOf: number; columns: Map<RecordSet, Float64Array> }>();

/**
 * The same question, whose parts share the weighted column of each set: an answer made of many parts makes it once.
 * It lives as long as the question that is returned.
 */
export function sharingWeighted<Some extends Pick<Question, 'asOf' | 'weights'>>(question: Some): Some {
  const weights = [...question.weights];
  SHARED.set(weights, { asOf: question.asOf, columns: new Map() });
  return { ...question, weights };
}

function sharedColumn(set: RecordSet, question: Pick<Question, 'asOf' | 'weights'>): Float64Array | null {
  const shared = SHARED.get(question.weights);
  if (shared?.asOf !== question.asOf) return null;
  const column = shared.columns.get(set) ?? weightedColumn(set, question);
  shared.columns.set(set, column);
  return column;
}

function weightedColumn(set: RecordSet, { asOf, weights }: Pick<Question, 'asOf' | 'weights'>): Float64Array {
  const { rowOf, early, late, days } = classWeights(set, weights);
  const discovery = set.days.discovery_date;
  const pipe = set.cents.pipeline;
  const { size, classOf } = set;
  const weighted = new Float64Array(size);
  for (let position = 0; position < size; position++) {
    const row = rowOf[classOf[position] ?? 0] ?? 0;
    const cents = pipe[position] ?? 0;
    if (row === 0) {
      weighted[position] = cents * 0; // stays NaN without pipe
    } else {
      const isLate = asOf - (discovery[position] ?? 0) > (days[row] ?? 0);
      weighted[position] = weightedCents(cents, (isLate ? late[row] : early[row]) ?? 0);
    }
  }
  return weighted;
}

/** Gives the weight, in whole ten-thousandths, of the record at a position. */
export function weightsOf(set: RecordSet, weights: WeightTable, asOf: number): (position: number) => number {
  const { rowOf, early, late, days } = classWeights(set, weights);
  const discovery = set.days.discovery_date;
  return (position) => {
    const row = rowOf[set.classOf[position] ?? 0] ?? 0;
    return (asOf - (discovery[position] ?? 0) > (days[row] ?? 0) ? late[row] : early[row]) ?? 0;
  };
}

/** Rows of the weight table as columns; row 0 stands for what is not in the table. */
interface ClassWeights {
  /** Row by class. */
  readonly rowOf: Uint16Array;
  /** Whole ten-thousandths by row, up to so many days of age and after them. */
  readonly early: Int32Array;
  readonly late: Int32Array;
  /** A missing date is later than any day, so that its age is below 0 and never above the limit. */
  readonly days: Float64Array;
}

function classWeights(set: RecordSet, weights: WeightTable): ClassWeights {
  const { kinds, ofClass } = weightKindsOf(set);
  const rows = kinds.map(({ stage, source }) => indexOf(weights, weightRowOf(weights, stage, source)));
  return {
    rowOf: ofClass.map((kind) => rows[kind] ?? 0),
    early: Int32Array.from([0, ...weights.map(({ weight }) => tenThousandths(weight))]),
    late: Int32Array.from([0, ...weights.map(({ after }) => tenThousandths(after?.weight ?? 0))]),
    days: Float64Array.from([Infinity, ...weights.map(({ after }) => after?.days ?? Infinity)]),
  };
}

/** The classes of a set by stage and source, on which weights depend. */
interface WeightKinds {
  readonly kinds: readonly Facts[];
  readonly ofClass: Uint16Array;
}

const weightKindsOf = perRecordSet(({ classes }): WeightKinds => {
  const kinds: Facts[] = [];
  const byKey = new Map<string, number>();
  const ofClass = fillByClass(new Uint16Array(classes.length), classes, (facts) => {
    const key = `${facts.stage}\n${facts.source ?? ''}`;
    const kind = byKey.get(key) ?? kinds.push(facts) - 1;
    byKey.set(key, kind);
    return kind;
  });
  return { kinds, ofClass };
});

const indexOf = (weights: WeightTable, row: WeightRow | null) =>
  row === null ? 0 : weights.indexOf(row) + 1;
