import { TestBed } from '@angular/core/testing';
import type { RemovedDeal } from '@app/contracts';
import { Drawer } from '../../session/drawer';
import { view } from '../../testing/answers';
import { type OpenedPage, button, openPage, textOf } from '../../testing/at';
import { DATA_ADDRESS, pageOf } from '../../testing/data-page';
import { deal } from '../../testing/deals';
import { dealLink } from '../../ui/links/link';
import { RemovedCard } from './removed-card';

const URL = '/api/views/organic/removed-deals';
const removed = (change: Partial<RemovedDeal['deal']> = {}): RemovedDeal => ({
  deal: deal(change),
  removed: {
    run: 'run-1',
    revision: 58,
    at: '2026-11-22T10:00:00.000Z',
    by: 'hugo@example.com',
    source: 'csv',
  },
});

async function card(items: RemovedDeal[], opened = view()): Promise<OpenedPage> {
  const page = await openPage(RemovedCard, DATA_ADDRESS, { views: [opened] });
  page.api.expectOne(({ url }) => url === URL).flush(pageOf(items));
  await page.settle();
  return page;
}

async function search(page: OpenedPage, words: string) {
  const field = page.element.querySelector('input');
  if (!field) throw new Error('There is no field.');
  field.value = words;
  field.dispatchEvent(new Event('input'));
  return page.request(URL);
}

describe('the removed deals', () => {
  it('are listed with when they went and by whom, and open their story', async () => {
    const page = await card([removed()]);
    expect(textOf(page.element.querySelector('h2'))).toBe('Removed deals');
    expect(textOf(page.element.querySelector('.aside'))).toBe('1 deal');
    const row = textOf(page.element.querySelector('tbody tr'));
    expect(row).toContain('Halden Robotics B Legals');
    expect(row).toContain('$120,000 22 Nov, 11:00 hugo@example.com');
    button(page.element, 'Open Halden Robotics').click();
    await page.settle();
    expect(TestBed.inject(Drawer).opened()).toEqual(dealLink({ view_id: 'organic', id: 'd1' }));
  });

  it('are searched by client', async () => {
    const page = await card([removed()]);
    const asked = await search(page, 'dal');
    expect(asked.request.params.get('q')).toBe('dal');
    asked.flush(pageOf([]));
    await page.settle();
    expect(textOf(page.element)).toContain('No removed deal has a client with “dal” in its name.');
  });

  it('are not spoken of where there are none, and say when they cannot be loaded', async () => {
    const page = await openPage(RemovedCard, DATA_ADDRESS);
    page.api
      .expectOne(({ url }) => url === URL)
      .flush(null, { status: 503, statusText: 'Service Unavailable' });
    await page.settle();
    expect(page.element.querySelector<HTMLElement>('app-removed-card')?.hidden).toBe(false);
    button(page.element, 'Try again').click();
    page.api.expectOne(({ url }) => url === URL).flush(pageOf([]));
    await page.settle();
    expect(page.element.querySelector<HTMLElement>('app-removed-card')?.hidden).toBe(true);
  });

  it('name their view on Master', async () => {
    const master = view({ is_master: true, aggregates_from: ['signal'] });
    const page = await card([removed({ view_id: 'signal', view_name: 'Signal' })], master);
    expect(textOf(page.element.querySelector('tbody'))).toContain('Signal');
  });
});
