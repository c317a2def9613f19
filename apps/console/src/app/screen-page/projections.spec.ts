import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { projectionsScreen } from '../testing/projections-screen';
import { ScreenPage } from './screen.page';

const ADDRESS = '/v/organic/projections?period=half:2026-H2';
const SCREEN = '/api/views/organic/screens/projections';

async function opened(url = ADDRESS, answer = projectionsScreen()): Promise<OpenedPage> {
  const page = await openPage(ScreenPage, url);
  (await page.request(SCREEN)).flush(answer);
  await page.settle();
  return page;
}

const address = () => TestBed.inject(Router).url;
const all = (page: OpenedPage, selector: string) => [...page.element.querySelectorAll(selector)].map(textOf);

describe('the page Projections', () => {
  it('begins with value and number of deals about to close', async () => {
    expect(all(await opened(), 'app-closing-figures .figure')).toEqual([
      'Legals Legals: $300K Legals: 3 deals',
      'Proposals sent Proposals sent: $88K Proposals sent: 1 deal',
      'Legals and proposals $388K the two together',
      'Upcoming POA Upcoming POA: $410K Upcoming POA: 5 deals after today',
    ]);
  });

  it('opens each of these numbers except the sum of two metrics', async () => {
    const page = await opened();
    button(page.element, 'Legals: $300K').click();
    await page.settle();
    expect(address()).toContain('explain=legals.value');
    button(page.element, 'Upcoming POA: 5 deals').click();
    await page.settle();
    expect(address()).toContain('explain=poa.upcoming');
    expect(() => button(page.element, /^Legals and proposals:/)).toThrow();
  });

  it('lists the meetings of the next seven days, and opens their deals', async () => {
    const page = await opened();
    expect(all(page, 'app-next-days-card h3')).toEqual(['Today, 22 Nov', 'Tue 24 Nov']);
    expect(all(page, 'app-next-days-card li')).toEqual([
      'POA Halden Robotics Camille $120K',
      'POA Orbis Retail Camille $38K',
      'Intro Halden Robotics nobody assigned –',
    ]);
    expect(textOf(page.element.querySelector('app-next-days-card .card-head'))).toContain('3 meetings');
    button(page.element, /^POA Orbis Retail/).click();
    await page.settle();
    expect(address()).toContain('deal=organic:d2');
  });

  it('says when there are more meetings than it shows, and when there are none', async () => {
    const many = await opened(ADDRESS, projectionsScreen({ next_days_total: 80 }));
    expect(textOf(many.element.querySelector('app-next-days-card'))).toContain('the first 3 of 80');
    TestBed.resetTestingModule();
    const none = await opened(ADDRESS, projectionsScreen({ next_days: [], next_days_total: 0 }));
    expect(textOf(none.element.querySelector('app-next-days-card'))).toContain('No POA and no intro');
  });

  it('shows the board with goals and projections', async () => {
    const [first, second] = all(await opened(), 'app-board-column header');
    expect(first).toContain('Next 14 days 3 deals $270K projected of $300K');
    expect(first).toContain('goal $250K · 108%');
    expect(second).toContain('by default: proposal sent');
  });

  it('says which people the totals include', async () => {
    expect(textOf((await opened()).element.querySelector('app-board'))).toContain('whatever the period');
    TestBed.resetTestingModule();
    const page = await openPage(ScreenPage, `${ADDRESS}&owner=camille&owner=`);
    (await page.request(SCREEN)).flush(projectionsScreen());
    await page.settle();
    page.api
      .match(({ url }) => url.endsWith('/analytics/breakdown'))[0]
      ?.flush({ rows: [{ key: 'camille', label: 'Camille', value: 2 }] });
    await page.settle();
    expect(textOf(page.element.querySelector('app-board'))).toContain(
      'totals of Camille, Unassigned only; goals are the whole view’s',
    );
  });

  it('shows the projections of each account executive with the totals of the board, and opens their deals', async () => {
    const page = await opened();
    const table = page.element.querySelector('app-metric-table') ?? page.element;
    expect(textOf(table.querySelector('tfoot'))).toBe('Total 3 $300,000 $270,000 1 $88,000 $66,000 0 $0 $0');
    button(table, '$180,000').click();
    await page.settle();
    expect(address()).toContain('only=owner:camille&column=next_14_days');
    button(table, '$66,000').click();
    await page.settle();
    expect(address()).toContain('only=owner:camille&column=next_30_60_days');
  });
});
