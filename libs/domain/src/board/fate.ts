import { isAttended } from '../normalise/categories.js';
import { stageCategory } from '../normalise/stages.js';
import type { Fate } from './applied-board.js';
import type { BoardDeal } from './board-deal.js';

/** What became of a saved deal that is in the data, but not on its board. @see docs/domain.md, section 8 */
export function fateOf({ stage, show_noshow }: Pick<BoardDeal, 'stage' | 'show_noshow'>): Fate {
  switch (stageCategory(stage)) {
    case 'won':
      return 'closed';
    case 'lost':
      return 'lost';
    case 'stalled':
      return 'stalled';
    case 'not_relevant':
      return 'not_relevant';
    case 'open':
      return stage === 'E Intro attended' && !isAttended({ stage, show_noshow }) ? 'not_attended' : 'earlier';
    default:
      return 'no_stage';
  }
}
