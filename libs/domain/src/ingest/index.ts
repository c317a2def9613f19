export * from './column-mapping.js';
export {
  changedFields,
  type DealChange,
  type DealDifference,
  diffDeals,
  type FieldChange,
  readableFields,
  rowDifferences,
} from './diff.js';
export * from './doubtful-matches.js';
export * from './finding-causes.js';
export * from './finding-counts.js';
export * from './gate-limits.js';
export * from './gate-money.js';
export * from './guard.js';
export { knownColumns } from './dialect.js';
export { headerKey } from './header-name.js';
export { fieldOfHeader } from './header-names.js';
export type { HoldReason } from './hold-reason.js';
export { matchDeals, type MatchKind } from './identity.js';
export * from './merge.js';
export * from './pair-deals.js';
export * from './import-columns.js';
export * from './publish-gate.js';
export * from './read-sheet.js';
export * from './sheet.js';
export { IMPORT_FINDING_CODES } from './sheet-column.js';
export * from './sheet-error.js';
export * from './sniff.js';
export { unknownStages } from './unknown-stages.js';
export { swappedDates } from './swapped-dates.js';
export * from './unreadable.js';
export * from './typed-sheet.js';
