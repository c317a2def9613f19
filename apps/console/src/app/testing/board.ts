import type { BoardColumn, BoardData, BoardPreferences, BoardRecord } from '@app/contracts';
import { deal } from './deals';

/** A deal as a board knows it. */
export function boardDeal(change: Partial<BoardRecord> = {}): BoardRecord {
  const { id, view_id, view_name, client, hubspot_link, stage, show_noshow } = deal();
  const { relevance, owner, bdr, source_group, product, type_of_deal } = deal();
  const { value, age, discovery_date, poa_date } = deal();
  const known = { id, view_id, view_name, client, hubspot_link, stage, show_noshow };
  const filtered = { relevance, owner, bdr, source_group, product, type_of_deal };
  return { ...known, ...filtered, value, age, discovery_date, poa_date, ...change };
}

/** The deals of a board, each with a client, stage and value. */
export const boardData = (
  deals: readonly (readonly [id: string, client: string, stage: string, value: number])[],
  change: Partial<BoardData> = {},
): BoardData => ({
  view_id: 'organic',
  revision: 57,
  as_of: '2026-11-22',
  deals: deals.map(([id, client, stage, value]) => boardDeal({ id, client, stage, value, age: 12 })),
  goals: { next_14_days: 250_000, next_30_60_days: null, next_60_90_days: null },
  ...change,
});

/** Somebody's board as it is stored; without columns nothing is saved. */
export const savedBoard = (
  preferences: BoardPreferences['preferences'] = {},
  change: Partial<BoardPreferences> = {},
): BoardPreferences => ({
  preferences,
  updated_at: Object.keys(preferences).length > 0 ? '2026-11-20T10:00:00.000Z' : null,
  revision: 3,
  ...change,
});

/** A column of the board of a screen's answer, of which the console reads only the id. */
export const boardColumn = (id: string): BoardColumn => ({
  id,
  label: id,
  stages: [],
  deals: 0,
  value: 0,
  projected: 0,
  goal: null,
  progress: null,
  cards: [],
});
