import { Component } from '@angular/core';
import { openPage, textOf } from '../testing/at';
import { screenParts } from '../testing/tables';
import { exportAddress } from '../ui/export/export-question';
import { screenOf } from './screen-of';

@Component({
  template: `
    <p class="subtitle">{{ screen.subtitle() }}</p>
    <p class="undated">{{ screen.undated() }}</p>
    <p class="export">{{ address() }}</p>
    <p class="shown">{{ screen.shown() ? 'numbers' : 'nothing' }}</p>
  `,
})
class Page {
  protected readonly screen = screenOf('meetings-attended');
  protected readonly address = () => exportAddress(this.screen.exportOf('owners'), 'csv');
}

const ADDRESS = '/v/organic/meetings-attended?period=half:2026-H2&owner=Hugo&owner=&against=last_year';
const SCREEN = '/api/views/organic/screens/meetings-attended';

async function opened(answer = screenParts()) {
  const page = await openPage(Page, ADDRESS);
  (await page.request(SCREEN)).flush(answer);
  await page.settle();
  return (name: string) => textOf(page.element.querySelector(`.${name}`));
}

describe('the answer of a screen', () => {
  it('has view, people, period and day as its subtitle', async () => {
    const text = await opened();
    expect(text('subtitle')).toMatch(
      /^Organic · AE Hugo, Unassigned · 1 Jul\s–\s31 Dec 2026 · as of 22 Nov 2026$/,
    );
  });

  it('says no period of what is counted whatever the period', async () => {
    expect((await opened())('undated')).toBe('Organic · AE Hugo, Unassigned · as of 22 Nov 2026');
  });

  it('names people as the data writes them, not by the key of the address', async () => {
    const page = await openPage(Page, '/v/organic/meetings-attended?period=half:2026-H2&owner=clara');
    (await page.request('/api/views/organic/filters')).flush({
      values: { owner: [{ value: 'clara', label: 'Clara', deals: 1 }] },
    });
    (await page.request(SCREEN)).flush(screenParts());
    await page.settle();
    expect(textOf(page.element.querySelector('.subtitle'))).toMatch(/^Organic · AE Clara · /);
  });

  it('exports with the same period, people and comparison', async () => {
    const text = await opened();
    expect(text('export')).toBe(
      `${SCREEN}/export?from=2026-07-01&to=2026-12-31&owner=Hugo&owner=&against=last_year&table=owners&format=csv`,
    );
  });

  it('is asked for once, whatever opens and closes over the page', async () => {
    const page = await openPage(Page, ADDRESS);
    (await page.request(SCREEN)).flush(screenParts());
    await page.go(`${ADDRESS}&explain=meetings.total`);
    await page.go(ADDRESS);
    page.api.expectNone(({ url }) => url === SCREEN);

    await page.go(ADDRESS.replace('2026-H2', '2026-H1'));
    expect((await page.request(SCREEN)).request.params.get('from')).toBe('2026-01-01');
  });

  it.each([
    ['shown for a view with records', {}, 'numbers'],
    ['not shown before the first upload of a view', { records_count: 0, matching_count: 0 }, 'nothing'],
    ['not shown where the filters leave no record', { matching_count: 0 }, 'nothing'],
  ])('is %s', async (_, change, shown) => {
    expect((await opened(screenParts(change)))('shown')).toBe(shown);
  });
});
