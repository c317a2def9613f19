import type { Facts } from '../record-set/facts.js';
import { NO_DAY, type RecordSet } from '../record-set/record-set.js';
import { weightRowOf } from '../weighting/weight-of.js';
import type { FindingsQuestion } from './finding.js';
import type { Holds } from './record-finding.js';

/* Weights are looked up once for each class of records, and not remembered: the table can change. */

/** Deals for whose stage and source the weight table has no row. @see docs/domain.md, section 4 */
export function lacksWeightRow(set: RecordSet, { weights }: FindingsQuestion): Holds {
  const lacks = Uint8Array.from(set.classes, ({ stage, source }) =>
    Number(weightRowOf(weights, stage, source) === null),
  );
  return (position) => lacks[set.classOf[position] ?? 0] === 1;
}

/** Deals older than the days after which their weight changes. @see docs/domain.md, section 4 */
export function isPastAge(set: RecordSet, { weights, asOf }: FindingsQuestion): Holds {
  const daysOf = ({ stage, source }: Facts) => weightRowOf(weights, stage, source)?.after?.days ?? Infinity;
  const days = Float64Array.from(set.classes, daysOf);
  const discovery = set.days.discovery_date;
  // Without a discovery date there is no age: such a date is later than any day.
  return (position) =>
    asOf - (discovery[position] ?? NO_DAY) > (days[set.classOf[position] ?? 0] ?? Infinity);
}
