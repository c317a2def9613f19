import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './journey.js';

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
] as const;
const ALL = (['light', 'dark'] as const).flatMap((colorScheme) =>
  SIZES.map((size) => ({ colorScheme, ...size })),
);
/** Both themes, a phone and a laptop; with LOOKS=all every width in every theme: see CONTRIBUTING.md. */
const LOOKS = ALL.filter(
  ({ colorScheme, width }) => process.env.LOOKS === 'all' || width === (colorScheme === 'light' ? 390 : 1280),
);

/** All of these must be kept; of what else axe knows to be good practice, what it calls serious. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SERIOUS = new Set(['serious', 'critical']);

/** In light and dark, on a phone and wider: nothing that axe finds, nothing that scrolls sideways. */
export async function looksRight(page: Page, what: string): Promise<void> {
  for (const { colorScheme, width, height } of LOOKS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height });
    await settled(page);
    // From its top: what lies half below the header is a target that a reader scrolls to first.
    await page.evaluate(() => window.scrollTo(0, 0));
    const where = `${what}, ${colorScheme}, ${width} pixels`;
    // The pages have no frames, which only the slower mode looks into.
    const builder = new AxeBuilder({ page }).setLegacyMode().withTags([...WCAG, 'best-practice']);
    const { violations } = await builder.analyze();
    const found = violations
      .filter(({ tags, impact }) => tags.some((tag) => WCAG.includes(tag)) || SERIOUS.has(impact ?? ''))
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
      );
    expect.soft(found, where).toEqual([]);
    const overflow = () => document.documentElement.scrollWidth - window.innerWidth;
    expect.soft(await page.evaluate(overflow), `${where} scrolls sideways`).toBeLessThanOrEqual(0);
  }
}

/** Everything is loaded. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], .bone')).toHaveCount(0);
  // What comes in later is drawn, and named in the moment after.
  await expect(page.locator('app-saved-pages button:not([aria-label])')).toHaveCount(0);
}
