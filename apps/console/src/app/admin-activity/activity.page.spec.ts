import type { AuditEntry } from '@app/contracts';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { ActivityPage } from './activity.page';

const ADA = { kind: 'person', id: 'user-ada', name: 'ada@example.com' } as const;

const entry = (id: string, change: Partial<AuditEntry> = {}): AuditEntry => ({
  id,
  at: '2026-11-22T09:30:00.000Z',
  action: 'signed_out',
  outcome: 'done',
  actor: ADA,
  address: '192.0.2.7',
  request_id: 'r-1',
  subject: null,
  view: null,
  changes: [],
  more_changes: 0,
  ...change,
});

/** The page, and what it asked; the address is that of a view here, as in every test of a page. */
async function activity(items: AuditEntry[], { query = '', total = items.length, next = '' } = {}) {
  const page = await openPage(ActivityPage, `/v/organic/activity${query}`);
  const question = await page.request('/api/audit-log');
  question.flush({ items, next_cursor: next || null, total });
  await page.settle();
  return { page, params: question.request.params };
}

const entriesOf = ({ element }: OpenedPage) =>
  [...element.querySelectorAll('app-activity-entry')].map((each) => textOf(each));

async function choose({ element, settle }: OpenedPage, selector: string, value: string) {
  const field = element.querySelector<HTMLInputElement>(selector);
  if (!field) throw new Error(`There is no ${selector}.`);
  field.value = value;
  field.dispatchEvent(new Event('change'));
  await settle();
}

