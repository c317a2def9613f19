import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { deal } from '../testing/deals';
import { dealsScreen } from '../testing/deals-screen';
import { ScreenPage } from './screen.page';

const ADDRESS = '/v/organic/deals-pipeline?period=half:2026-H2';
const SCREEN = '/api/views/organic/screens/deals-pipeline';
const RECORDS = '/api/views/organic/analytics/records';

async function opened(url = ADDRESS): Promise<OpenedPage> {
  const page = await openPage(ScreenPage, url);
  (await page.request(SCREEN)).flush(dealsScreen());
  await page.settle();
  return page;
}

const requests = (page: OpenedPage, metric: string) =>
  page.api.match(({ url, params }) => url === RECORDS && params.get('metric') === metric);
const address = () => TestBed.inject(Router).url;
const chart = (page: OpenedPage, heading: string) =>
  [...page.element.querySelectorAll('app-month-chart')].find((each) => textOf(each).includes(heading)) ??
  page.element;

describe('the page Deals & pipeline', () => {
  it('shows closed deals, then the pipe with unweighted deals, then the old pipe', async () => {
    const bands = [...(await opened()).element.querySelectorAll('app-number-band')].map(textOf);
    expect(bands).toHaveLength(3);
    expect(bands[0]).toContain('Deals closed 7 of 12 · 58% all that bills by 31 Dec');
    expect(bands[0]).toContain('MRR closed $26.7K');
    expect(bands[1]).toContain('Open pipe, weighted $900K 9 deals, $210K weigh nothing');
    expect(bands[2]).toBe('Old pipe $700K Deals 18 Clients 16');
  });

  it('opens a number of an account executive; the totals are those of the cards', async () => {
    const page = await opened();
    const table = page.element.querySelector('main app-metric-table, app-metric-table') ?? page.element;
    expect(textOf(table.querySelector('tfoot'))).toBe('Total $2,500,000 $900,000 $1,900,000 $610,000 41');
    button(table, '$600,000').click();
    await page.settle();
    expect(address()).toContain('explain=pipe.active_weighted&only=owner:camille');
  });

  it('opens the running sum of a month, but not the amount added in the month', async () => {
    const page = await opened();
    const half = chart(page, 'Weighted pipe of the half');
    button(half, 'Table').click();
    await page.settle();
    expect(() => button(half, '$200,000')).toThrow();
    button(half, '$250,000').click();
    await page.settle();
    expect(address()).toContain('explain=pipe.cumulative_weighted&part=2026-10');
  });

  it('lists the open pipe by weighted value, with the reason for each weight', async () => {
    const page = await opened();
    const [open] = requests(page, 'pipe.active');
    expect(open?.request.params.get('sort')).toBe('-weighted');
    open?.flush({
      items: [deal({ stage: 'C Proposal sent', age: 91, weight: 0.3, weighted: 36_000 })],
      next_cursor: null,
      total: 1,
    });
    await page.settle();
    await page.settle();
    const list = page.element.querySelectorAll('app-metric-records')[1];
    const heads = [...(list?.querySelectorAll('[role="columnheader"]') ?? [])];
    expect(heads.map(textOf)).toEqual(['Client', 'AE', 'Stage', 'Age', 'Pipe', 'Weight', 'Why', 'Weighted']);
    expect(heads[6]?.querySelector('button')).toBeNull();
  });

  it('lists closed deals by billing start, and the old pipe by value', async () => {
    const page = await opened(`${ADDRESS}&old_stage=G%20Stalled`);
    expect(requests(page, 'deals.closed')[0]?.request.params.get('sort')).toBe('-billing_start');
    const [old] = requests(page, 'pipe.old');
    expect(old?.request.params.get('sort')).toBe('-pipeline');
    expect(old?.request.params.get('stage')).toBe('G Stalled');
  });

  it('has no controls of a list without deals but those that may be why', async () => {
    const page = await opened(`${ADDRESS}&old_stage=G%20Stalled`);
    for (const metric of ['pipe.active', 'pipe.old'])
      requests(page, metric)[0]?.flush({ items: [], next_cursor: null, total: 0 });
    await page.settle();
    const [, open, old] = page.element.querySelectorAll('app-metric-records');
    expect(textOf(open ?? null)).toBe('Open deals with pipe 0 deals No open deal has pipe.');
    expect(open?.querySelector('select, button')).toBeNull();
    expect(textOf(old ?? null)).toContain('No deal of this list matches what is chosen here.');
    expect(old?.querySelectorAll('select')).toHaveLength(2);
  });

  it('offers the open stages for the open pipe, and the stalled ones for the old', async () => {
    const page = await opened();
    const options = (at: number) => {
      const list = page.element.querySelectorAll('app-metric-records').item(at);
      return [...list.querySelectorAll('select[aria-label^="Stage"] option')].map(textOf);
    };
    expect(options(1).slice(1)).toHaveLength(5);
    expect(options(2).slice(1)).toEqual(['G Stalled', 'H Lost - can be revived']);
  });

  it('shows the weights in force', async () => {
    const weights = textOf((await opened()).element.querySelector('app-weight-table'));
    expect(weights).toContain('Proposal sent any source 50% 30% after 90 days');
  });

  it('asks for the files of its tables', async () => {
    const page = await opened();
    button(page.element, /^Export Weighted pipe of the half/).click();
    await page.settle();
    expect(document.querySelector('a[download]')?.getAttribute('href')).toContain('table=cumulative');
  });
});
