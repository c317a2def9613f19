import { recordSetOf } from '../record-set/record-set-builder.js';
import { aDealWith } from '../testing/deals.js';
import { dealsOfBoard } from './deals-of-board.js';

const sets = [
  recordSetOf([
    aDealWith({ stage: 'D POA Booked', pipeline: 900 }),
    aDealWith({ stage: 'B Legals', pipeline: 10 }),
    aDealWith({ stage: 'A Closed', expected_arr: 50 }),
    aDealWith({ stage: 'F Inbox', pipeline: 1 }),
  ]),
  recordSetOf([aDealWith({ stage: 'B Legals', pipeline: 20 }), aDealWith({ stage: 'C Proposal sent' })]),
];

const places = (kind: 'projections' | 'pipeline') =>
  dealsOfBoard(sets, kind).map(({ set, position }) => `${set}/${position}`);

it('gives all deals of a board, column by column, the most valuable first', () => {
  expect(places('projections')).toEqual(['1/0', '0/1', '1/1', '0/0']);
  expect(places('pipeline')).toEqual(['0/3', '0/0', '1/1', '1/0', '0/1']);
});
