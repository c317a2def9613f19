import type { MetricTable, Screen, WeightRow } from '@app/contracts';
import type { BoardKind } from '@app/domain/board';

/** A screen's entry names the parts of its answer, so that they are read by name. */
type Parts = Screen & Readonly<Record<string, unknown>>;

/** A table of an answer, under the name that its entry has for it. */
export const tableOf = (screen: Screen, name: string): MetricTable => (screen as Parts)[name] as MetricTable;

/** Which board a block shows, under the name that its answer has for it. */
export const boardNamed = (name: string): BoardKind => (name === 'pipeline' ? 'pipeline' : 'projections');

/** The weights that an answer was made with; none where it does not show them. */
export const weightsOf = (screen: Screen): readonly WeightRow[] =>
  ((screen as Parts).weights as WeightRow[] | undefined) ?? [];
