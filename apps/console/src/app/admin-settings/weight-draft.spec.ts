import { DEFAULT_WEIGHTS } from '@app/domain/weighting';
import { readWeights, typedWeights } from './weight-draft';

const typed = typedWeights([...DEFAULT_WEIGHTS]);
const withFirst = (change: object) => readWeights([{ ...typed[0], ...change } as (typeof typed)[number]]);

describe('a typed weight table', () => {
  it('reads back as it was', () => {
    expect(readWeights(typed).table).toEqual(DEFAULT_WEIGHTS);
  });

  it('takes a decimal comma, and nothing after days as "age does not matter"', () => {
    expect(withFirst({ weight: '0,4', days: '', later: ' ' }).table?.[0]).toMatchObject({
      weight: 0.4,
      after: null,
    });
  });

  it.each([
    ['a weight above 1', { weight: '1.5' }, 'weight is not a number from 0 to 1'],
    ['no weight', { weight: '' }, 'weight is not a number'],
    ['days without what follows', { later: '' }, 'later weight is not a number'],
    ['half a day', { days: '1.5' }, 'days are not a whole number'],
    ['no source yet', { source: '' }, 'source is neither'],
  ])('refuses %s at its row, in words', (_, change, words) => {
    const { table, faults } = withFirst(change);
    expect(table).toBeNull();
    expect(faults.get(0)?.join(' ')).toContain(words);
  });

  it('says which row occurs twice', () => {
    const { faults } = readWeights([...typed, ...typed.slice(0, 1)]);
    expect(faults.get(typed.length)?.[0]).toContain('stands twice');
  });
});
