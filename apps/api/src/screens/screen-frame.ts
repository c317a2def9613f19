import type { Screen } from '@app/contracts';
import { type Question, isoDay, type Screen as ScreenNumbers, withoutSampleTargets } from '@app/domain';
import { frameOf, type Snapshot, lastUpdateOfSnapshot } from '../questions/answers.service.js';

/** The numbers of a screen in their frame, days as dates. */
export function framed<Numbers extends ScreenNumbers>(
  snapshot: Snapshot,
  question: Question,
  numbers: Numbers,
): Omit<Numbers, 'comparison' | 'trend'> & Screen {
  const { comparison, trend } = numbers;
  return {
    ...frameOf(snapshot, question),
    last_update: lastUpdateOfSnapshot(snapshot),
    ...numbers,
    notes: hasOwnRecords(snapshot) ? numbers.notes : withoutSampleTargets(numbers.notes),
    comparison: comparison && {
      ...comparison,
      from: isoDay(comparison.from),
      to: isoDay(comparison.to),
      through: isoDay(comparison.through),
    },
    trend: trend && {
      ...trend,
      steps: trend.steps.map(({ key, from, to }) => ({ key, from: isoDay(from), to: isoDay(to) })),
    },
  };
}

/** Where all records are sample records, the targets are too, and the view says so once. */
const hasOwnRecords = ({ datasets }: Snapshot): boolean =>
  datasets.some(({ state, set }) => !state.sample && set.size > 0);
