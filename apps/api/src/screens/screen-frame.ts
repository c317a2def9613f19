import type { Screen } from '@app/contracts';
import { type Asked, isoDay, type Screen as ScreenNumbers, withoutSampleTargets } from '@app/domain';
import { frameOf, type Ground, lastUpdateOfGround } from '../questions/answers.service.js';

/** The numbers of a screen in their frame, days as dates. */
export function framed<Numbers extends ScreenNumbers>(
  ground: Ground,
  asked: Asked,
  numbers: Numbers,
): Omit<Numbers, 'comparison'> & Screen {
  const { comparison } = numbers;
  return {
    ...frameOf(ground, asked),
    last_update: lastUpdateOfGround(ground),
    ...numbers,
    notes: hasOwnRecords(ground) ? numbers.notes : withoutSampleTargets(numbers.notes),
    comparison: comparison && {
      ...comparison,
      from: isoDay(comparison.from),
      to: isoDay(comparison.to),
      through: isoDay(comparison.through),
    },
  };
}

/** Where all is the sample, so are the targets: the view says it once. */
const hasOwnRecords = ({ datasets }: Ground): boolean =>
  datasets.some(({ state, set }) => !state.sample && set.size > 0);
