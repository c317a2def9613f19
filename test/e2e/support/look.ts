import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey.js';

const SERIOUS = new Set(['serious', 'critical']);
const LOOKS = [
  { colorScheme: 'light', width: 1440, height: 900 },
  { colorScheme: 'light', width: 390, height: 844 },
  { colorScheme: 'dark', width: 390, height: 844 },
  { colorScheme: 'dark', width: 1440, height: 900 },
] as const;

/** In light and dark, on a laptop and on a phone: nothing that axe calls serious, nothing that scrolls sideways. */
export async function looksRight(page: Page, what: string): Promise<void> {
  for (const { colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await settled(page);
    const where = `${what}, ${colorScheme}, ${width} pixels`;
    const { violations } = await rules(page, colorScheme).analyze();
    const serious = violations.filter(({ impact }) => SERIOUS.has(impact ?? ''));
    const found = serious.map(
      ({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''} ${nodes[0]?.failureSummary ?? ''}`,
    );
    expect.soft(found, where).toEqual([]);
    const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
    expect.soft(await page.evaluate(overflow), `${where} scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

/** Dark differs from light by its colours alone. The pages have no frames, which only the slower mode looks into. */
function rules(page: Page, colorScheme: 'light' | 'dark'): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode();
  return colorScheme === 'light' ? builder : builder.withRules(['color-contrast']);
}

/** Everything is loaded. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .bone')).toHaveCount(0);
}
