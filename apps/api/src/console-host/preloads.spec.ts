import { day } from '@app/domain/period';
import { preloadLinks, preloadsAt } from './preloads.js';

const ALWAYS = ['/api/auth/me', '/api/views'];
const screenAt = (address: string) => {
  const { pathname, searchParams } = new URL(address, 'http://localhost');
  return preloadsAt(pathname, searchParams, day('2026-11-29')).slice(ALWAYS.length);
};

describe('what a page is going to ask first', () => {
  it('is who is there and the views, wherever it is', () => {
    for (const path of ['/', '/v/organic/dashboard', '/v/organic/data', '/users'])
      expect(preloadsAt(path, new URLSearchParams(), day('2026-11-29')).slice(0, 2)).toEqual(ALWAYS);
  });

  it.each([
    ['/v/organic', 'dashboard?from=2026-07-01&to=2026-12-31&against=previous'],
    ['/v/organic/dashboard?period=month:2026-02', 'dashboard?from=2026-02-01&to=2026-02-28&against=previous'],
    [
      '/v/organic/deals-pipeline?period=ytd:2026&against=none',
      'deals-pipeline?from=2026-01-01&to=2026-11-29&against=none',
    ],
  ])('is the screen of %s with its days', (address, question) => {
    expect(screenAt(address)).toEqual([`/api/views/organic/screens/${question}`]);
  });

  it.each([
    '/v/organic/data',
    '/v/organic/__proto__',
    '/v/organic/dashboard/more',
    '/v/or%2fganic/dashboard',
    '/v/a<b>/dashboard',
    '/v/organic/dashboard?owner=Salome',
    '/v/organic/dashboard?source_group=',
    '/v/organic/dashboard?as_of=2026-01-01',
    '/v/organic/person?person=owner:Salome',
    '/v/organic/dashboard?against=a%0d%0ab',
  ])('is no screen at %s', (address) => {
    expect(screenAt(address)).toEqual([]);
  });

  it('is told in one header', () => {
    expect(preloadLinks(ALWAYS)).toBe(
      '</api/auth/me>; rel=preload; as=fetch; crossorigin=anonymous, ' +
        '</api/views>; rel=preload; as=fetch; crossorigin=anonymous',
    );
  });
});
