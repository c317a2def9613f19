import { fold } from './fold.js';

describe('fold', () => {
  it.each([
    ['Rémi Dupont', 'remidupont'],
    ['  No\u00a0 show\u202f', 'noshow'],
    ['ÉLISE', 'elise'],
    ['N / A', 'n/a'],
    ['ﬁnance', 'finance'],
    ['D\u2019Arcy \u02bc\u2018\u201b', "d'arcy'''"],
    ['\u201cBig\u201d \u00abone\u00bb', '"big""one"'],
    ['H Lost \u2013 can\u2011be \u2212', 'hlost-can-be-'],
    ['\ufeffBright\u200bli\u00adne\u200d\u202e', 'brightline'],
    ['', ''],
  ])('%j is compared as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });
});
