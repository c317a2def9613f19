import { saveChanges, savedProjection } from './save-changes.js';
import { readSavedBoard } from './stored-board.js';

type Entry = [id: string, more?: object];

/** A board with deals of a client each, in Legals, worth 1,000. */
const board = (columns: Record<string, Entry[]>, kind: 'projections' | 'pipeline' = 'projections') =>
  readSavedBoard(
    kind,
    Object.fromEntries(
      Object.entries(columns).map(([column, entries]) => [
        column,
        entries.map(([id, more]) => ({
          id,
          client: `Client ${id}`,
          stage: 'B Legals',
          pipeline: 1_000,
          ...more,
        })),
      ]),
    ),
  );

const NOTHING = { moved: 0, hidden: 0, shown: 0, weighed: 0, added: 0, removed: 0 };
const BEFORE = board({ next_14_days: [['a'], ['b'], ['c', { hidden: true }]], delayed: [['d']] });

describe('what a save changed', () => {
  it('is nothing where both are the same', () => {
    expect(saveChanges(BEFORE, BEFORE)).toEqual(NOTHING);
  });

  it('is what was moved to other columns and past others, hidden, shown and weighed', () => {
    const after = board({
      next_14_days: [['b', { hidden: true }], ['a'], ['c']],
      next_60_90_days: [['d', { probability: 50 }]],
    });
    expect(saveChanges(BEFORE, after)).toEqual({ ...NOTHING, moved: 2, hidden: 1, shown: 1, weighed: 1 });
  });

  it('is what came and what was removed; a deal under another id is known by its client', () => {
    const after = board({
      next_14_days: [['new id', { client: 'CLIENT A', probability: 75 }], ['b'], ['e']],
      delayed: [['d']],
    });
    expect(saveChanges(BEFORE, after)).toEqual({ ...NOTHING, weighed: 1, added: 1, removed: 1 });
  });

  it('is what is otherwise than on the default board, where nothing was saved before', () => {
    const after = board({
      next_14_days: [['b'], ['a', { hidden: true }]],
      delayed: [['d', { probability: 90 }]],
    });
    expect(saveChanges(board({}), after)).toEqual({ ...NOTHING, moved: 1, hidden: 1 });
  });

  it('is no move on a pipeline board where a stage changed', () => {
    const [before, after] = [
      board({ legal: [['a'], ['b']] }, 'pipeline'),
      board({ intro: [['a']], legal: [['b']] }, 'pipeline'),
    ];
    expect(saveChanges(before, after)).toEqual(NOTHING);
  });
});

it('was projected to bring what it showed', () => {
  const saved = board({
    next_14_days: [['a'], ['b', { hidden: true }], ['c', { apart: true }]],
    delayed: [
      ['d', { probability: 50 }],
      ['e', { pipeline: undefined }],
    ],
  });
  expect(savedProjection(saved)).toBe(1_400);
  expect(savedProjection(board({ legal: [['a']] }, 'pipeline'))).toBeNull();
  expect(savedProjection(board({}))).toBeNull();
});
