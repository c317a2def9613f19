import type { WeightRow } from '@app/contracts';
import { InvalidWeightsError, checkWeights } from '@app/domain/weighting';

/** A row of the weight table in the form. */
export interface TypedWeight {
  stage: string;
  source: string;
  weight: string;
  days: string;
  later: string;
}

/** A typed table, read. */
export interface ReadWeights {
  /** Null while the input is invalid. */
  table: WeightRow[] | null;
  /** Errors by row index; errors of the whole table are at -1. */
  faults: ReadonlyMap<number, string[]>;
}

export function typedWeights(rows: readonly WeightRow[]): TypedWeight[] {
  return rows.map(({ stage, source, weight, after }) => ({
    stage,
    source,
    weight: String(weight),
    days: after === null ? '' : String(after.days),
    later: after === null ? '' : String(after.weight),
  }));
}

/** The typed weight table, validated by the domain. */
export function readWeights(typed: readonly TypedWeight[]): ReadWeights {
  const rows = typed.map(asRow);
  try {
    return { table: checkWeights(rows).map((row) => ({ ...row })), faults: new Map() };
  } catch (error) {
    if (error instanceof InvalidWeightsError) return { table: null, faults: byRow(error.faults) };
    throw error;
  }
}

function asRow({ stage, source, weight, days, later }: TypedWeight) {
  const isAgeless = days.trim() === '' && later.trim() === '';
  const after = isAgeless ? null : { days: numberOf(days), weight: numberOf(later) };
  return { stage, source, weight: numberOf(weight), after };
}

/** NaN for anything but a number; the domain rejects it with a message. */
function numberOf(text: string): number {
  const plain = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$|^\.\d+$/.test(plain) ? Number(plain) : Number.NaN;
}

/** `Row 2: the weight …` belongs to the second row. */
function byRow(faults: readonly string[]): Map<number, string[]> {
  const rows = new Map<number, string[]>();
  for (const fault of faults) {
    const [, number, text] = /^Row (\d+): (.*)$/.exec(fault) ?? [];
    const at = number === undefined ? -1 : Number(number) - 1;
    rows.set(at, [...(rows.get(at) ?? []), sentence(text ?? fault)]);
  }
  return rows;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
