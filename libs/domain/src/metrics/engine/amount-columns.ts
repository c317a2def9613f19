import type { RecordSet } from '../../record-set/record-set.js';
import { weightRowOf } from '../../weighting/weight-of.js';
import type { WeightTable } from '../../weighting/weight-table.js';
import { tenThousandths, weightedCents } from '../../weighting/weighted-cents.js';
import type { Asked } from '../asked.js';

/**
 * What can be summed, whole cents: `value` is ARR, or pipe where ARR is missing; `weighted` is pipe x weight.
 *
 * @see docs/domain.md, section 1
 */
export type Amount = 'pipe' | 'arr' | 'mrr' | 'value' | 'weighted';

/** The amounts of a set as columns of whole cents (NaN for none); the computed ones are made when first asked for. */
export class AmountColumns {
  private values: Float64Array | null = null;
  private weighted: Float64Array | null = null;

  constructor(
    private readonly set: RecordSet,
    private readonly asked: Pick<Asked, 'asOf' | 'weights'>,
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
        return (this.values ??= valueColumn(this.set));
      case 'weighted':
        return (this.weighted ??= weightedColumn(this.set, this.asked));
    }
  }
}

/** Deal value at a position, whole cents; NaN without ARR and pipe. */
export function valueCentsAt({ cents }: RecordSet, position: number): number {
  const arr = cents.expected_arr[position] ?? Number.NaN;
  return arr === 0 || Number.isNaN(arr) ? (cents.pipeline[position] ?? Number.NaN) : arr;
}

function valueColumn(set: RecordSet): Float64Array {
  const values = new Float64Array(set.size);
  for (let position = 0; position < set.size; position++) values[position] = valueCentsAt(set, position);
  return values;
}

function weightedColumn(set: RecordSet, { asOf, weights }: Pick<Asked, 'asOf' | 'weights'>): Float64Array {
  const weightAt = weightsOf(set, weights, asOf);
  const pipe = set.cents.pipeline;
  const weighted = new Float64Array(set.size);
  for (let position = 0; position < set.size; position++) {
    const cents = pipe[position] ?? Number.NaN;
    const weight = Number.isNaN(cents) ? 0 : weightAt(position);
    weighted[position] = weight === 0 ? cents * 0 : weightedCents(cents, weight);
  }
  return weighted;
}

/** Gives the weight, in whole ten-thousandths, of the record at a position. */
export function weightsOf(set: RecordSet, weights: WeightTable, asOf: number): (position: number) => number {
  const { early, late, days } = classWeights(set, weights);
  const discovery = set.days.discovery_date;
  const { classOf } = set;
  // A missing date is later than any day, so that its age is below 0 and never above the limit.
  return (position) => {
    const code = classOf[position] ?? 0;
    return (asOf - (discovery[position] ?? 0) > (days[code] ?? 0) ? late[code] : early[code]) ?? 0;
  };
}

function classWeights({ classes }: RecordSet, weights: WeightTable) {
  const early = new Int32Array(classes.length);
  const late = new Int32Array(classes.length);
  const days = new Float64Array(classes.length).fill(Infinity);
  const rows = new Map<string, ReturnType<typeof weightRowOf>>();
  classes.forEach(({ stage, source }, code) => {
    const key = `${stage}\n${source ?? ''}`;
    let row = rows.get(key);
    if (row === undefined) rows.set(key, (row = weightRowOf(weights, stage, source)));
    if (row === null) return;
    early[code] = tenThousandths(row.weight);
    late[code] = tenThousandths(row.after?.weight ?? 0);
    days[code] = row.after?.days ?? Infinity;
  });
  return { early, late, days };
}
