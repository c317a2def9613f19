import { NEVER, startingRevision } from './author.js';

describe('startingRevision', () => {
  it.each([
    [null, 5],
    [[5], 5],
    [[3], 3],
    [[9, 5, 3], 5],
    [[3, 4, 9], 4],
    [[9], NEVER],
    [[NEVER], NEVER],
  ])('%j at revision 5 is %j', (expected, revision) => {
    expect(startingRevision({ by: 'admin', expected, unwanted: [] }, 5)).toBe(revision);
  });

  it('refuses the newest revision alone among those that must not be there', () => {
    const start = (newest: number) => () =>
      startingRevision({ by: 'admin', expected: null, unwanted: [NEVER, 3, 5] }, newest);
    expect(start(5)).toThrow(/names the newest revision, 5/);
    expect(start(4)).not.toThrow();
  });
});
