import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import type { ApiToken, NewApiToken } from '@app/contracts';
import { view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { said } from '../testing/said';
import { TokensPage } from './tokens.page';

const TOKENS = '/api/tokens';
const DAY_MS = 86_400_000;

const token = (given: Partial<ApiToken> = {}): ApiToken => ({
  id: 't1',
  name: 'Nightly export',
  views: [{ id: 'organic', name: 'Organic' }],
  rights: ['read'],
  created_at: '2026-11-20T08:00:00.000Z',
  created_by: 'admin@example.com',
  expires_at: '2099-02-20T08:00:00.000Z',
  last_used_at: '2026-11-22T07:30:00.000Z',
  last_used_from: '203.0.113.7',
  ...given,
});

const pageOf = (items: ApiToken[]) => ({ items, next_cursor: null, total: items.length });

async function tokensPage(items: ApiToken[]) {
  const page = await openPage(TokensPage, '/v/organic/tokens', {
    views: [view(), view({ id: 'signal', name: 'Signal' })],
  });
  (await page.request(TOKENS)).flush(pageOf(items));
  await page.settle();
  return page;
}

const cells = (element: Element): string[] =>
  [...element.querySelectorAll('tbody tr:first-child > .wide')].map(textOf);

describe('the page of API tokens', () => {
  it('lists what each opens, when it was last used and when it ends', async () => {
    const page = await tokensPage([token({ rights: ['read', 'upload'] })]);
    expect(textOf(page.element.querySelector('tbody th'))).toContain(
      'Nightly export made by admin@example.com, 20 Nov 2026',
    );
    expect(cells(page.element)).toEqual([
      'Organic',
      'Read, Upload',
      '22 Nov, 08:30 from 203.0.113.7',
      '20 Feb 2099',
    ]);
  });

  it('marks what was never used, has expired, or ends soon', async () => {
    const soon = new Date(Date.now() + 2.5 * DAY_MS).toISOString();
    const page = await tokensPage([
      token({ id: 'a', last_used_at: null, expires_at: '2026-01-01T00:00:00.000Z' }),
      token({ id: 'b', expires_at: soon, views: [] }),
    ]);
    const rows = [...page.element.querySelectorAll('tbody tr')].map(textOf);
    expect(rows[0]).toMatch(/never 1 Jan 2026 Expired/);
    expect(rows[1]).toMatch(/none any more .*3 days left/);
    const narrow = [...page.element.querySelectorAll('tbody tr .narrow')].map(textOf);
    expect(narrow.at(-1)).toMatch(/^Expires .* 3 days left$/);
  });

  it('says what tokens are for where there are none, and why they are not shown', async () => {
    const page = await tokensPage([]);
    expect(textOf(page.element.querySelector('app-empty-state'))).toMatch(/^No program has a token/);
    expect(button(page.element, 'Make a token')).toBeTruthy();
  });

  it('shows a refused list with a way to try again', async () => {
    const page = await openPage(TokensPage, '/v/organic/tokens');
    const refused = { title: 'Busy', status: 503, detail: 'Later.' };
    (await page.request(TOKENS)).flush(refused, { status: 503, statusText: 'x' });
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('Busy Later.');
    button(page.element, 'Try again').click();
    (await page.request(TOKENS)).flush(pageOf([token()]));
    await page.settle();
    expect(page.element.querySelectorAll('tbody tr')).toHaveLength(1);
  });

  it('revokes one when somebody says so twice', async () => {
    const page = await tokensPage([token()]);
    button(page.element, 'Revoke Nightly export').click();
    await page.settle();
    expect(textOf(page.element.querySelector('.question'))).toMatch(
      /^Revoke Nightly export\? .* stops at once\./,
    );
    expect(textOf(document.activeElement)).toBe('Keep it');
    button(page.element, 'Keep it').click();
    await page.settle();
    expect(document.activeElement?.id).toBe('revoke-t1');
    page.api.expectNone({ method: 'DELETE' });
    button(page.element, 'Revoke Nightly export').click();
    await page.settle();
    button(page.element, 'Revoke it').click();
    page.api.expectOne({ method: 'DELETE', url: `${TOKENS}/t1` }).flush(null);
    await page.settle();
    (await page.request(TOKENS)).flush(pageOf([]));
    await page.settle();
    expect(page.element.querySelector('app-empty-state')).not.toBeNull();
    expect(textOf(document.activeElement)).toBe('API tokens');
    expect(said()).toEqual(['The token Nightly export is revoked.']);
  });

  it('makes one, and shows it until its maker has it', async () => {
    const page = await tokensPage([]);
    button(page.element, 'Make a token').click();
    const form = await vi.waitFor(async () => {
      await page.settle();
      const found = document.querySelector<HTMLFormElement>('app-new-token-dialog form');
      if (!found) throw new Error('The dialog is not open.');
      return found;
    });
    const make = button(form, 'Make the token');
    expect(make.disabled).toBe(true);
    const name = form.querySelector<HTMLInputElement>('input[type="text"]');
    if (name) name.value = ' Export ';
    name?.dispatchEvent(new Event('input'));
    for (const label of ['Signal', 'Upload'])
      [...form.querySelectorAll('label')]
        .find((each) => textOf(each).startsWith(label))
        ?.querySelector('input')
        ?.click();
    await page.settle();
    make.click();
    const request = page.api.expectOne({ method: 'POST', url: TOKENS });
    expect(request.request.body as NewApiToken).toEqual({
      name: 'Export',
      views: ['signal'],
      rights: ['read', 'upload'],
      expires_in_days: 90,
    });
    request.flush({ token: token({ name: 'Export' }), secret: 'sales_secret' });
    await page.settle();
    (await page.request(TOKENS)).flush(pageOf([token({ name: 'Export' })]));
    await page.settle();
    const copy = vi.spyOn(TestBed.inject(Clipboard), 'copy').mockReturnValue(true);
    button(page.element, 'Copy the token').click();
    await page.settle();
    expect(copy).toHaveBeenCalledWith('sales_secret');
    expect(textOf(page.element.querySelector('pre'))).toContain('Authorization: Bearer sales_secret');
    button(page.element, 'I have it').click();
    await page.settle();
    expect(textOf(page.element)).not.toContain('sales_secret');
    expect(said()).toContain('The token Export is made.');
  });
});
