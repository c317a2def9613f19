import { withKeptKeys } from './kept-keys.js';
import { readSavedBoard, storedBoardOf } from './stored-board.js';

const board = (preferences: object) => readSavedBoard('projections', preferences);
const kept = (sent: object, before: object) => storedBoardOf(withKeptKeys(board(sent), board(before)));

describe('keys that the product does not know', () => {
  it('stay with the board and with each deal under its id, in whatever column it is', () => {
    const before = {
      next_14_days: [
        { id: 'a', hidden: false, colour: 'red' },
        { id: 'b', hidden: false, colour: 'blue' },
      ],
      layout: { wide: true },
    };
    const sent = { next_30_60_days: [{ id: 'a', hidden: true }, { id: 'c' }] };
    expect(kept(sent, before)).toEqual({
      next_14_days: [],
      next_30_60_days: [
        { id: 'a', hidden: true, colour: 'red' },
        { id: 'c', hidden: false },
      ],
      next_60_90_days: [],
      layout: { wide: true },
    });
  });

  it('are what the sender says they are', () => {
    const before = { next_14_days: [{ id: 'a', colour: 'red', size: 1 }], layout: 'wide' };
    const sent = { next_14_days: [{ id: 'a', colour: null }], layout: 'narrow' };
    expect(kept(sent, before)).toMatchObject({
      next_14_days: [{ id: 'a', colour: null, size: 1 }],
      layout: 'narrow',
    });
  });

  it('do not pass to the deal of another view, nor to one without id', () => {
    const before = {
      next_14_days: [
        { id: 'a', view_id: 'v1', colour: 'red' },
        { client: 'Acme', colour: 'red' },
      ],
    };
    const sent = { next_14_days: [{ id: 'a', view_id: 'v2' }, { client: 'Acme' }] };
    expect(kept(sent, before).next_14_days).toEqual([
      { id: 'a', view_id: 'v2', hidden: false },
      { id: '', client: 'Acme', hidden: false },
    ]);
  });
});
