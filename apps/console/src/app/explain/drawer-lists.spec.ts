import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Drawer } from '../session/drawer';
import { explanation, view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { deal, dealCard } from '../testing/deals';
import { dealLink, findingLink, metricLink } from '../ui/links/link';
import { ExplainDrawer } from './explain-drawer';

@Component({
  imports: [ExplainDrawer],
  template: `
    @if (drawer.isOpen()) {
      <app-explain-drawer />
    }
  `,
})
class Page {
  protected readonly drawer = inject(Drawer);
}

const ADDRESS = '/v/organic/dashboard?period=half:2026-H2';
const OPEN = `${ADDRESS}&explain=poa.generated`;
const ANALYTICS = '/api/views/organic/analytics';
const ROWS = [
  { key: 'camille', label: 'Camille', value: 31 },
  { key: null, label: '', value: 4 },
];
const FINDING = {
  code: 'closed_without_arr',
  title: 'Closed without ARR',
  why: 'They count in no revenue.',
  unit: 'deals',
  count: 1,
  value: 48_000,
  details: ['Nora, also Norah'],
  opens: 'records',
};

const url = () => decodeURIComponent(TestBed.inject(Router).url);
const pageOf = (items: unknown[]) => ({ items, next_cursor: null, total: items.length });

describe('a narrowed number in the drawer', () => {
  it('loads the clicked row, and shows the restriction as a chip that can be removed', async () => {
    const page = await openPage(Page, OPEN);
    (await page.request(`${ANALYTICS}/explain`)).flush(explanation());
    (await page.request(`${ANALYTICS}/breakdown`)).flush({ rows: ROWS, total: 35 });
    await page.settle();
    button(page.element, /^Unassigned 11% 4/).click();
    await page.settle();
    expect(url()).toContain('only=owner:');
    const question = await page.request(`${ANALYTICS}/explain`);
    expect(question.request.params.getAll('owner')).toEqual(['']);
    question.flush(explanation({ records_total: 4 }));
    await page.settle();
    button(page.element, /^only AE Unassigned/).click();
    await page.settle();
    expect(TestBed.inject(Drawer).opened()).toEqual(metricLink('poa.generated'));
  });

  it('spells a restriction as the data does, and applies it to records and exports', async () => {
    const page = await openPage(Page, `${OPEN}&owner=hugo&only=owner:camille`);
    const question = await page.request(`${ANALYTICS}/explain`);
    expect(question.request.params.getAll('owner')).toEqual(['camille']);
    question.flush(explanation({ target_origin: null }));
    await page.settle();
    page.api
      .expectOne(({ params }) => params.get('by') === 'owner')
      .flush({ rows: [{ key: 'camille', label: 'Camille', value: 31 }] });
    const records = await page.request(`${ANALYTICS}/records`);
    expect(records.request.params.getAll('owner')).toEqual(['camille']);
    await page.settle();
    expect(textOf(page.element.querySelector('app-narrowed-to'))).toBe('only AE Camille');
    const file = page.element.querySelector('a[download]')?.getAttribute('href');
    expect(file).toContain(`${ANALYTICS}/records/export?metric=poa.generated&from=2026-07-01`);
    expect(file).toContain('owner=camille');
    expect(file).toContain('format=csv');
  });

  it('keeps all restrictions when a part or a term is opened', async () => {
    const page = await openPage(Page, `${OPEN}&only=bdr:hugo&only=owner:&by=source_group`);
    const question = await page.request(`${ANALYTICS}/explain`);
    expect(question.request.params.toString()).toContain('bdr=hugo&owner=');
    question.flush(explanation());
    await page.settle();
    page.api
      .match(({ params }) => params.get('by') === 'source_group')
      .forEach((each) => each.flush({ rows: [{ key: 'inbound', label: 'inbound', value: 7 }], total: 14 }));
    await page.settle();
    expect(textOf(page.element.querySelector('app-narrowed-to'))).toBe('only BDR hugo only AE Unassigned');
    button(page.element, /^Inbound 50% 7/).click();
    await page.settle();
    expect(TestBed.inject(Drawer).opened()?.only).toEqual([
      { field: 'bdr', value: 'hugo' },
      { field: 'owner', value: '' },
      { field: 'source_group', value: 'inbound' },
    ]);
  });

  it('narrows to a month if the number depends on the period', async () => {
    const page = await openPage(Page, `${OPEN}&by=month`);
    (await page.request(`${ANALYTICS}/explain`)).flush(explanation());
    (await page.request(`${ANALYTICS}/breakdown`)).flush({
      rows: [{ key: '2026-09', label: '', value: 7 }],
      total: 14,
    });
    await page.settle();
    button(page.element, /^Sept 2026 50% 7/).click();
    await page.settle();
    expect(TestBed.inject(Drawer).opened()?.part).toBe('2026-09');
    TestBed.resetTestingModule();

    const other = await openPage(Page, `${OPEN}&by=month`);
    (await other.request(`${ANALYTICS}/explain`)).flush(explanation({ dates: { from: null, to: null } }));
    (await other.request(`${ANALYTICS}/breakdown`)).flush({
      rows: [{ key: '2026-09', label: '', value: 7 }],
    });
    await other.settle();
    expect(() => button(other.element, /^Sept 2026/)).toThrow();
  });

  it('says who set the target, and how reliable a rate is', async () => {
    const page = await openPage(Page, OPEN);
    const origin = { key: 'poa', origin: 'intro_poa.poa', base: 18, months: 6 };
    (await page.request(`${ANALYTICS}/explain`)).flush(
      explanation({
        target_origin: { ...origin, set_by: 'ada@example.com', set_at: '2026-07-03T08:00:00.000Z' },
        notes: [{ kind: 'small', deals: 3, pipe: null }],
      }),
    );
    await page.settle();
    const drawer = textOf(page.element.querySelector('[role="dialog"]'));
    expect(drawer).toContain('set by ada@example.com on 3 Jul 2026');
    expect(drawer).toContain('from fewer than 5 cases');
  });
});

describe('lists and deals in the drawer', () => {
  it('lists the records of a finding, with why it matters', async () => {
    const page = await openPage(Page, `${ADDRESS}&finding=closed_without_arr&owner=camille`);
    const findings = await page.request('/api/views/organic/findings');
    expect(findings.request.params.keys()).toEqual(['owner']);
    findings.flush(pageOf([FINDING]));
    (await page.request('/api/views/organic/findings/closed_without_arr/records')).flush(pageOf([deal()]));
    await page.settle();
    const drawer = textOf(page.element.querySelector('[role="dialog"]'));
    expect(drawer).toContain(
      'Closed without ARR They count in no revenue. AE camille Nora, also Norah 1 deal $48,000',
    );
    expect(page.element.querySelector('a[download]')?.getAttribute('href')).toContain(
      '/findings/closed_without_arr/records/export?owner=camille&columns=client',
    );
  });

  it('lists the deals of one person in a column of a board, until the restriction is removed', async () => {
    const page = await openPage(Page, `${ADDRESS}&column=next_30_60_days&only=owner:camille`);
    const path = '/api/views/organic/board-columns/next_30_60_days/records';
    const question = await page.request(path);
    expect(question.request.params.getAll('owner')).toEqual(['camille']);
    question.flush(pageOf([deal()]));
    await page.settle();
    expect(textOf(page.element)).toContain('Board: Next 30-60 days');
    button(page.element, /^only AE Camille/).click();
    await page.settle();
    expect((await page.request(path)).request.params.has('owner')).toBe(false);
  });

  it('lists a column of a board', async () => {
    const page = await openPage(Page, `${ADDRESS}&column=next_14_days`);
    (await page.request('/api/views/organic/board-columns/next_14_days/records')).flush(pageOf([deal()]));
    await page.settle();
    expect(textOf(page.element.querySelector('h2'))).toBe('Board: Next 14 days');
  });

  it('shows all fields of a deal, the numbers that count it, and its history', async () => {
    const page = await openPage(Page, `${ADDRESS}&deal=organic:d1`);
    const question = await page.request('/api/views/organic/records/d1');
    expect(question.request.params.toString()).toBe('from=2026-07-01&to=2026-12-31');
    question.flush(dealCard());
    await page.settle();
    const card = textOf(page.element.querySelector('app-deal-panel'));
    expect(card).toContain('ARR $120,000 MRR $10,000 Pipe $120,000 Weight 90% Weighted $108,000');
    expect(card).toContain('Billing start – Age 69 days');
    expect(card).toContain('Source Client referral Source group Referral');
    const history = textOf(page.element.querySelector('app-deal-history'));
    expect(history).toContain('Changed 22 Nov 2026, 12:02 · revision 57 · hugo@example.com');
    expect(history).toContain('Stage C Proposal sent → becomes B Legals');
    expect(history).toContain('ARR $90,000 → becomes $120,000');
    expect(history).toContain('POA 2 Oct 2026 → becomes – AE – → becomes Camille BDR Hugo → becomes Nora');
    const people = [...page.element.querySelectorAll('app-deal-history a')];
    expect(
      people.map((each) => new URL((each as HTMLAnchorElement).href).searchParams.get('person')),
    ).toEqual(['owner:Camille', 'bdr:Hugo', 'bdr:Nora']);
    button(page.element, 'In legals').click();
    await page.settle();
    expect(TestBed.inject(Drawer).opened()).toEqual(metricLink('legals.count'));
  });

  it('says of a deal that is not there any more when it went, and that nothing counts it', async () => {
    const page = await openPage(Page, `${ADDRESS}&deal=organic:d1`);
    const removed = {
      run: 'run-58',
      revision: 58,
      at: '2026-11-22T11:02:00.000Z',
      by: 'hugo@example.com',
      source: 'rollback' as const,
    };
    const changes = [{ kind: 'removed' as const, ...removed, fields: [] }];
    (await page.request('/api/views/organic/records/d1')).flush(
      dealCard({ counted_in: [], changes, removed }),
    );
    await page.settle();
    const card = textOf(page.element.querySelector('app-deal-panel'));
    const publish = '22 Nov 2026, 12:02 · revision 58 · earlier data brought back · hugo@example.com';
    expect(card).toContain(`Removed ${publish}. This is how it was before.`);
    expect(card).toContain('It is not in the data any more: no number counts it.');
    expect(textOf(page.element.querySelector('app-deal-history'))).toContain(`Removed ${publish}`);
  });

  it('names the view a deal of Master comes from', async () => {
    const master = view({ id: 'master', is_master: true });
    const page = await openPage(Page, '/v/master/dashboard?period=half:2026-H2&deal=organic:d1', {
      views: [master],
    });
    const question = await page.request('/api/views/master/records/d1');
    expect(question.request.params.get('source')).toBe('organic');
  });

  it('offers no file of a list that cannot be read', async () => {
    const page = await openPage(Page, `${ADDRESS}&finding=nonsense`);
    (await page.request('/api/views/organic/findings')).flush(pageOf([FINDING]));
    const records = await page.request('/api/views/organic/findings/nonsense/records');
    records.flush(null, { status: 404, statusText: 'Not Found' });
    await page.settle();
    expect(page.element.querySelector('app-problem-notice')).not.toBeNull();
    expect(page.element.querySelector('a[download]')).toBeNull();
  });

  it('opens a deal from a list, and leads back to the list', async () => {
    const page = await openPage(Page, `${ADDRESS}&finding=closed_without_arr`);
    (await page.request('/api/views/organic/findings')).flush(pageOf([FINDING]));
    (await page.request('/api/views/organic/findings/closed_without_arr/records')).flush(pageOf([deal()]));
    await page.settle();
    expect(() => button(page.element, 'Back')).toThrow();
    TestBed.inject(Drawer).open(dealLink(deal()));
    (await page.request('/api/views/organic/records/d1')).flush(dealCard());
    await page.settle();
    button(page.element, 'Back').click();
    await page.settle();
    await page.settle();
    expect(TestBed.inject(Drawer).opened()).toEqual(findingLink('closed_without_arr'));
  });
});
