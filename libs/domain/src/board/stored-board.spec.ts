import fc from 'fast-check';
import { somePreferences } from '../testing/boards.js';
import { savedDealsOf } from './saved-board.js';
import { readSavedBoard, storedBoardOf } from './stored-board.js';

const ACME = {
  id: 'a',
  client: 'Acme',
  pipeline: 60_000,
  probability: 90,
  owner: 'Zoé',
  stage: 'B Legals',
  hidden: false,
};

const kind = fc.constantFrom('projections' as const, 'pipeline' as const);

/** Where each deal is, and whether it is hidden. */
const placesIn = (...read: Parameters<typeof readSavedBoard>) =>
  readSavedBoard(...read).columns.flatMap(({ id, deals }) =>
    deals.map((deal) => `${id}: ${deal.id}${deal.hidden ? ' hidden' : ''}`),
  );

describe('a stored board', () => {
  it('is written back as it was, with the keys and columns that are not known', () => {
    const stored = {
      next_14_days: [{ ...ACME, note: 'call Ann', missing: true }],
      next_30_60_days: [],
      next_60_90_days: [{ id: 'b', hidden: true }],
      someday: [{ id: 'z' }],
    };
    expect(storedBoardOf(readSavedBoard('projections', stored))).toEqual(stored);
  });

  it('has delayed deals only where there are some', () => {
    const delayed = [{ ...ACME, hidden: false }];
    expect(storedBoardOf(readSavedBoard('projections', { delayed })).delayed).toEqual(delayed);
    expect(storedBoardOf(readSavedBoard('projections', {}))).toEqual({
      next_14_days: [],
      next_30_60_days: [],
      next_60_90_days: [],
    });
  });

  it('of the pipeline holds who is meant, the order and what is hidden', () => {
    const { id, client, stage, hidden } = ACME;
    const legal = [{ id, client, stage, hidden }];
    const none = { intro: [], poa_booked: [], proposal_sent: [] };
    expect(storedBoardOf(readSavedBoard('pipeline', { legal }))).toEqual({ ...none, legal });
    // What a pipeline board has no use for is not its to drop.
    expect(storedBoardOf(readSavedBoard('pipeline', { legal: [ACME] }))).toEqual({ ...none, legal: [ACME] });
  });

  it('of other software is read in its order, deleted deals as hidden', () => {
    const stored = {
      next14: [{ id: 'b', order: 2, deleted: true }, 'c', { id: 'a', hidden: false, order: 1 }],
      next30: [{ id: 'd', hidden: true }],
      next60: ['e'],
      delayed: [
        { id: 'g', order: 1 },
        { id: 'f', order: 0 },
      ],
      next_14_days: ['first'],
    };
    expect(placesIn('projections', stored)).toEqual([
      'next_14_days: first',
      'next_14_days: a',
      'next_14_days: b hidden',
      'next_14_days: c',
      'next_30_60_days: d hidden',
      'next_60_90_days: e',
      'delayed: f',
      'delayed: g',
    ]);
    expect(Object.keys(storedBoardOf(readSavedBoard('projections', stored)))).toEqual([
      'next_14_days',
      'next_30_60_days',
      'next_60_90_days',
      'delayed',
    ]);
  });

  it.each([
    [
      'lists',
      { deal_stages: { a: 'legal', b: 'D POA Booked' }, deal_order: ['b', 'a', 'c'], hidden_deals: ['c'] },
    ],
    [
      'keys',
      {
        deal_stages: { a: 'Legal', b: 'poa_booked' },
        deal_order: { a: 1, c: 2, b: 0 },
        hidden_deals: { c: true, a: false },
      },
    ],
    [
      'a list for each column',
      { deal_order: { legal: ['a'], poa_booked: ['b'], intro: ['c'] }, hidden_deals: ['c'] },
    ],
  ])('of user_preferences is read from %s', (_, stored) => {
    expect(placesIn('pipeline', { user_email: 'zoe@example.com', ...stored })).toEqual([
      'intro: c hidden',
      'poa_booked: b',
      'legal: a',
    ]);
  });

  it('counts any probability but 50, 75 and 90 as that of the stage', () => {
    const stored = [90, '75', 60, 0.9, null, 'high'].map((probability) => ({ id: 'a', probability }));
    const read = savedDealsOf(readSavedBoard('projections', { next_14_days: stored }));
    expect(read.map(({ probability }) => probability)).toEqual([90, 75, null, null, null, null]);
  });

  it('is normalised as the data is', () => {
    const [deal] = savedDealsOf(
      readSavedBoard('projections', {
        next14: [{ id: 'a', client: ' RÃ©mi SA', stage: 'legal', owner: 'n/a' }],
      }),
    );
    expect(deal).toMatchObject({ client: 'Rémi SA', stage: 'B Legals', owner: null });
  });

  it('leaves out what names no deal', () => {
    const stored = [null, 7, true, [], {}, { id: '' }, { hidden: true }, { client: 'Acme' }, ''];
    expect(placesIn('projections', { next_14_days: stored })).toEqual(['next_14_days: ']);
  });

  it('is the same board when it is read again, whatever was stored', () => {
    fc.assert(
      fc.property(
        kind.chain((board) => fc.tuple(fc.constant(board), somePreferences(board))),
        ([board, preferences]) => {
          const read = readSavedBoard(board, preferences);
          expect(readSavedBoard(board, storedBoardOf(read))).toEqual(read);
        },
      ),
      { numRuns: 500 },
    );
  });
});
