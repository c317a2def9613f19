import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Drawer } from '../session/drawer';
import { explanation, number } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { PageComparison } from '../ui/numbers/page-comparison';
import { deal } from '../testing/deals';
import { compared } from '../testing/tables';
import { metricLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { ExplainDrawer } from './explain-drawer';

@Component({
  imports: [DrawerLinkButton, ExplainDrawer],
  template: `
    <button type="button" [appDrawerLink]="link">a number</button>
    @if (drawer.opened()) {
      <app-explain-drawer />
    }
  `,
})
class Page {
  protected readonly link = metricLink('poa.generated');
  protected readonly drawer = inject(Drawer);
}

const ADDRESS = '/v/organic/dashboard?period=half:2026-H2';
const OPEN = `${ADDRESS}&explain=poa.generated`;
const ANALYTICS = '/api/views/organic/analytics';
const EMPTY_PAGE = { items: [], next_cursor: null, total: 0 };

async function opened(answer = explanation(), url = OPEN) {
  const page = await openPage(Page, url);
  (await page.request(`${ANALYTICS}/explain`)).flush(answer);
  await page.settle();
  return page;
}

describe('the explain drawer', () => {
  it('shows definition, formula with its numbers, target and origin, and what was left out', async () => {
    const drawer = textOf((await opened()).element.querySelector('[role="dialog"]'));
    expect(drawer).toContain('reached a proof of agreement');
    expect(drawer).toContain('88 = 60 POA booked + 28 closed');
    expect(drawer).toContain('by discovery date, 1 Jul – 31 Dec 2026 · as of 22 Nov · data revision 57');
    expect(drawer).toContain('Target 18 a month × 6 months, from Dashboard banners: POA');
    expect(drawer).toContain('Left out: 6 deals without a stage ($48K)');
    expect(drawer).not.toContain('Of these');
  });

  it('says the change of the number of the page, with both amounts', async () => {
    const page = await opened();
    TestBed.inject(PageComparison).show(
      compared({ 'poa.generated': { current: 88, previous: 110, change: -0.2 } }),
    );
    await page.settle();
    expect(textOf(page.element.querySelector('app-number-panel'))).toContain(
      '−20% on H1 to 25 May 88 so far, against 110 in 1 Jan – 25 May 2026',
    );
  });

  it('separates notes about listed deals from notes about left out ones', async () => {
    const answer = explanation();
    const page = await opened({
      ...answer,
      metric: { ...answer.metric, id: 'pipe.created_weighted', unit: 'money' },
      left_out: [{ reason: 'deals without pipe', count: 3, value: 9_000, pipe: 0 }],
      of_these: [{ reason: 'weigh nothing', count: 40, value: 700_000, pipe: 420_000 }],
    });
    (await page.request(`${ANALYTICS}/records`)).flush({ ...EMPTY_PAGE, items: [deal()], total: 1 });
    await page.settle();
    const drawer = textOf(page.element.querySelector('[role="dialog"]'));
    expect(drawer).toContain('together $88');
    expect(drawer).toContain('Of these, 40 weigh nothing ($420K pipe)');
    expect(drawer).toContain('Left out: 3 deals without pipe');
    const heads = [...page.element.querySelectorAll('app-records-table [role="columnheader"]')].map(textOf);
    expect(heads.map((head) => head.toLowerCase())).toEqual(['client', 'stage', 'ae', 'pipe', 'weighted']);
  });

  it('shows a ratio without denominator as a dash with its terms', async () => {
    const answer = explanation({
      value: number(null),
      target_origin: null,
      formula: {
        operator: 'ratio',
        terms: [
          { label: 'deals closed', value: 0, unit: 'count', metric: 'deals.closed' },
          { label: 'POA generated', value: 0, unit: 'count', metric: null },
        ],
      },
    });
    const page = await opened(answer);
    expect(textOf(page.element.querySelector('.formula'))).toBe('– = 0 deals closed ÷ 0 POA generated');
  });

  it('computes a figure line by line, down to the months, and opens each line', async () => {
    const answer = explanation();
    const page = await opened({
      ...answer,
      metric: {
        ...answer.metric,
        id: 'half.needed',
        label: 'Needed a month in H2 2026',
        unit: 'money',
        date_field: 'billing_start',
        target: null,
        breakdown: false,
      },
      value: number(252_794),
      formula: {
        operator: 'ratio',
        terms: [
          { label: 'Remaining', value: 286_500, unit: 'money', metric: 'half.remaining' },
          {
            label: 'Months left',
            value: 1.1333,
            unit: 'months',
            metric: null,
            of: {
              operator: 'sum',
              terms: [
                { label: '2026-11', value: 0.1333, unit: 'months', metric: null, note: '4 of 30 days' },
                { label: '2026-12', value: 1, unit: 'months', metric: null },
              ],
            },
          },
        ],
      },
    });
    const lines = textOf(page.element.querySelector('app-formula-lines'));
    expect(lines).toContain('Remaining $286,500');
    expect(lines).toContain('0.13 Nov 2026 (4 of 30 days) + 1 Dec 2026');
    expect(lines).toContain('Needed a month in H2 2026 $252,794');
    const drawer = textOf(page.element.querySelector('[role="dialog"]'));
    expect(drawer).toContain('from Dashboard banners: POA');
    expect(drawer).toContain('the revenue to date in it');
    button(page.element, 'Remaining').click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('explain=half.remaining');
  });

  it('omits zeros of a sum, and describes a number without terms in words', async () => {
    const zero = { label: 'Lost', value: 0, unit: 'count', metric: null } as const;
    const [first, second] = explanation().formula.terms;
    if (!first || !second) throw new Error('two terms');
    const terms = [first, zero, second];
    const page = await opened(explanation({ formula: { operator: 'sum', terms } }));
    expect(textOf(page.element.querySelector('.formula'))).toBe('88 = 60 POA booked + 28 closed');
    const alone = explanation({ formula: { operator: 'sum', terms: [{ ...first, value: 88 }, zero] } });
    TestBed.resetTestingModule();
    const other = await opened(alone);
    expect(textOf(other.element.querySelector('app-formula-box'))).toMatch(/^88 count by/);
  });

  it('opens a term of the formula in turn', async () => {
    const page = await opened();
    button(page.element, '28 closed').click();
    await page.settle();
    expect(TestBed.inject(Drawer).opened()).toEqual(metricLink('deals.closed'));
  });

  it('breaks the number down by the dimension in the address', async () => {
    const page = await opened();
    const first = await page.request(`${ANALYTICS}/breakdown`);
    expect(first.request.params.get('by')).toBe('owner');
    button(page.element, 'Source').click();
    const second = await page.request(`${ANALYTICS}/breakdown`);
    expect(second.request.params.get('by')).toBe('source_group');
    second.flush({
      by: 'source_group',
      rows: [
        { key: 'event', label: 'event', value: 3 },
        { key: 'inbound', label: 'inbound', value: 80 },
        { key: 'unassigned', label: 'unassigned', value: 5 },
      ],
      total: 88,
    });
    await page.settle();
    const rows = [...page.element.querySelectorAll('app-breakdown-panel li')].map(textOf);
    expect(rows).toEqual([
      'Inbound 91% 80 Show only these',
      'Event 3% 3 Show only these',
      'Unassigned 6% 5 Show only these',
    ]);
    expect(textOf(page.element.querySelector('app-breakdown-panel .total'))).toBe('Total 88');
    expect(TestBed.inject(Router).url).toContain('by=source_group');
  });

  it('sorts the records on the server', async () => {
    const page = await opened();
    const records = await page.request(`${ANALYTICS}/records`);
    expect(records.request.params.get('metric')).toBe('poa.generated');
    records.flush({ ...EMPTY_PAGE, total: 88 });
    await page.settle();
    button(page.element, 'ARR').click();
    const sorted = await page.request(`${ANALYTICS}/records`);
    expect(sorted.request.params.get('sort')).toBe('-expected_arr');
    await page.settle();
  });

  it('narrows everything to the month that was clicked', async () => {
    const page = await openPage(Page, `${OPEN}&part=2026-09`);
    const { params } = (await page.request(`${ANALYTICS}/explain`)).request;
    expect([params.get('from'), params.get('to')]).toEqual(['2026-09-01', '2026-09-30']);
  });

  it('closes with Escape, and goes back in the history', async () => {
    const page = await openPage(Page, ADDRESS);
    const link = button(page.element, 'a number');
    link.focus();
    link.click();
    (await page.request(`${ANALYTICS}/explain`)).flush(explanation());
    await page.settle();
    expect(page.element.querySelector('[role="dialog"]')).not.toBeNull();
    const back = vi.spyOn(TestBed.inject(Location), 'historyGo');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })); // an impatient reader stays on the page
    await page.settle();
    await page.settle();
    expect(back.mock.calls).toEqual([[-1]]);
    expect(page.element.querySelector('[role="dialog"]')).toBeNull();
    expect(document.activeElement).toBe(link);
  });

  it('closes in place when a shared link opened it', async () => {
    const page = await opened();
    button(page.element, 'Close').click();
    await page.settle();
    await page.settle();
    expect(page.element.querySelector('[role="dialog"]')).toBeNull();
    expect(TestBed.inject(Router).url).toBe(ADDRESS);
  });
});
