import { expectedRevision, revisionTag } from './if-match.js';

describe('expectedRevision', () => {
  it.each([
    ['"3"', 3],
    ['3', 3],
    ['W/"3"', 3],
    [' "0" ', 0],
    ['"3", "12"', 12],
    ['*', null],
    [undefined, null],
    ['', -1],
    ['"x"', -1],
    ['"-3"', -1],
    ['W/3"', -1],
    ['1e3', -1],
  ])('%j is %p', (header, revision) => {
    expect(expectedRevision(header)).toBe(revision);
  });

  it('reads what was given out', () => {
    expect(expectedRevision(revisionTag(7))).toBe(7);
  });
});
