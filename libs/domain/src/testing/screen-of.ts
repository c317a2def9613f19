import type { RecordSet } from '../record-set/record-set.js';
import type { ScreenQuestion } from '../screens/answers/screen.js';
import { type ScreenNumbers, screenNumbers } from '../screens/answers/screen-numbers.js';
import type { ScreenName } from '../screens/tabs.js';
import { type BdrGoals, DEFAULT_BDR_GOALS } from '../settings/bdr-goals.js';
import type { TargetSet } from '../targets/target-set.js';

/** The numbers of a screen, under the usual goals unless others are named. */
export const numbersOf = <Name extends ScreenName>(
  name: Name,
  sets: readonly RecordSet[],
  question: ScreenQuestion,
  targets: TargetSet | null = null,
  goals: BdrGoals = DEFAULT_BDR_GOALS,
): ScreenNumbers<Name> => screenNumbers(name, sets, question, { targets, goals });
