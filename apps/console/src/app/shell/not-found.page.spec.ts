import { openPage, textOf } from '../testing/at';
import { NotFoundPage } from './not-found.page';

const linksOf = (element: HTMLElement) =>
  [...element.querySelectorAll('a')].map((link) => [textOf(link), link.getAttribute('href')]);

describe('an address without a page', () => {
  it('is named, without what was asked of it', async () => {
    const { element } = await openPage(NotFoundPage, '/v/organic/dashbord?period=month:2026-09');
    expect(textOf(element.querySelector('code'))).toBe('/v/organic/dashbord');
    expect(linksOf(element)).toEqual([['Open my view', '/']]);
  });

  it('leads to the page of no view that was looked for in one', async () => {
    const { element } = await openPage(NotFoundPage, '/v/organic/settings');
    expect(linksOf(element)[0]).toEqual(['Open Weights and settings', '/settings']);
  });
});
