export { type ByMetric, CLOSED_ARR, isMetricId, type MetricId, metricOf } from './catalogue/catalogue.js';
export {
  type CatalogueEntry,
  definitionOf,
  isWhateverTheDate,
  metricDefinitions,
} from './catalogue/definitions.js';
export * from './catalogue/metric-definition.js';
export * from './catalogue/number-ids.js';
export type { Slices } from './engine/slices.js';
export * from './explain/explain.js';
export type { MetricExplanation } from './explain/explanation.js';
export type { Formula, FormulaTerm } from './explain/formula.js';
export type { LeftOut } from './explain/left-out.js';
export type { NumberNote } from './explain/notes.js';
export { withoutSampleTargets } from './explain/sample-target-notes.js';
export type { TargetDerivation } from './explain/target-origin.js';
export type { Weightless } from './explain/weightless.js';
export * from './model/dimension.js';
export type { MetricUnit } from './model/metric-unit.js';
export * from './model/errors.js';
export * from './values/metric-value.js';
export * from './model/question.js';
export * from './model/sort.js';
export { type FilteredDeal, filteredDeals } from './records/filtered-deals.js';
export { metricsCounting } from './records/metrics-counting.js';
export * from './records/record-amounts.js';
export { recordsBehind } from './records/records-behind.js';
export * from './records/select-records.js';
export * from './tables/breakdown.js';
export { type FilterValue, type FilterValues, filterValues } from './tables/filter-values.js';
export { type MetricTable, metricTable, type TableColumn, type TableRow } from './tables/metric-table.js';
export * from './tables/table-order.js';
export * from './tables/with-columns.js';
export * from './values/comparison.js';
export { headline, type HeadlineMetric, type StageChange, stageChanges } from './values/headline.js';
export { metricValues } from './values/metric-values.js';
export type { OwnTargets } from './values/own-targets.js';
