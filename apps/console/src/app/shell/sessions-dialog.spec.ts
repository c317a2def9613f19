import { button, openPage, textOf } from '../testing/at';
import { SessionsDialog } from './sessions-dialog';

const session = (id: string, current: boolean) => ({
  id,
  current,
  created_at: '2026-11-20T08:00:00.000Z',
  expires_at: '2026-11-27T08:00:00.000Z',
});
const SESSIONS = '/api/auth/sessions';

async function dialog(items: unknown[]) {
  const page = await openPage(SessionsDialog, '/v/organic/dashboard');
  (await page.request(SESSIONS)).flush({ items, next_cursor: null, total: items.length });
  await page.settle();
  return page;
}

describe('the sessions', () => {
  it('mark this browser, and can be ended one by one', async () => {
    const page = await dialog([session('s1', true), session('s2', false)]);
    const rows = [...page.element.querySelectorAll('li')].map(textOf);
    expect(rows[0]).toBe('Signed in 20 Nov 2026, 09:00 this browser ends 27 Nov 2026, 09:00');
    expect(rows[1]).toBe('Signed in 20 Nov 2026, 09:00 ends 27 Nov 2026, 09:00 Sign out');
    button(page.element, 'Sign out').click();
    page.api.expectOne({ method: 'DELETE', url: `${SESSIONS}/s2` }).flush(null);
    await page.settle();
    (await page.request(SESSIONS)).flush({ items: [session('s1', true)], next_cursor: null, total: 1 });
    await page.settle();
    expect(textOf(page.element)).toContain('You are signed in nowhere else.');
  });

  it('can be ended all at once, except this one', async () => {
    const page = await dialog([session('s1', true), session('s2', false), session('s3', false)]);
    button(page.element, 'Sign out everywhere else').click();
    page.api.expectOne(`${SESSIONS}/s2`).flush(null);
    await page.settle();
    page.api.expectOne(`${SESSIONS}/s3`).flush(null);
    await page.settle();
    page.api.expectNone({ method: 'DELETE', url: `${SESSIONS}/s1` });
  });

  it('show why one could not be ended', async () => {
    const page = await dialog([session('s1', true), session('s2', false)]);
    button(page.element, 'Sign out').click();
    page.api
      .expectOne(`${SESSIONS}/s2`)
      .flush({ title: 'Busy', status: 503, detail: 'Later.' }, { status: 503, statusText: 'x' });
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('Busy Later.');
  });
});
