import { WORDS } from '../base/words';
import { termOfColumn } from './column-term';

describe('what the head of a column stands for', () => {
  it('is its number, or a word of the definitions', () => {
    expect(termOfColumn({ id: 'deals.arr', metric: 'deals.arr' })).toBe('deals.arr');
    const words = ['goal', 'progress'].map((id) => termOfColumn({ id, metric: null }));
    expect(words).toEqual(WORDS.flatMap(({ id }) => (words.includes(id) ? [id] : [])));
    expect(termOfColumn({ id: 'share', metric: null })).toBeNull();
  });
});
