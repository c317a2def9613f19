import { NEVER } from '../database/author.js';
import { expectedRevisions, refuseRevisions, revisionTag, unwantedRevisions } from './if-match.js';
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
    ['"3-0123456789abcdef"', [3]],
    ['"3-"', [NEVER]],
    ['"3-x"', [NEVER]],
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
    expect(expectedRevisions(revisionTag(7, { sum: 1 }))).toEqual([7]);
  });
});

describe('unwantedRevisions', () => {
  it.each(['*', ' * '])('refuses %j', (header) => {
    expect(() => unwantedRevisions(header)).toThrow(/asks that there be nothing yet/);
  });

  it.each([
    [undefined, []],
    ['', []],
    ['nonsense', []],
    ['"3"', [3]],
    ['W/"3", "4"', [3, 4]],
    ['"*"', [NEVER]],
  ])('%j is %j', (header, revisions) => {
    expect(unwantedRevisions(header)).toEqual(revisions);
  });
});

describe('refuseRevisions', () => {
  const refuse = (header: string | undefined) => () => {
    refuseRevisions(header);
  };

  it.each(['"3"', '"x"', 'W/"0"', '0'])('refuses %j', (header) => {
    expect(refuse(header)).toThrow(/has none: leave it out/);
  });

  it.each([undefined, '*'])('passes over %j', (header) => {
    expect(refuse(header)).not.toThrow();
  });
});
