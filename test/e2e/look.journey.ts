import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './support/journey.js';

const SERIOUS = new Set(['serious', 'critical']);

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} pixels`, () => {
      test.use({ colorScheme, viewport });

      test('pages fit the screen and have no serious accessibility fault', async ({ page, signInAs }) => {
        const look = async (what: string) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          const serious = violations.filter(({ impact }) => SERIOUS.has(impact ?? ''));
          const faults = serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
          expect(faults, what).toEqual([]);
          const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
          expect(await page.evaluate(overflow), `${what} scrolls sideways`).toBeLessThanOrEqual(0);
        };
        await page.goto('/');
        await expect(page.getByRole('button', { name: 'admin@example.com' })).toBeVisible();
        await look('sign-in');
        await signInAs('admin@example.com');
        await expect(page.locator('app-headline')).toBeVisible();
        await look('Dashboard');
        await page.locator('app-number-card button').first().click();
        await expect(page.getByRole('dialog').getByRole('heading', { level: 2 })).toBeVisible();
        await look('drawer');
        await page.keyboard.press('Escape');
        await page.getByRole('link', { name: /open the data page/ }).click();
        await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
        await look('data page');
      });
    });
  }
}
