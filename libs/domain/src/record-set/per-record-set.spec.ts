import { recordSetOf } from './record-set-builder.js';
import { perRecordSet, perRecordSets } from './per-record-set.js';

const [one, other] = [recordSetOf([]), recordSetOf([])];

it('computes the value of a set once', () => {
  const of = perRecordSet(() => ({}));
  expect(of(one)).toBe(of(one));
  expect(of(one)).not.toBe(of(other));
});

it('computes the value of several sets once, whichever list they come in', () => {
  const of = perRecordSets((sets) => ({ sets }));
  expect(of([one, other])).toBe(of([one, other]));
  expect(of([one, other]).sets).toEqual([one, other]);
});

it('computes another value for another order, for fewer sets and for none', () => {
  const of = perRecordSets(() => ({}));
  const values = [[one, other], [other, one], [one], [other], []].map(of);
  expect(new Set(values).size).toBe(5);
});
