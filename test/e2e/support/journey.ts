import { type APIResponse, type BrowserContext, expect, type Page, test as base } from '@playwright/test';
import { type FakeGoogle, startFakeGoogle } from '../../support/fake-google.js';
import { type RunningApp, startApp } from '../../support/running-app.js';

interface OfWorker {
  /** What the product reaches in place of Google. */
  google: FakeGoogle;
  /** The whole product as `npm start` runs it: embedded database, people, sample records. */
  product: RunningApp;
  /** What the policies of the pages refused, in any context of the browser: also one that a journey opens itself. */
  refused: string[];
}

interface OfJourney {
  /** Signs in as one of the people offered, and waits for the first page. */
  signInAs: (email: string) => Promise<void>;
  /** Fails the journey when a policy refused anything, once everything that belongs to the journey is closed. */
  policiesAreKept: undefined;
}

/** A journey through the built product, in a process of its own. */
export const test = base.extend<OfJourney, OfWorker>({
  google: [
    async ({ browserName: _ }, use) => {
      const google = await startFakeGoogle();
      await use(google);
      await google.stop();
    },
    { scope: 'worker' },
  ],
  product: [
    async ({ google }, use) => {
      const product = await startApp({ env: { SEED: 'sample', ...google.env } });
      await use(product);
      await product.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ product }, use) => use(product.address),
  refused: [
    async ({ browser }, use) => {
      const refused: string[] = [];
      const collect = (context: BrowserContext): void => collectRefusals(context, refused);
      browser.on('context', collect);
      await use(refused);
      browser.off('context', collect);
    },
    { scope: 'worker', auto: true },
  ],
  policiesAreKept: [
    async ({ refused }, use) => {
      await use(undefined);
      expect(refused.splice(0), 'what the policies of the pages refused').toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ page }, use) => use((email) => signIn(page, email)),
});

export { expect } from '@playwright/test';

/** A browser writes to the console what a policy refuses; whatever it keeps to itself, its event of the page tells. */
function collectRefusals(context: BrowserContext, refused: string[]): void {
  context.on('console', (message) => {
    const text = message.text();
    if (/content security policy|trusted ?(type|html|script)|permissions[ -]policy|^Refused/i.test(text))
      refused.push(text);
  });
  const told = context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
      console.error(`Content Security Policy: ${effectiveDirective} refused ${blockedURI} ${sample}`);
    });
  });
  // A context that is closed at once has shown no page.
  told.catch(() => undefined);
}

/** Signs in, to this product or another one at the address, and opens its first page. */
export async function signIn(page: Page, email: string, address = ''): Promise<void> {
  // A sign-in page that is still opening asks for a token, too: whichever is given last is the one that counts.
  await expect(async () => {
    await page.request.get(`${address}/api/auth/config`); // gives the token
    const answer = await send(page, 'POST', `${address}/api/auth/local`, { email });
    expect(answer.status()).toBe(200);
  }).toPass({ timeout: 10_000 });
  await page.goto(`${address}/`);
  await page.getByRole('navigation', { name: 'Pages of this view' }).waitFor();
}

/** Id of the view in the address of the page. */
export function viewIdOf(page: Page): string {
  const id = /\/v\/([^/?]+)/.exec(page.url())?.[1];
  if (!id) throw new Error(`${page.url()} names no view.`);
  return id;
}

/** Goes to another view through the switcher. */
export async function switchTo(page: Page, view: string): Promise<void> {
  const before = viewIdOf(page);
  await page.getByRole('button', { name: /^View: / }).click();
  await page.getByRole('menuitemradio', { name: view }).click();
  await page.waitForURL((url) => !url.pathname.includes(before));
}

/** An answer of the API, asked with the session of the page. */
export async function ask<Answer>(page: Page, path: string): Promise<Answer> {
  const response = await page.request.get(path);
  if (!response.ok()) throw new Error(`${path} answered ${response.status()}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** What the API answers to a change, sent with the session and the token of the page. */
export async function send(page: Page, method: string, path: string, data: object): Promise<APIResponse> {
  const token = (await page.context().cookies()).find(({ name }) => name.endsWith('XSRF-TOKEN'))?.value ?? '';
  return page.request.fetch(path, { method, data, headers: { 'x-xsrf-token': decodeURIComponent(token) } });
}
