import { isAttended } from '../normalise/categories.js';
import { stageCategory } from '../normalise/stages.js';
import type { Facts } from '../record-set/facts.js';
import { type BoardKind, type ColumnDefinition, columnsOfBoard } from './board-columns.js';

/** What a board knows of a deal; a deal with more fields is one too. Normalised, as in docs/domain.md, section 2. */
export interface BoardDeal {
  /** Id of the deal, unique within its view unless other software wrote it. */
  readonly id: string;
  /** View that the record is from: on Master one of the views it adds up. */
  readonly view_id: string;
  readonly client: string;
  readonly stage: string;
  readonly show_noshow: string | null;
  /** Account executive; null without one. */
  readonly owner: string | null;
  /** ARR, or pipe where ARR is missing, currency; null without either. */
  readonly value: number | null;
}

/** Names a deal on a board, also over several views. Another deal with the same id and view gets a number after it. */
export const boardKey = ({ view_id, id }: Pick<BoardDeal, 'view_id' | 'id'>): string => `${view_id}/${id}`;

/**
 * The column that a deal starts in.
 *
 * @returns null for a deal that does not belong on the board
 * @see docs/domain.md, section 8
 */
export function startColumn(
  kind: BoardKind,
  deal: Pick<BoardDeal, 'stage' | 'show_noshow'>,
): ColumnDefinition | null {
  const facts = factsOfDeal(deal);
  return columnsOfBoard(kind).find(({ where }) => where(facts)) ?? null;
}

/** The facts that columns ask for; a board does not know the others. */
function factsOfDeal({ stage, show_noshow }: Pick<BoardDeal, 'stage' | 'show_noshow'>): Facts {
  return {
    stage,
    category: stageCategory(stage),
    show: show_noshow,
    attended: isAttended({ stage, show_noshow }),
    relevance: null,
    type: null,
    source: null,
    group: 'unassigned',
    hasPipe: false,
    hasArr: false,
  };
}
