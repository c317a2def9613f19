import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { boardData, boardDeal, savedBoard } from '../testing/board';
import { projectionsScreen } from '../testing/projections-screen';
import { ScreenPage } from './screen.page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

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
      'Closing this month Closing this month: $120K Closing this month: 2 deals closed or open',
      'Legals Legals: $300K Legals: 3 deals',
      'Proposals sent Proposals sent: $88K Proposals sent: 1 deal',
      'Legals and proposals Legals and proposals: $388K 4 deals together',
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
    button(page.element, 'Orbis Retail').click();
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

  it('shows what the board hides among its numbers, and the projections of each AE as the board has them', async () => {
    const page = await opened();
    await page.loaded('app-board-frame');
    const base = '/api/views/organic';
    (await page.request(`${base}/boards/projections`)).flush({
      ...boardData([]),
      deals: [
        boardDeal({ id: 'a', value: 100_000 }),
        boardDeal({ id: 'b', value: 60_000, owner: null }),
        boardDeal({ id: 'c', value: 40_000, stage: 'C Proposal sent' }),
        boardDeal({ id: 'd', value: 9_000, poa_date: '2026-12-15' }),
      ],
    });
    (await page.request(`${base}/preferences/projections`)).flush(
      savedBoard({ next_14_days: [{ id: 'd', client: 'Halden Robotics', stage: 'B Legals', hidden: true }] }),
    );
    (await page.request(`${base}/asher-pov`)).flush({ ...savedBoard(), saved_by: null, note: null });
    await page.settle();
    expect(all(page, 'app-closing-figures .figure')[1]).toContain(
      '3 deals 1 of them, $9K, hidden on the board',
    );
    expect(all(page, 'app-closing-figures .figure').slice(2)).toEqual([
      expect.not.stringContaining('hidden'),
      expect.stringContaining('4 deals together · 1 of them, $9K, hidden on the board'),
      expect.stringContaining('after today · 1 of them, $9K, hidden on the board'),
    ]);
    const table = () => all(page, 'app-owner-projections tbody tr, app-owner-projections tfoot tr');
    expect(table()).toEqual([
      'Camille 1 $100,000 $90,000 1 $40,000 $30,000 0 $0 $0',
      'Unassigned 1 $60,000 $54,000 0 $0 $0 0 $0 $0',
      'Total 2 $160,000 $144,000 1 $40,000 $30,000 0 $0 $0',
    ]);
    button(page.element, '50%').click();
    await page.settle();
    expect(table().at(-1)).toContain('Total 2 $160,000 $104,000');
    expect(textOf(page.element.querySelector('app-board-column header'))).toContain(
      '$104K projected of $160K',
    );
    // A number opens the cards that it counts, as the board has them.
    const opens = async (number: string) => {
      page.element.querySelector<HTMLElement>(`app-owner-projections button[data-link="${number}"]`)?.click();
      await vi.waitFor(async () => {
        await page.settle();
        expect(document.querySelector('app-listed-deals-dialog')).not.toBeNull();
      });
      return [...document.querySelectorAll('app-listed-deals-dialog tr')].map(textOf).slice(1);
    };
    expect(await opens('column=next_14_days')).toEqual([
      'Halden Robotics Legals $100,000 50% $50,000',
      'Halden Robotics Legals $60,000 90% $54,000',
      '2 deals $160,000 $104,000',
    ]);
    button(document.body, 'Close').click();
    await page.settle();
    expect(await opens('column=next_14_days&only=owner%3A')).toEqual([
      'Halden Robotics Legals $60,000 90% $54,000',
      '1 deal $60,000 $54,000',
    ]);
    expect(textOf(document.querySelector('app-listed-deals-dialog h2'))).toBe('Next 14 days · unassigned');
    document.querySelector<HTMLElement>('app-listed-deals-dialog tbody button')?.click();
    await page.settle();
    expect(document.querySelector('app-listed-deals-dialog')).toBeNull();
    expect(TestBed.inject(Router).url).toContain('deal=organic:b');
    // The figure on top counts what the board hides, too.
    button(page.element, 'Legals and proposals: $388K').click();
    await vi.waitFor(async () => {
      await page.settle();
      expect(textOf(document.querySelector('app-listed-deals-dialog h2'))).toBe('Legals and proposals');
    });
    expect(textOf(document.querySelector('app-listed-deals-dialog tfoot'))).toBe('4 deals $209,000 $142,100');
    button(document.body, 'Close').click();
    // Two boards against each other: nothing around them is of one that may not be among them.
    button(page.element, 'Duel').click();
    await page.settle();
    expect(textOf(page.element)).not.toContain('idden on the board');
    expect(table()).toEqual([]);
  });

  it('says where goals came with the sample', async () => {
    const notes = { next_14_days: [{ kind: 'sample_target' as const, deals: null, pipe: null }] };
    const page = await opened(ADDRESS, projectionsScreen({ notes }));
    await page.loaded('app-board-frame');
    expect(textOf(page.element.querySelector('app-board-bar'))).toContain('goals with sample targets');
  });
});
