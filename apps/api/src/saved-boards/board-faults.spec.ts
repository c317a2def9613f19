import { faultsOfBoard, MOST_DEALS } from './board-faults.js';

const messages = (preferences: object) =>
  faultsOfBoard(preferences as Record<string, unknown>).map(({ message }) => message);

const inFirst = (...items: readonly unknown[]) => ({ next_14_days: items });

describe('a board that is sent', () => {
  it.each([
    [{}],
    [{ next_14_days: [], later: 'unknown keys are none of our business', 'a.b': 1 }],
    [inFirst({ id: 'a', client: 'Acme', pipeline: null, probability: 60, owner: null, hidden: true })],
    [inFirst({ client: 'Acme' }, { client: 'Acme' })],
    [inFirst({ id: 'a', view_id: 'one' }, { id: 'a', view_id: 'two' })],
    [{ next14: [{ id: 'a', hidden: false, deleted: true, order: 2 }] }],
  ])('may be %j', (preferences) => {
    expect(messages(preferences)).toEqual([]);
  });

  it.each([
    [
      { intro: 'a column of the other board' },
      'preferences.intro must be a list of deals, such as [{ "id": "..." }].',
    ],
    [{ intro: [{ id: [] }] }, 'preferences.intro.0.id must be a text, or null.'],
    [{ next_14_days: {} }, 'preferences.next_14_days must be a list of deals, such as [{ "id": "..." }].'],
    [
      { next_30_60_days: null },
      'preferences.next_30_60_days must be a list of deals, such as [{ "id": "..." }].',
    ],
    [{ next14: 'a' }, 'preferences.next14 must be a list of deals, such as [{ "id": "..." }].'],
    [
      inFirst('a'),
      'preferences.next_14_days.0 must be an object, such as { "id": "...", "client": "Acme Corp" }.',
    ],
    [
      inFirst({ id: 'a' }, { hidden: true }),
      'preferences.next_14_days.1 has neither id nor client: name the deal.',
    ],
    [inFirst({ id: 7 }), 'preferences.next_14_days.0.id must be a text, or null.'],
    [
      inFirst({ id: 'a', client: 'x'.repeat(50_001) }),
      'preferences.next_14_days.0.client is longer than 50,000 characters.',
    ],
    [
      inFirst({ id: 'a', probability: '90' }),
      'preferences.next_14_days.0.probability must be a number, or null.',
    ],
    [inFirst({ id: 'a', hidden: 'yes' }), 'preferences.next_14_days.0.hidden must be true or false.'],
    [
      inFirst({ id: 'a', $set: 1 }),
      'preferences.next_14_days.0 has the key "$set": no key may begin with "$" or hold a NUL.',
    ],
    [{ $top: 1 }, 'preferences has the key "$top": no key may begin with "$" or hold a NUL.'],
  ])('must not be %j', (preferences, message) => {
    expect(messages(preferences)).toEqual([message]);
  });

  it('holds 5,000 deals at most', () => {
    const deals = (count: number) => inFirst(...Array.from({ length: count }, (_, at) => ({ id: `${at}` })));
    expect(messages(deals(MOST_DEALS))).toEqual([]);
    expect(messages(deals(MOST_DEALS + 1))).toEqual([
      'preferences holds 5,001 deals, 5,000 are the most: take out those that are gone.',
    ]);
  });

  it('names twenty faults at most', () => {
    expect(messages(inFirst(...Array.from({ length: 30 }, () => 7)))).toHaveLength(20);
  });
});
