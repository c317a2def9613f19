import { Recent } from './recent.js';

describe('Recent', () => {
  it('lets go of what was used longest ago when there is no room', () => {
    const recent = new Recent<string>(2);
    recent.set('a', 'A', 1);
    recent.set('b', 'B', 1);
    recent.get('a');
    recent.set('c', 'C', 1);
    expect([recent.get('a'), recent.get('b'), recent.get('c')]).toEqual(['A', undefined, 'C']);
  });

  it('counts a replaced value once', () => {
    const recent = new Recent<string>(2);
    recent.set('a', 'A', 1);
    recent.set('b', 'B', 1);
    recent.set('b', 'B2', 1);
    expect([recent.get('a'), recent.get('b')]).toEqual(['A', 'B2']);
  });

  it('does not keep what alone is too large', () => {
    const recent = new Recent<string>(2);
    recent.set('a', 'A', 3);
    expect(recent.get('a')).toBeUndefined();
  });
});
