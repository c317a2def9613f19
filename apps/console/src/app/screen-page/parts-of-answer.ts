import type { BoardColumn, MetricTable, Screen, WeightRow } from '@app/contracts';

/** A screen's entry names the parts of its answer, so that they are read by name. */
type Parts = Screen & Readonly<Record<string, unknown>>;

/** A table of an answer, under the name that its entry has for it. */
export const tableOf = (screen: Screen, name: string): MetricTable => (screen as Parts)[name] as MetricTable;

/** A board of an answer. */
export const boardOf = (screen: Screen, name: string): BoardColumn[] =>
  (screen as Parts)[name] as BoardColumn[];

/** The weights that an answer was made with; none where it does not show them. */
export const weightsOf = (screen: Screen): readonly WeightRow[] =>
  ((screen as Parts).weights as WeightRow[] | undefined) ?? [];
