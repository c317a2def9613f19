import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type OpenedPage, openPage, textOf } from '../testing/at';
import { upsellScreen } from '../testing/upsell-screen';
import { ScreenPage } from './screen.page';

const ADDRESS = '/v/organic/upsell-renew?period=half:2026-H2';
const SCREEN = '/api/views/organic/screens/upsell-renew';
const RECORDS = '/api/views/organic/analytics/records';

async function opened(url = ADDRESS): Promise<OpenedPage> {
  const page = await openPage(ScreenPage, url);
  (await page.request(SCREEN)).flush(upsellScreen());
  await page.settle();
  return page;
}

const requests = (page: OpenedPage, metric: string) =>
  page.api.match(({ url, params }) => url === RECORDS && params.get('metric') === metric);

describe('the page Upsells & renewals', () => {
  it('begins with the meetings against their target, and ends with the money', async () => {
    const cards = [...(await opened()).element.querySelectorAll('app-number-card')].map(textOf);
    expect(cards).toHaveLength(5);
    expect(cards[0]).toContain('Upsell meetings 14 of 18 · 78% , pace 79% On track');
    expect(cards[4]).toContain('ARR closed $96K');
  });

  it('calls people partners, and shows the stages of their deals without links', async () => {
    const { element } = await opened();
    const table = element.querySelector('app-metric-table');
    expect(textOf(table)).toContain('Partner');
    expect(textOf(table)).toContain('Legals');
    expect(textOf(table)).not.toContain('B Legals');
    const [first] = [...(table?.querySelectorAll('tbody tr, [role="row"]') ?? [])].filter((row) =>
      textOf(row).includes('northwind'),
    );
    expect(first?.querySelectorAll('button')).toHaveLength(4);
  });

  it('opens a number of a partner, narrowed to the partner', async () => {
    const page = await opened();
    const link = [...page.element.querySelectorAll<HTMLElement>('app-metric-table button')].find(
      (each) => textOf(each) === '9',
    );
    link?.click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('explain=upsell.meetings&only=bdr:northwind');
  });

  it('lists intros and POA, narrowed to a partner by the address', async () => {
    const page = await opened(`${ADDRESS}&poa_bdr=northwind`);
    expect(requests(page, 'upsell.meetings')[0]?.request.params.get('sort')).toBe('-discovery_date');
    expect(requests(page, 'renewal.meetings')).toHaveLength(1);
    const [poa] = requests(page, 'upsell.poa');
    expect(poa?.request.params.get('bdr')).toBe('northwind');
    expect(poa?.request.params.get('sort')).toBe('-poa_date');
  });
});
