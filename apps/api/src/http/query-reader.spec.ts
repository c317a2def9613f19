import { ProblemException } from './problem.js';
import { type Query, QueryReader } from './query-reader.js';

const read = (query: Query) => new QueryReader(query, ['from', 'owner', 'limit', 'mode']);

function fault(attempt: () => unknown): { field?: string; message: string } {
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof ProblemException)) throw error;
    return { field: error.extras.errors?.[0]?.field, message: error.detail };
  }
  throw new Error('It was not refused.');
}

describe('QueryReader', () => {
  it('refuses what the route does not know', () => {
    expect(fault(() => read({ ownr: 'a' }))).toEqual({
      field: 'ownr',
      message: 'There is no parameter "ownr" here: it takes from, owner, limit, mode.',
    });
  });

  it('reads a parameter given once or repeatedly', () => {
    expect(read({ owner: 'a' }).list('owner')).toEqual(['a']);
    expect(read({ owner: ['a', ''] }).list('owner')).toEqual(['a', '']);
    expect(read({}).list('owner')).toEqual([]);
    expect(fault(() => read({ from: ['a', 'b'] }).text('from')).message).toBe('from may be given once.');
  });

  it.each(['2026-02-30', '2026-1-1', '2026-01-01T00:00:00Z', ''])('refuses the date "%s"', (from) => {
    expect(fault(() => read({ from }).requiredDate('from')).field).toBe('from');
  });

  it.each(['0', '501', '1.5', '-1', 'ten', '1e2', ''])('refuses the number "%s"', (limit) => {
    const bounds = { min: 1, max: 500, default: 50 };
    expect(fault(() => read({ limit }).number('limit', bounds)).message).toBe(
      'limit must be a whole number from 1 to 500.',
    );
  });

  it('takes only the words it offers', () => {
    expect(read({ mode: 'merge' }).oneOf('mode', ['replace', 'merge'])).toBe('merge');
    expect(fault(() => read({ mode: 'x' }).oneOf('mode', ['replace', 'merge'])).field).toBe('mode');
  });
});
