import type { ApartDeal } from '@app/domain/board';
import type { BoardLookups } from './board-lookups';
import { BOARD_PANELS } from './texts';

/** What became of a saved deal. What is not looked up may be anywhere in the data. */
export function fateWords(
  { saved, fate }: Pick<ApartDeal, 'saved' | 'fate'>,
  lookups: Pick<BoardLookups, 'has' | 'problem'>,
): string {
  const words = BOARD_PANELS.apart;
  if (fate !== 'gone' || lookups.has(saved)) return words.fates[fate];
  return lookups.problem() ? words.unknown : words.checking;
}
