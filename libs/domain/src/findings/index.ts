export { UnknownFindingError } from './errors.js';
export { type FindingsQuestion, byMoney, type DataFinding } from './finding.js';
export { eachFinding, finding, FINDING_CODES, findings, recordsOfFinding } from './findings.js';
export { targetFindings, type TargetsToCheck } from './target-findings.js';
export * from './weights-effect.js';
