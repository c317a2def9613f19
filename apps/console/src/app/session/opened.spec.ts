import { dealOf, onlyOf, onlyParameter } from './opened';

describe('what is open, in the address', () => {
  it.each([
    ['owner:camille', { field: 'owner', value: 'camille' }],
    ['bdr:', { field: 'bdr', value: '' }],
    ['stage:D: booked', { field: 'stage', value: 'D: booked' }],
  ] as const)('reads and writes the row %s', (text, only) => {
    expect(onlyOf(text)).toEqual(only);
    expect(onlyParameter(only)).toBe(text);
  });

  it.each([null, '', 'owner', 'client:Halden', ':camille'])('takes %s for no row', (text) => {
    expect(onlyOf(text)).toBeNull();
  });

  it('names a deal by its view and id', () => {
    expect(dealOf('organic:r:12')).toEqual({ viewId: 'organic', id: 'r:12' });
    expect(dealOf('organic:')).toBeNull();
    expect(dealOf(null)).toBeNull();
  });
});
