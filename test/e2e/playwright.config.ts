import { defineConfig } from '@playwright/test';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/* Flags to run Chromium as root and without requests of its own. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The libraries that come with the npm browser are for the browser only: they shadow nothing of the tests. */
const browserEnvironment = () => {
  const env = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined));
  const libraries = process.env.CHROMIUM_LIBRARIES;
  return libraries ? { ...env, LD_LIBRARY_PATH: libraries } : env;
};

/** `npm test` names the browser in CHROMIUM_PATH (scripts/lib/chromium.mjs). */
const browser = () => {
  const path = process.env.CHROMIUM_PATH;
  if (!path) throw new Error('CHROMIUM_PATH is not set: run the journeys with npm test, or name a Chromium.');
  // Most people see scrollbars: the page must fit beside them.
  const ignoreDefaultArgs = ['--hide-scrollbars'];
  return { executablePath: path, args: ARGUMENTS, ignoreDefaultArgs, env: browserEnvironment() };
};

/** The longest first, so that both workers end at about the same time. */
const journeys = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.journey.ts'))
  .sort((a, b) => sizeOf(b) - sizeOf(a));

function sizeOf(file: string): number {
  return statSync(join(import.meta.dirname, file)).size;
}

export default defineConfig({
  testDir: import.meta.dirname,
  // A project each: what the journeys of one file leave behind in the product is there for none of another.
  projects: journeys.map((file) => ({ name: file.replace('.journey.ts', ''), testMatch: `**/${file}` })),
  outputDir: join(root, 'test-results'),
  // Only a guard against hanging: machines that run tests may be busy.
  timeout: 240_000,
  expect: { timeout: 60_000 },
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [['list'], ['json']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'Europe/Paris',
    launchOptions: browser(),
    // With TRACE=1 a failure leaves one; recording them takes two fifths more time.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
  },
});
