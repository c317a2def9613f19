import type {
  AsherPov,
  BoardPreferences,
  BoardVersion,
  BoardVersionContent,
  SavedBoardColumns,
} from '@app/contracts';

const SAVED_AT = '2026-11-20T14:02:00.000Z';

const PROJECTIONS: SavedBoardColumns = {
  next_14_days: [
    {
      id: '550e8400-e29b-41d4-a716-446655440000',
      client: 'Acme Corp',
      pipeline: 60_000,
      probability: 90,
      owner: 'Jane Smith',
      stage: 'B Legals',
      hidden: false,
    },
  ],
  next_30_60_days: [],
  next_60_90_days: [],
};

/** Columns of the Deal Pipeline. */
export const PIPELINE: SavedBoardColumns = {
  intro: [],
  poa_booked: [],
  proposal_sent: [],
  legal: [
    { id: '550e8400-e29b-41d4-a716-446655440000', client: 'Acme Corp', stage: 'B Legals', hidden: true },
  ],
};

/** Closing Projections as somebody saved it. */
export const BOARD_PREFERENCES: BoardPreferences = {
  preferences: PROJECTIONS,
  updated_at: SAVED_AT,
  revision: 3,
};

/** The point of view. */
export const ASHER_POV: AsherPov = {
  ...BOARD_PREFERENCES,
  saved_by: 'asher@example.com',
  note: 'After the call with legal',
};

export const BOARD_VERSION: BoardVersion = {
  id: '5d1f3c1e-5d0e-4c8b-9f0a-3a9b8d6f2b10',
  revision: 3,
  kind: 'save',
  saved_at: SAVED_AT,
  saved_by: 'asher@example.com',
  note: null,
  deals: 1,
  hidden: 0,
  projected: 54_000,
  changes: { moved: 1, hidden: 0, shown: 0, weighed: 0, added: 0, removed: 0 },
  restored_version: null,
};

export const BOARD_VERSION_CONTENT: BoardVersionContent = { ...BOARD_VERSION, preferences: PROJECTIONS };
