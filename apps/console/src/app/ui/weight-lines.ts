import type { WeightRow } from '@app/contracts';
import { stageName } from './base/stage-name';
import { WEIGHT_TABLE } from './weight-table.texts';

/** A line of the weight table as shown: the stage is named once, on its first line. */
export interface WeightLine {
  key: string;
  stage: string;
  isFirst: boolean;
  source: string;
  weight: string;
  later: string | null;
}

/** The weight table, line by line, the lines of a stage together, in stored order. */
export function weightLines(rows: readonly WeightRow[]): WeightLine[] {
  const stages = [...new Set(rows.map(({ stage }) => stage))];
  return stages.flatMap((stage) => {
    const own = rows.filter((row) => row.stage === stage);
    return own.map((row, at) => lineOf(row, at === 0, own.length === 1));
  });
}

const lineOf = (
  { stage, source, weight, after }: WeightRow,
  isFirst: boolean,
  isOnly: boolean,
): WeightLine => ({
  key: `${stage}\n${source}`,
  stage: stageName(stage),
  isFirst,
  source: source === 'any' ? (isOnly ? WEIGHT_TABLE.onlyRow : WEIGHT_TABLE.anySource) : source,
  weight: WEIGHT.format(weight),
  later: after && WEIGHT_TABLE.after(WEIGHT.format(after.weight), String(after.days)),
});

// As in the lists of deals; a weight has four decimals at most.
const WEIGHT = new Intl.NumberFormat('en-US', { style: 'percent', maximumFractionDigits: 2 });
