import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { attendedScreen } from '../testing/attended-screen';
import { view } from '../testing/answers';
import { Address } from '../session/address';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { ScreenPage } from './screen.page';

const ADDRESS = '/v/organic/meetings-attended?period=half:2026-H2';
const SCREEN = '/api/views/organic/screens/meetings-attended';
const RECORDS = '/api/views/organic/analytics/records';

async function opened(url = ADDRESS, answer = attendedScreen()): Promise<OpenedPage> {
  const page = await openPage(ScreenPage, url);
  (await page.request(SCREEN)).flush(answer);
  await page.settle();
  return page;
}

/** The open questions for records, by the metric they are about. */
const requests = (page: OpenedPage, metric: string) =>
  page.api.match(({ url, params }) => url === RECORDS && params.get('metric') === metric);

describe('the page Meetings attended', () => {
  it('asks for period, people and comparison of the address', async () => {
    const page = await openPage(ScreenPage, `${ADDRESS}&owner=Hugo&against=last_year`);
    const { params } = (await page.request(SCREEN)).request;
    expect(['from', 'to', 'owner', 'against'].map((name) => params.get(name))).toEqual([
      '2026-07-01',
      '2026-12-31',
      'Hugo',
      'last_year',
    ]);
  });

  it('shows a skeleton while the numbers load', async () => {
    const page = await openPage(ScreenPage, ADDRESS);
    expect(page.element.querySelectorAll('app-screen-skeleton .band > div')).toHaveLength(7);
    (await page.request(SCREEN)).flush(attendedScreen());
    await page.settle();
    expect(page.element.querySelector('app-screen-skeleton')).toBeNull();
  });

  it('begins with scheduled meetings against their target, and their outcome', async () => {
    const cards = [...(await opened()).element.querySelectorAll('app-number-card')].map(textOf);
    expect(cards).toHaveLength(7);
    expect(cards[0]).toContain('Scheduled 75 of 114 · 66% , pace 79% At risk');
    expect(cards[1]).toContain('56 +12% on H1 to 25 May');
    expect(cards[4]).toContain('50% counted apart in the period');
  });

  it('shows the account executives by ARR, and their table with the totals of the cards', async () => {
    const { element } = await opened();
    const people = [...element.querySelectorAll('app-ae-cards li > button')].map(textOf);
    expect(people[0]).toBe('hugo $240K 25 attended · 12 POA · 5 closed 48% to POA · 42% to close');
    expect(people[2]).toContain('Unassigned $0');
    expect(textOf(element.querySelector('app-metric-table'))).toContain('56');
    expect(textOf(element.querySelector('app-metric-table'))).toContain('$320,000');
  });

  it('opens a number, a month and a person in the address', async () => {
    const page = await opened();
    const address = () => TestBed.inject(Router).url;
    page.element.querySelectorAll<HTMLElement>('app-number-card button')[3]?.click();
    await page.settle();
    expect(address()).toContain('explain=poa.generated');
    (await page.loaded('app-month-links button')).click();
    await page.settle();
    expect(address()).toContain('explain=intros.attended&part=2026-10');
    page.element.querySelector<HTMLElement>('app-ae-cards li button')?.click();
    await page.settle();
    expect(address()).toContain('explain=deals.arr&only=owner:hugo');
  });

  it('lists the deals behind intros and POA, filtered and sorted by the address', async () => {
    const page = await opened(
      `${ADDRESS}&owner=Hugo&intros_relevance=Question%20mark&poa_sort=-expected_arr`,
    );
    const [intros] = requests(page, 'intros.attended');
    const [poa] = requests(page, 'poa.generated');
    expect(intros?.request.params.get('relevance')).toBe('Question mark');
    expect(intros?.request.params.get('owner')).toBe('Hugo');
    expect(intros?.request.params.get('sort')).toBe('-discovery_date');
    expect(poa?.request.params.get('relevance')).toBeNull();
    expect(poa?.request.params.get('sort')).toBe('-expected_arr');
  });

  it('asks for a list again only where its own question is another one', async () => {
    const page = await opened();
    requests(page, 'intros.attended');
    requests(page, 'poa.generated');
    await TestBed.inject(Router).navigateByUrl(`${ADDRESS}&poa_sort=-expected_arr&explain=deals.arr`);
    await page.settle();
    expect([requests(page, 'intros.attended').length, requests(page, 'poa.generated').length]).toEqual([
      0, 1,
    ]);
  });

  it('has the columns of lists and tables in its address, which other pages have nothing of', async () => {
    const page = await opened(`${ADDRESS}&owners_table_columns=deals.arr&poa_columns=stage`);
    const chosen = [...page.element.querySelectorAll('app-column-menu .on')];
    expect(chosen.map((each) => each.getAttribute('aria-label'))).toEqual([
      'Columns of AE performance',
      'Columns of POA generated',
    ]);
    const address = TestBed.inject(Address);
    address.goTo('organic', 'meetings-attended');
    await page.settle();
    expect(address.url()).toContain('_columns');
    expect(address.hrefOfPerson({ role: 'owner', name: 'Hugo' })).not.toContain('_columns');
    address.goTo('organic', 'dashboard');
    await page.settle();
    expect(address.url()).not.toContain('_columns');
  });

  it('filters a list by unassigned, and removes the filter', async () => {
    const page = await opened();
    requests(page, 'intros.attended');
    const select = page.element.querySelector<HTMLSelectElement>('app-metric-records select');
    const choose = async (value: string) => {
      if (select) select.value = value;
      select?.dispatchEvent(new Event('change'));
      await page.settle();
      await page.settle();
      return requests(page, 'intros.attended').at(-1)?.request.params.get('relevance');
    };
    const said = () => textOf(page.element.querySelector('app-metric-records .on-paper'));
    expect(await choose('=')).toBe('');
    expect(said()).toBe('Relevance Not assessed');
    expect(await choose('-')).toBeNull();
    expect(said()).toBe('');
  });

  it('opens the whole list from its first rows', async () => {
    const page = await opened();
    requests(page, 'poa.generated')[0]?.flush({ items: [], next_cursor: null, total: 28 });
    await page.settle();
    button(page.element, /^All 28 deals/).click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('explain=poa.generated');
  });

  it('shows an error with the request id, and tries again', async () => {
    const page = await openPage(ScreenPage, ADDRESS);
    const problem = {
      type: 'about:blank',
      title: 'No database',
      status: 503,
      detail: '',
      errors: [],
      request_id: 'req-7',
    };
    (await page.request(SCREEN)).flush(problem, { status: 503, statusText: 'Service Unavailable' });
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('Request req-7');
    button(page.element, 'Try again').click();
    (await page.request(SCREEN)).flush(attendedScreen());
    await page.settle();
    expect(page.element.querySelector('app-number-band')).not.toBeNull();
  });

  it('keeps the numbers visible while another period loads', async () => {
    const page = await opened();
    await page.go('/v/organic/meetings-attended?period=month:2026-11');
    expect(page.element.querySelector('[aria-busy="true"] app-number-band')).not.toBeNull();
  });

  it('says what to do about an empty view, without loading records', async () => {
    const page = await openPage(ScreenPage, ADDRESS, { views: [view({ can: ['read'] })] });
    (await page.request(SCREEN)).flush(attendedScreen({ records_count: 0, matching_count: 0 }));
    await page.settle();
    expect(textOf(page.element.querySelector('app-empty-state'))).toContain('Ask a super admin');
    expect(page.api.match(({ url }) => url === RECORDS)).toEqual([]);
  });
});
