import type { DealRow } from '../deal/deal.js';
import type { Question } from '../metrics/model/question.js';
import { metricValues } from '../metrics/values/metric-values.js';
import { day } from '../period/day.js';
import { recordSetOf } from '../record-set/record-set-builder.js';
import { resolveTargets } from '../targets/resolve.js';
import { asking } from './asking.js';
import { aDealWith } from './deals.js';
import type { MetricId } from '../metrics/catalogue/catalogue.js';

/** A day of the half that {@link asking} asks about. */
const IN = day('2026-09-10');
/** The last day before it. */
export const BEFORE = day('2026-06-30');

/** Every metric of the half over some deals. */
export const valuesOf = (deals: DealRow[], changes: Partial<Question> = {}, stored: unknown = {}) =>
  metricValues([recordSetOf(deals)], asking(changes), resolveTargets(stored));
/** One of them. */
export const valueOf = (id: MetricId, deals: DealRow[], changes: Partial<Question> = {}) =>
  valuesOf(deals, changes)[id]?.value;

/** A deal that entered in the half. */
export const entered = (fields: Partial<DealRow> = {}) => aDealWith({ discovery_date: IN, ...fields });
/** A closed deal whose billing started in the half. */
export const closed = (fields: Partial<DealRow> = {}) =>
  aDealWith({ stage: 'A Closed', expected_arr: 1000, billing_start: IN, ...fields });
