import type { Page } from '@playwright/test';
import { GoogleAccounts } from '../support/google-accounts.js';
import { freePort } from '../support/free-port.js';
import { invite } from '../support/invite.js';
import { type RunningApp, startApp } from '../support/running-app.js';
import { expect, test as base } from './support/journey.js';

const CLAIMS = { sub: '1', email_verified: true, name: 'Samuel Signal', picture: null };

interface OfWorker {
  /** A product with people of a first start, whom a Google of the test's own knows. */
  entered: { app: RunningApp; accounts: GoogleAccounts; address: string };
}

const test = base.extend<object, OfWorker>({
  entered: [
    async ({ browserName: _ }, use) => {
      const port = await freePort();
      const address = `http://localhost:${port}`;
      const accounts = await GoogleAccounts.start(address);
      const app = await startApp({
        env: { ...accounts.env, MONGO_URL: '', PORT: String(port), PUBLIC_URL: address },
      });
      await use({ app, accounts, address });
      await app.stop();
      await accounts.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/**
 * Google's page, on which people choose one of these accounts. Playwright does not step in where a redirection leads, so
 * that the one to Google becomes a page that sends on.
 */
async function offerAccounts(
  page: Page,
  { accounts, address }: OfWorker['entered'],
  emails: readonly string[],
) {
  await page.route(`${address}/api/auth/google?**`, async (route) => {
    const { location = '' } = (await route.fetch({ maxRedirects: 0 })).headers();
    const body = `<meta http-equiv="refresh" content="0;url=${location.replaceAll('&', '&amp;')}">`;
    return route.fulfill({ contentType: 'text/html', body });
  });
  await page.route('https://accounts.google.com/**', (route) => {
    const links = emails.map((email) => {
      const query = accounts.choose(route.request().url(), { ...CLAIMS, email });
      return `<p><a href="${address}/api/auth/google/callback?${query.toString().replaceAll('&', '&amp;')}">${email}</a>`;
    });
    return route.fulfill({
      contentType: 'text/html',
      body: `<title>Choose an account</title>${links.join('')}`,
    });
  });
}

test.describe('signing in', () => {
  test('goes by way of Google, and comes back to the page that was asked for', async ({ page, entered }) => {
    await offerAccounts(page, entered, ['signal@example.com', 'stranger@example.com']);
    await page.goto(`${entered.address}/?from=a-mail`);
    await page.getByRole('link', { name: 'Continue with Google' }).click();
    await page.getByRole('link', { name: 'stranger@example.com' }).click();
    await expect(page.getByRole('alert')).toHaveText(
      'stranger@example.com cannot sign in here. Ask a super admin to add stranger@example.com, or choose another account.',
    );

    await page.getByRole('link', { name: 'Continue with Google' }).click();
    await page.getByRole('link', { name: 'signal@example.com' }).click();
    await page.getByRole('navigation', { name: 'Pages of this view' }).waitFor();
    await expect(page.getByRole('button', { name: /^Signed in as Samuel Signal/ })).toBeVisible();
    const wanted = `${page.url()}&explain=deals.arr`;
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(/sign-in/);

    await page.goto(wanted);
    await page.getByRole('link', { name: 'Continue with Google' }).click();
    await page.getByRole('link', { name: 'signal@example.com' }).click();
    await expect(page).toHaveURL(/\/v\/view-signal.*explain=deals\.arr/);
  });

  test('goes by a link, once, when the person presses the button', async ({ page, entered }) => {
    const { said } = await invite(
      { DATA_DIR: entered.app.dataDir, PUBLIC_URL: entered.address },
      'admin@example.com',
    );
    const link = /http\S+/.exec(said)?.[0] ?? '';
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: /^Signed in as Ada Admin/ })).toBeVisible();
    await page.getByRole('button', { name: /^Signed in as/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();

    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toHaveText(/^This link opens nothing any more/);
    await expect(page).toHaveURL(/\/sign-in$/);
    await expect(page.getByRole('link', { name: 'Continue with Google' })).toBeVisible();
  });
});