describe('the page Activity', () => {
  it('tells who did what, when and from where, by the day of the team', async () => {
    const view = { id: 'organic', name: 'Organic' };
    const change = { field: 'revenue_2026.nov', before: 400_000, after: 500_000, cut: false };
    const { page } = await activity([
      entry('3', { at: '2026-11-22T23:30:00.000Z', action: 'targets_changed', view, changes: [change] }),
      entry('2', {
        action: 'sign_in_refused',
        outcome: 'refused',
        actor: { kind: 'nobody', id: null, name: null },
        subject: { id: 'm', name: 'mallory@example.com' },
      }),
      entry('1', { address: null }),
    ]);
    expect(entriesOf(page)).toEqual([
      '00:30 ada@example.com changed targets of Organic revenue_2026.nov 400,000 500,000 from 192.0.2.7',
      '10:30 A sign-in as mallory@example.com was refused Refused from 192.0.2.7',
      '10:30 ada@example.com signed out',
    ]);
    expect([...page.element.querySelectorAll('h2')].map(textOf)).toEqual(['23 Nov 2026', '22 Nov 2026']);
    expect(textOf(page.element)).toContain('3 entries');
  });

  it('tells how many more were refused once, and from where', async () => {
    const { page } = await activity([
      entry('1', {
        action: 'write_refused',
        outcome: 'refused',
        actor: { kind: 'nobody', id: null, name: null },
        changes: [{ field: 'more', before: null, after: 29, cut: false }],
      }),
    ]);
    expect(entriesOf(page)).toEqual([
      '10:30 Further changes by somebody who is not signed in were refused within a minute: 29 Refused from 192.0.2.7',
    ]);
  });

  it('writes a setting as in its history, and what is new without what it was', async () => {
    const { page } = await activity([
      entry('2', {
        action: 'setting_changed',
        subject: { id: 'history_days', name: 'Days of history' },
        changes: [{ field: 'value', before: null, after: 500, cut: false }],
      }),
      entry('1', {
        action: 'signed_in',
        changes: [
          { field: 'way', before: null, after: 'invitation', cut: false },
          { field: 'expires_at', before: null, after: '2026-11-29T09:30:00.000Z', cut: false },
        ],
      }),
    ]);
    expect(entriesOf(page)).toEqual([
      '10:30 ada@example.com changed the setting Days of history Value default 500 days from 192.0.2.7',
      '10:30 ada@example.com signed in With invitation link Session ends 29 Nov, 10:30 from 192.0.2.7',
    ]);
  });

  it('shows the first lines of a long difference, all on request, and says what is missing', async () => {
    const changes = Array.from({ length: 6 }, (_, at) => ({
      field: `revenue_2026.m${at}`,
      before: at,
      after: at + 1,
      cut: at === 5,
    }));
    const { page } = await activity([entry('1', { action: 'targets_changed', changes, more_changes: 12 })]);
    expect(textOf(page.element)).not.toContain('revenue_2026.m4');
    expect(textOf(page.element)).toContain('and 12 more');
    button(page.element, 'Show all 6 changes').click();
    await page.settle();
    expect(textOf(page.element)).toContain('revenue_2026.m5 5 6 shortened');
    button(page.element, 'Show fewer').click();
    await page.settle();
    expect(textOf(page.element)).not.toContain('revenue_2026.m4');
  });

  it('asks what the address says, and ignores what makes no sense there', async () => {
    const { params } = await activity([entry('1')], {
      query: '?from=2026-11-01&to=yesterday&actor=ada&action=signed_in&action=nonsense&view=organic&q=x',
    });
    expect(params.keys().toSorted()).toEqual(['action', 'actor', 'from', 'limit', 'q', 'view']);
    expect([params.get('from'), params.getAll('action')]).toEqual(['2026-11-01', ['signed_in']]);
  });

  it('puts filters into the address, and clears them', async () => {
    const { page } = await activity([entry('1')]);
    await choose(page, 'input[placeholder^="Address or name"]', ' bob ');
    const question = await page.request('/api/audit-log');
    expect(question.request.params.get('actor')).toBe('bob');
    question.flush({ items: [], next_cursor: null, total: 0 });
    await page.settle();
    expect(textOf(page.element)).toContain('Nothing matches');
    button(page.element, 'Clear filters').click();
    const again = await page.request('/api/audit-log');
    expect(again.request.params.keys()).toEqual(['limit']);
  });

  it('acts on what is typed after a pause, and leaves what is typed meanwhile', async () => {
    const { page } = await activity([entry('1')]);
    const field = page.element.querySelector<HTMLInputElement>('input[placeholder^="Address or name"]');
    if (!field) throw new Error('There is no field for who.');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      field.value = 'bo';
      field.dispatchEvent(new Event('input'));
      vi.advanceTimersByTime(249);
      field.value = 'bob ';
      field.dispatchEvent(new Event('input'));
      vi.advanceTimersByTime(250);
    } finally {
      vi.useRealTimers();
    }
    field.value = 'bob c';
    const question = await page.request('/api/audit-log');
    expect(question.request.params.get('actor')).toBe('bob');
    question.flush({ items: [entry('1')], next_cursor: null, total: 1 });
    await page.settle();
    expect(field.value).toBe('bob c');
    button(page.element, 'Clear filters').click();
    (await page.request('/api/audit-log')).flush({ items: [entry('1')], next_cursor: null, total: 1 });
    await page.settle();
    expect(field.value).toBe('');
  });

  it('says that nothing lies between days that are turned round', async () => {
    const { page } = await activity([], { query: '?from=2026-11-28&to=2026-11-20' });
    expect(textOf(page.element)).toContain('“From” is a later day than “To”');
    expect(textOf(page.element)).not.toContain('as long as the settings say');
  });

  it('offers the file of what is filtered', async () => {
    const { page } = await activity([entry('1')], { query: '?action=signed_in' });
    button(page.element, /Activity/).click();
    await page.settle();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[download]')].map((link) =>
      link.getAttribute('href'),
    );
    expect(links).toEqual([
      '/api/audit-log/export?action=signed_in&format=csv',
      '/api/audit-log/export?action=signed_in&format=xlsx',
    ]);
  });

  it('goes on page by page', async () => {
    const { page } = await activity([entry('2')], { total: 2, next: 'c2' });
    button(page.element, 'Show earlier entries').click();
    const question = await page.request('/api/audit-log');
    expect(question.request.params.get('cursor')).toBe('c2');
    question.flush({ items: [entry('1')], next_cursor: null, total: 2 });
    await page.settle();
    expect(entriesOf(page)).toHaveLength(2);
    expect(textOf(page.element)).not.toContain('Show earlier entries');
  });

  it('says what went wrong, and tries again', async () => {
    const page = await openPage(ActivityPage, '/v/organic/activity');
    expect(page.element.querySelector('.bone')).not.toBeNull();
    const problem = {
      type: 'about:blank',
      title: 'Unavailable',
      status: 503,
      detail: 'Away.',
      errors: [],
      request_id: 'r',
    };
    (await page.request('/api/audit-log')).flush(problem, { status: 503, statusText: 'Unavailable' });
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('Away.');
    button(page.element, 'Try again').click();
    (await page.request('/api/audit-log')).flush({ items: [entry('1')], next_cursor: null, total: 1 });
    await page.settle();
    expect(entriesOf(page)).toHaveLength(1);
  });
});
