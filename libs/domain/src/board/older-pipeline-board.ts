import { storedText } from '../normalise/stored-values.js';
import { STAGES } from '../normalise/vocabularies.js';
import { isGroup } from '../targets/stored-group.js';
import { PIPELINE_COLUMNS } from './board-columns.js';
import { emptyBoard, type SavedBoard, type SavedDeal, type UnknownKeys } from './saved-board.js';
import { readSavedDeal } from './stored-deal.js';

const KEYS = ['deal_stages', 'deal_order', 'hidden_deals'] as const;

/** Whether a stored value is a pipeline board as `user_preferences` holds it, and not one of the contract. */
export function isOlderPipelineBoard(stored: unknown): stored is UnknownKeys {
  if (!isGroup(stored)) return false;
  const isCurrent = PIPELINE_COLUMNS.some(({ id }) => Array.isArray(stored[id]));
  return !isCurrent && KEYS.some((key) => Object.hasOwn(stored, key));
}

/**
 * The pipeline board of a document of `user_preferences`: deals in the order of `deal_order`, then those that only
 * `deal_stages` or `hidden_deals` name. Each of the three may be a list of ids, or have ids as keys; the order may also
 * be a list for each column.
 *
 * @see docs/domain.md, section 8
 */
export function readOlderPipelineBoard(stored: UnknownKeys): SavedBoard {
  const { deal_stages: stages, deal_order: order, hidden_deals: hidden } = stored;
  const columnOf = new Map([...columnsSaid(order), ...columnsSaid(stages)]);
  const isHidden = new Set(idsIn(hidden));
  const ids = new Set([...idsIn(order), ...columnOf.keys(), ...isHidden]);
  const board = emptyBoard('pipeline');
  const deals = [...ids].flatMap((id) => {
    const deal = readSavedDeal('pipeline', id);
    return deal === null ? [] : [{ ...deal, hidden: isHidden.has(id) }];
  });
  const first = board.columns[0]?.id;
  const isIn = ({ id }: SavedDeal, column: string) => (columnOf.get(id) ?? first) === column;
  return {
    ...board,
    columns: board.columns.map(({ id }) => ({ id, deals: deals.filter((deal) => isIn(deal, id)) })),
  };
}

/** Ids in their order: of a list, of lists by column, or the keys of what is not denied, by their number. */
function idsIn(stored: unknown): string[] {
  if (Array.isArray(stored))
    return stored.map((entry) => readSavedDeal('pipeline', entry)?.id ?? '').filter((id) => id !== '');
  if (!isGroup(stored)) return [];
  const entries = Object.entries(stored);
  const lists = entries.filter(([, value]) => Array.isArray(value));
  if (lists.length > 0) return lists.flatMap(([, list]) => idsIn(list));
  const said = entries.filter(([, value]) => value !== false && value !== null);
  return said.sort(byNumber).map(([id]) => id);
}

function byNumber([, left]: [string, unknown], [, right]: [string, unknown]): number {
  return typeof left === 'number' && typeof right === 'number' ? left - right : 0;
}

/** The column that each deal is said to be in: by lists of ids, or by a stage or column for each id. */
function columnsSaid(stored: unknown): [id: string, column: string][] {
  if (!isGroup(stored)) return [];
  return Object.entries(stored).flatMap(([key, value]): [string, string][] => {
    if (Array.isArray(value)) return pairsOf(idsIn(value), columnNamed(key));
    return pairsOf([key], columnNamed(storedText(value)));
  });
}

const pairsOf = (ids: readonly string[], column: string | null): [string, string][] =>
  column === null ? [] : ids.map((id) => [id, column]);

/** The column that an id or a stage names. */
function columnNamed(text: string): string | null {
  const stage = STAGES.canonical(text);
  return (
    PIPELINE_COLUMNS.find(({ id, stages }) => id === text || stages.some((each) => each === stage))?.id ??
    null
  );
}
