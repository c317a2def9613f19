import { expectedRevisions, NEVER, refuseIfAnything, revisionTag, startingRevision } from './if-match.js';
import { ProblemException } from './problem.js';

describe('expectedRevisions', () => {
  it.each([
    ['"3"', [3]],
    ['3', [3]],
    [' "0" ', [0]],
    ['"3", "12"', [3, 12]],
    ['*', null],
    [undefined, null],
    ['"x"', [NEVER]],
    ['W/"3"', [NEVER]],
    ['"-3"', [NEVER]],
    ['"03"', [NEVER]],
    ['"x", "3"', [NEVER, 3]],
    [`"${'9'.repeat(40)}"`, [NEVER]],
  ])('%j is %p', (header, revisions) => {
    expect(expectedRevisions(header)).toEqual(revisions);
  });

  it.each(['', 'W/3"', '1e3', '"3', 'abc', '"3" "4"'])('%j is malformed', (header) => {
    const read = () => expectedRevisions(header);
    expect(read).toThrow(ProblemException);
    expect(read).toThrow(/If-Match must be/);
  });

  it('reads what was given out', () => {
    expect(expectedRevisions(revisionTag(7))).toEqual([7]);
  });
});

describe('refuseIfAnything', () => {
  it.each(['*', ' * '])('refuses %j', (header) => {
    expect(() => {
      refuseIfAnything(header);
    }).toThrow(/asks that there be nothing yet/);
  });

  it.each([undefined, '"3"', 'W/"3"', '"*"', ''])('passes over %j', (header) => {
    expect(() => {
      refuseIfAnything(header);
    }).not.toThrow();
  });
});

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
    expect(startingRevision(expected, 5)).toBe(revision);
  });
});
