import { toProblem } from '../http/problem-answer.js';
import { Refusal, refusedField, type RefusalReason } from './refusal.js';

/** A table of its own: the statuses are what clients rely on. */
const STATUSES: Record<RefusalReason, number> = {
  faulty: 400,
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  conflict: 409,
  outdated: 412,
  too_large: 413,
  wrong_kind: 415,
  not_offered: 422,
  too_many: 429,
  unavailable: 503,
};

describe('a refusal', () => {
  it.each(Object.entries(STATUSES) as [RefusalReason, number][])(
    'that is %s is answered with %i and its own words',
    (reason, status) => {
      const problem = toProblem(new Refusal(reason, 'Try another one.'));
      expect([problem.getStatus(), problem.detail]).toEqual([status, 'Try another one.']);
    },
  );

  it('names the field that it is about', () => {
    const { extras } = toProblem(refusedField('sort', 'sort must be a column.'));
    expect(extras.errors).toEqual([{ field: 'sort', message: 'sort must be a column.' }]);
  });
});
