import type { ApartDeal } from '@app/domain/board';
import type { BoardStore } from './board-store';
import { BOARD_PANELS } from './texts';

/** What became of a saved deal. What is not looked up may be anywhere in the data. */
export function fateWords(
  { saved, fate }: Pick<ApartDeal, 'saved' | 'fate'>,
  store: Pick<BoardStore, 'isLookedUp' | 'lookupProblem'>,
): string {
  const words = BOARD_PANELS.apart;
  if (fate !== 'gone' || store.isLookedUp(saved)) return words.fates[fate];
  return store.lookupProblem() ? words.unknown : words.checking;
}
