import type { KeyGroup } from '../ui/page-keys';
import { BOARD } from './texts';

/** What can be done with the board that is shown. */
interface OnBoard {
  /** Whether cards go to other columns. */
  readonly isAcross: boolean;
  readonly canChange: boolean;
  readonly isMac: boolean;
}

/** The keys of a board, as the help lists them. */
export function boardKeys({ isAcross, canChange, isMac }: OnBoard): KeyGroup {
  const { keys } = BOARD;
  const control = isMac ? '⌘' : 'Ctrl';
  const toRead = [
    { keys: keys.arrows, what: keys.walk },
    { keys: [keys.enter], what: keys.open },
  ];
  const toChange = [
    { keys: [keys.space], what: keys.lift },
    { keys: isAcross ? keys.arrows : keys.upAndDown, what: keys.move },
    { keys: ['Esc'], what: keys.back },
    { keys: ['m'], what: keys.menu },
    { keys: [control, 'z'], what: keys.undo },
    { keys: [control, 'Shift', 'z'], what: keys.redo },
  ];
  return { heading: keys.heading, keys: canChange ? [...toRead, ...toChange] : toRead };
}
