import { chromium } from '@playwright/test';
import { chromium as installed } from '../../../scripts/lib/chromium.mjs';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The Chromium of the journeys, with a page of somebody who is signed in. */
export async function openBrowser(address, { cookie }) {
  const { CHROMIUM_PATH, CHROMIUM_LIBRARIES } = await installed();
  const env = CHROMIUM_LIBRARIES ? { ...process.env, LD_LIBRARY_PATH: CHROMIUM_LIBRARIES } : process.env;
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: ARGUMENTS, env });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: address }]);
  return { browser, page: await context.newPage() };
}
