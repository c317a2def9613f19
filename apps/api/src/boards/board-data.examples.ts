import type { BoardData, BoardRecords } from '@app/contracts';
import { DEAL } from '../sales-records/sales-records.examples.js';
import { boardRecord } from './board-data.service.js';

const FRAME = { view_id: 'view-organic-1767225600', revision: 4, as_of: '2026-11-22' };

export const BOARD_DATA: BoardData = {
  ...FRAME,
  deals: [boardRecord(DEAL)],
  goals: { next_14_days: 400_000, next_30_60_days: 600_000, next_60_90_days: null, delayed: null },
};

export const BOARD_RECORDS: BoardRecords = {
  ...FRAME,
  deals: [boardRecord({ ...DEAL, stage: 'A Closed' })],
};
