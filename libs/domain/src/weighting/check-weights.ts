import { SOURCES, STAGES } from '../normalise/vocabularies.js';
import type { WeightRow, WeightTable } from './weight-table.js';

/** A weight table with faults; `faults` names each by its row, the first being 1. */
export class InvalidWeightsError extends Error {
  override readonly name = 'InvalidWeightsError';

  constructor(readonly faults: readonly string[]) {
    super(`The weight table has ${faults.length} fault(s): ${faults.join(' ')}`);
  }
}

/**
 * Checks a weight table that came from outside.
 *
 * @param table anything; an array of rows when it is right
 * @throws InvalidWeightsError naming every fault
 * @see docs/domain.md, section 4
 */
export function checkWeights(table: unknown): WeightTable {
  if (!Array.isArray(table)) throw new InvalidWeightsError(['It is not a list of rows.']);
  const rows: unknown[] = table;
  const faults = rows.flatMap((row, at) => faultsOf(row).map((fault) => `Row ${at + 1}: ${fault}`));
  if (faults.length === 0) faults.push(...repeated(rows as WeightRow[]));
  if (faults.length > 0) throw new InvalidWeightsError(faults);
  return (rows as WeightRow[]).map(copyOf);
}

const copyOf = ({ stage, source, weight, after }: WeightRow): WeightRow => ({
  stage,
  source,
  weight,
  after: after && { days: after.days, weight: after.weight },
});

function faultsOf(row: unknown): string[] {
  if (!isObject(row)) return ['it is not a row.'];
  const { stage, source, weight, after } = row;
  const faults: string[] = [];
  if (!STAGES.values.includes(stage as string)) faults.push('the stage is not one of the canonical stages.');
  if (source !== 'any' && !SOURCES.values.includes(source as string))
    faults.push('the source is neither "any" nor one of the canonical sources.');
  if (!isWeight(weight)) faults.push('the weight is not a number from 0 to 1 with at most four decimals.');
  return after === null ? faults : [...faults, ...faultsOfAge(after)];
}

function faultsOfAge(after: unknown): string[] {
  if (!isObject(after)) return ['the later weight is neither null nor days with a weight.'];
  const faults: string[] = [];
  if (!Number.isSafeInteger(after.days) || Number(after.days) < 0)
    faults.push('the days are not a whole number of at least 0.');
  if (!isWeight(after.weight))
    faults.push('the later weight is not a number from 0 to 1 with at most four decimals.');
  return faults;
}

function repeated(rows: readonly WeightRow[]): string[] {
  const seen = new Set<string>();
  return rows.flatMap(({ stage, source }, at) => {
    const key = `${stage}\n${source}`;
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated ? [`Row ${at + 1}: ${stage} with ${source} stands twice.`] : [];
  });
}

function isWeight(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1 && Number(value.toFixed(4)) === value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
