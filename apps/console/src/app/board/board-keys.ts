import type { KeyGroup } from '../ui/page-keys';
import { BOARD } from './texts';

/**
 * The keys of a board, as the help lists them.
 *
 * @param isAcross whether cards go to other columns
 */
export function boardKeys(isAcross: boolean, isMac: boolean): KeyGroup {
  const { keys } = BOARD;
  const control = isMac ? '⌘' : 'Ctrl';
  return {
    heading: keys.heading,
    keys: [
      { keys: keys.arrows, what: keys.walk },
      { keys: [keys.enter], what: keys.open },
      { keys: [keys.space], what: keys.lift },
      { keys: isAcross ? keys.arrows : keys.upAndDown, what: keys.move },
      { keys: ['Esc'], what: keys.back },
      { keys: ['m'], what: keys.menu },
      { keys: [control, 'z'], what: keys.undo },
      { keys: [control, 'Shift', 'z'], what: keys.redo },
    ],
  };
}
