import { aView } from '../testing/views.js';
import { sourcesOf } from './sources.js';

const organic = aView({ id: 'o', name: 'Organic' });
const signal = aView({ id: 's', name: 'Signal' });
const other = aView({ id: 'm2', name: 'Other master', isMaster: true });
const master = (aggregatesFrom: string[]) =>
  aView({ id: 'm', name: 'Master', isMaster: true, aggregatesFrom });

const idsOf = (aggregatesFrom: string[]): string[] => {
  const view = master(aggregatesFrom);
  return sourcesOf(view, [organic, signal, other, view]).map(({ id }) => id);
};

describe('sourcesOf', () => {
  it.each([
    ['the views it names', ['s'], ['s']],
    ['all the others when it names none', [], ['o', 's']],
    ['no unknown id, not itself, no other master', ['gone', 'm', 'm2', 'o'], ['o']],
    ['all the others when none of its ids is left', ['gone', 'm'], ['o', 's']],
  ])('a master adds up %s', (_, named, expected) => {
    expect(idsOf(named)).toEqual(expected);
  });

  it('any other view is its own source, whatever it names', () => {
    expect(sourcesOf({ ...signal, aggregatesFrom: ['o'] }, [organic, signal])).toEqual([
      { ...signal, aggregatesFrom: ['o'] },
    ]);
  });
});
