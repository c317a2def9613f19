import { expect, test, viewIdOf } from './support/journey.js';

test.describe('access', () => {
  test('asks to sign in first, and then returns to the requested page', async ({ page, signInAs }) => {
    await signInAs('organic@example.com');
    const wanted = new URL(page.url());
    wanted.searchParams.set('period', 'year:2026');
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/sign-in/);

    await page.goto(wanted.href);
    await expect(page).toHaveURL(/sign-in/);
    await page.getByRole('button', { name: 'organic@example.com' }).click();
    await expect(page).toHaveURL(/period=year:2026/);
  });

  test('shows a viewer only the views that they may open', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await page.getByRole('button', { name: /^View: / }).click();
    await expect(page.getByRole('menuitemradio')).toHaveCount(5);
    await page.getByRole('menuitemradio', { name: 'Market' }).click();
    await page.waitForURL(/view-market/);
    const foreign = viewIdOf(page);
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/sign-in/);

    await signInAs('organic@example.com');
    await page.getByRole('button', { name: /^View: / }).click();
    await expect(page.getByRole('menuitemradio')).toHaveText([/Organic/]);
    await page.keyboard.press('Escape');
    expect((await page.request.get(`/api/views/${foreign}/records`)).status()).toBe(404);
    await page.goto(`/v/${foreign}/dashboard`);
    await expect(page.getByText('This view does not exist, or you do not have access to it')).toBeVisible();
  });

  test('refuses a write without the token', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    const refused = await page.request.delete('/api/sample-data');
    expect(refused.status()).toBe(403);
    expect(refused.headers()['content-type']).toContain('application/problem+json');
  });

  test('sends a strict content security policy that no page violates', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    const answer = await page.goto('/');
    expect(answer?.headers()['content-security-policy']).toMatch(/script-src[^;]*'nonce-/);
    expect(answer?.headers()['content-security-policy']).not.toContain('unsafe');
    expect(answer?.headers()['content-security-policy']).toMatch(
      /require-trusted-types-for 'script'; trusted-types angular$/,
    );
    await page.getByRole('link', { name: /open the data page/ }).click();
    await expect(page.getByRole('heading', { name: 'History', exact: true })).toBeVisible();
  });

  test('never renders text as markup or code', async ({ browser, product, refused }) => {
    // Not the page of the journey: what is refused to those that it opens itself counts as well.
    const page = await browser.newPage({ baseURL: product.address });
    await page.goto('/');
    const reported = page.waitForEvent('console', (message) => message.text().includes('TrustedHTML'));
    const outcomes = await page.evaluate(() => {
      const outcomeOf = (act: () => unknown): string => {
        try {
          act();
          return 'done';
        } catch (error) {
          return (error as Error).name;
        }
      };
      const script = document.createElement('script');
      const factory = (
        globalThis as unknown as { trustedTypes: { createPolicy: (name: string, rules: object) => object } }
      ).trustedTypes;
      return [
        outcomeOf(() => (document.body.innerHTML = '<img src=x onerror=alert(1)>')),
        outcomeOf(() => (script.src = '/main.js')),
        outcomeOf(() => (script.text = 'alert(1)')),
        outcomeOf(() => document.body.insertAdjacentHTML('beforeend', '<b>b</b>')),
        outcomeOf(() => factory.createPolicy('own', {})),
        outcomeOf(() => factory.createPolicy('angular#unsafe-bypass', {})),
      ];
    });
    expect(outcomes).toEqual(new Array(6).fill('TypeError'));
    await reported;
    await page.close();
    // This journey alone means to break the policies; any other fails by it.
    const texts = refused.splice(0);
    expect(texts.length).toBeGreaterThanOrEqual(outcomes.length);
    for (const text of texts)
      expect(text).toMatch(/Trusted(HTML|Script|ScriptURL)|trusted-types|TrustedTypePolicy/);
  });

  test('lets Swagger UI call the API as the person who is signed in', async ({ page, signInAs }) => {
    await signInAs('admin@example.com');
    await page.goto('/api/docs');
    const route = page.locator('.opblock', { hasText: '/api/auth/me' }).first();
    await route.locator('.opblock-summary-control').click();
    await route.getByRole('button', { name: 'Try it out' }).click();
    await route.getByRole('button', { name: 'Execute' }).click();
    await expect(route.locator('.responses-table.live-responses-table')).toContainText('admin@example.com');
  });
});
