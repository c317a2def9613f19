import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { SessionInfo } from '@app/contracts';
import { button, openPage, textOf } from '../testing/at';
import { Session } from '../session/session';
import { said } from '../testing/said';
import { SessionsDialog } from './sessions-dialog';

const session = (id: string, current: boolean, given: Partial<SessionInfo> = {}): SessionInfo => ({
  id,
  current,
  device: 'Firefox on Windows',
  created_at: '2026-11-20T08:00:00.000Z',
  last_used_at: '2026-11-22T07:30:00.000Z',
  address: '203.0.113.7',
  expires_at: '2026-11-27T08:00:00.000Z',
  ...given,
});
const SESSIONS = '/api/auth/sessions';
const SPAN = 'Signed in 20 Nov 2026, 09:00, ends 27 Nov 2026, 09:00';

async function dialog(items: unknown[]) {
  const page = await openPage(SessionsDialog, '/v/organic/dashboard');
  (await page.request(SESSIONS)).flush({ items, next_cursor: null, total: items.length });
  await page.settle();
  return page;
}

describe('the sessions', () => {
  it('say what they are on, mark this browser, and can be ended one by one', async () => {
    const phone = session('s2', false, { device: 'Safari on iPhone' });
    const page = await dialog([session('s1', true), phone]);
    const rows = [...page.element.querySelectorAll('li')].map(textOf);
    const used = 'Last used 22 Nov 2026, 08:30 from 203.0.113.7';
    expect(rows[0]).toBe(`Firefox on Windows this browser ${used} ${SPAN}`);
    expect(rows[1]).toBe(`Safari on iPhone ${used} ${SPAN} Sign out`);
    button(page.element, 'Sign out Safari on iPhone, last used 22 Nov 2026, 08:30').click();
    page.api.expectOne({ method: 'DELETE', url: `${SESSIONS}/s2` }).flush(null);
    await page.settle();
    (await page.request(SESSIONS)).flush({ items: [session('s1', true)], next_cursor: null, total: 1 });
    await page.settle();
    expect(textOf(page.element)).toContain('You are signed in nowhere else.');
    expect(said()).toEqual(['Safari on iPhone is signed out.']);
  });

  it('say so where a device and an address are not known', async () => {
    const page = await dialog([session('s1', true, { device: null, address: null })]);
    const row = textOf(page.element.querySelector('li'));
    expect(row).toBe(`Unknown device this browser Last used 22 Nov 2026, 08:30 ${SPAN}`);
  });

  it('can be ended everywhere else at once', async () => {
    const page = await dialog([session('s1', true), session('s2', false), session('s3', false)]);
    button(page.element, 'Sign out everywhere else').click();
    page.api.expectOne({ method: 'DELETE', url: `${SESSIONS}?keep=current` }).flush(null);
    await page.settle();
    (await page.request(SESSIONS)).flush({ items: [session('s1', true)], next_cursor: null, total: 1 });
    await page.settle();
    expect(page.element.querySelectorAll('li')).toHaveLength(1);
  });

  it('can be ended everywhere, which leads to the sign-in', async () => {
    const page = await dialog([session('s1', true), session('s2', false)]);
    button(page.element, 'Sign out everywhere').click();
    page.api.expectOne({ method: 'DELETE', url: SESSIONS }).flush(null);
    await page.settle();
    expect(TestBed.inject(Session).user()).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/sign-in');
  });

  it('show why one could not be ended', async () => {
    const page = await dialog([session('s1', true), session('s2', false)]);
    button(page.element, /^Sign out Firefox/).click();
    page.api
      .expectOne(`${SESSIONS}/s2`)
      .flush({ title: 'Busy', status: 503, detail: 'Later.' }, { status: 503, statusText: 'x' });
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('Busy Later.');
  });
});
