import { TestBed } from '@angular/core/testing';
import { ScreenPage } from '../screen-page/screen.page';
import { Address } from '../session/address';
import { attendedScreen } from '../testing/attended-screen';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';

const PERIOD = 'period=half:2026-H2';
const SCREEN = '/api/views/organic/screens/meetings-attended';
const names = (...labels: string[]) =>
  labels.map((label) => ({ value: label.toLowerCase(), label, deals: 1 }));

/** A page whose filters leave no deal, in a view of Hugo and Elise. */
async function opened(filters: string): Promise<OpenedPage> {
  const page = await openPage(ScreenPage, `/v/organic/meetings-attended?${PERIOD}&${filters}`);
  (await page.request(SCREEN)).flush(attendedScreen({ matching_count: 0 }));
  (await page.request('/api/views/organic/filters')).flush({
    values: { owner: names('Hugo', 'Elise'), bdr: names('Hugo'), product: [] },
  });
  // What forgives slips is loaded first.
  await page.loaded('app-no-match button');
  return page;
}

const said = ({ element }: OpenedPage) => textOf(element.querySelector('app-no-match'));
const filters = () => TestBed.inject(Address).filters();

describe('a page whose filters leave no deal', () => {
  it('says whose name nobody has, and shows the deals of all once that is cleared', async () => {
    const page = await opened('owner=Nobody&stage=B Legals');
    expect(said(page)).toBe(
      'No deals for AE Nobody · Stage Legals in Organic No deal of this view has “Nobody” as AE. ' +
        'The name may be mistyped, or belong to another view. Clear the filter by AE',
    );
    expect(page.element.querySelector('app-number-band')).toBeNull();
    button(page.element, 'Clear the filter by AE').click();
    await page.settle();
    expect(filters()).toEqual({ stage: ['B Legals'] });
    // What is not known yet is not said.
    expect([said(page), page.element.querySelector('app-screen-skeleton') !== null]).toEqual(['', true]);
    (await page.request(SCREEN)).flush(attendedScreen());
    await page.settle();
    expect(page.element.querySelector('app-number-band')).not.toBeNull();
  });

  it.each([
    [
      'owner=hugo&bdr=hugo',
      'No deals for AE Hugo · BDR Hugo',
      'matches all of these filters. Clear all filters',
    ],
    ['stage=A Closed', 'No deals for Stage Closed', 'matches this filter. Clear the filter by Stage'],
    [
      'owner=hugo&owner=X&bdr=Y',
      'for AE Hugo, X · BDR Y',
      'has “X” as AE. No deal of this view has “Y” as BDR.',
    ],
    ['owner=hugo&person=bdr:Z', 'No deals for BDR Z', 'another view. Choose somebody else'],
    ['owner=Hguo', 'No deals for AE Hguo', 'another view. Show AE Hugo Clear the filter by AE'],
    ['owner=Elise Durand', 'No deals for AE Elise Durand', 'Show AE Elise Clear the filter by AE'],
    ['person=bdr:Elise', 'No deals for BDR Elise', 'Show AE Elise Choose somebody else'],
  ])('says why, and what to do: %s', async (query, title, why) => {
    const text = said(await opened(query));
    expect([text.includes(title), text.includes(why)], text).toEqual([true, true]);
  });

  it('leads from a person who has none to the people of the view', async () => {
    const page = await opened('owner=hugo&person=bdr:Z');
    button(page.element, 'Choose somebody else').click();
    await page.settle();
    expect([TestBed.inject(Address).person(), filters()]).toEqual([null, { owner: ['hugo'] }]);
  });

  it('puts a name right, and keeps the others', async () => {
    const page = await opened('owner=hugo&owner=Elsie&bdr=hugo');
    button(page.element, 'Show AE Elise').click();
    await page.settle();
    expect(filters()).toEqual({ owner: ['hugo', 'elise'], bdr: ['hugo'] });
  });

  it.each([
    ['person=bdr:Hguo', 'Show BDR Hugo', { role: 'bdr', name: 'Hugo' }],
    ['person=bdr:Elise', 'Show AE Elise', { role: 'owner', name: 'Elise' }],
  ])('leads to the person that may be meant: %s', async (query, name, person) => {
    const page = await opened(query);
    button(page.element, name).click();
    await page.settle();
    expect(TestBed.inject(Address).person()).toEqual(person);
  });
});
