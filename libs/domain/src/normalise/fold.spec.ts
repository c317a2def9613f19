import { fold } from './fold.js';

describe('fold', () => {
  it.each([
    ['Rémi Dupont', 'remidupont'],
    ['  No\u00a0 show\u202f', 'noshow'],
    ['ÉLISE', 'elise'],
    ['N / A', 'n/a'],
    ['ﬁnance', 'finance'],
    ['', ''],
  ])('%j is compared as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});
