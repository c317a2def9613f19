import { readLimits, typedLimits } from './gate-draft';

const USUAL = { removed_share: 0.2, value_change_share: 0.3, unreadable_share: 0.1 };
const TYPED = { removed_share: '20', value_change_share: '30', unreadable_share: '10' };

describe('the limits of the gate', () => {
  it('are typed in percent', () => {
    expect(typedLimits(USUAL)).toEqual(TYPED);
    expect(readLimits(TYPED)).toEqual({ limits: USUAL, faulty: [] });
    expect(readLimits({ ...TYPED, removed_share: ' 12,5 ' }).limits?.removed_share).toBe(0.125);
    expect(readLimits({ ...TYPED, removed_share: '100' }).limits?.removed_share).toBe(1);
  });

  it.each(['', '101', '-1', 'ten', '5 %', '100.1'])('are no limit as %j', (text) => {
    expect(readLimits({ ...TYPED, removed_share: text })).toEqual({
      limits: null,
      faulty: ['removed_share'],
    });
  });
});
