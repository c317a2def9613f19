import type { Locator } from '@playwright/test';

/** Describes what cannot be read in a part of the page. */
export const cutIn = (part: Locator): Promise<string[]> => part.evaluate(faultsOf);

/** In the browser. */
function faultsOf(root: HTMLElement): string[] {
  const wide = (element: Element) => element.scrollWidth - element.clientWidth;
  const textOf = (element: Element) => element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40);
  const isSeen = (element: Element) => element.getClientRects().length > 0 && element.clientWidth > 1;
  const scrolls = (element: Element, axis: 'overflowX' | 'overflowY') =>
    ['auto', 'scroll'].includes(getComputedStyle(element)[axis]);
  const all = [root, ...root.querySelectorAll('*')].filter(isSeen);

  // Numbers and dates are never cut; only names may end in an ellipsis, with the whole name in the tooltip.
  const cut = all
    .filter((element) => element.matches('[role="cell"], [role="columnheader"], td, th, .num, .value'))
    .filter((element) => wide(element) > 0 && getComputedStyle(element).overflowX !== 'visible')
    .filter((element) => element.matches('.r, .num, .value') || !/[a-z]{3}/i.test(element.textContent))
    .map((element) => `"${textOf(element)}" is cut`);

  // A number and its trend stay inside their card.
  const spilled = all
    .filter((element) => element.matches('app-number-card .figure') && wide(element) > 0)
    .map((element) => `"${textOf(element)}" is wider than its card by ${wide(element)}`);

  // Nor is the number of records beside a heading.
  const counts = all
    .filter((element) => element.matches('.card-head .aside') && /^\d/.test(textOf(element)))
    .filter((element) => wide(element) > 0)
    .map((element) => `"${textOf(element)}" is cut`);

  // Headings are never cut.
  const headlines = all
    .filter((element) => element.matches('h1, h2, h3, .label'))
    .filter((element) => wide(element) > 0 && getComputedStyle(element).overflowX !== 'visible')
    .map((element) => `the headline "${textOf(element)}" is cut`);

  // A list of rows of one height ends with a whole one.
  const halves = all
    .filter((element) => element.matches('app-today-card ul'))
    .flatMap((list) => {
      const { bottom } = list.getBoundingClientRect();
      const rows = [...list.children].map((row) => row.getBoundingClientRect());
      const isHalf = rows.some((row) => row.top < bottom - 2 && row.bottom > bottom + 2);
      return isHalf ? ['the last row of Today is cut in half'] : [];
    });

  // Only what is meant to scrolls sideways.
  const sideways = all
    .filter((element) => scrolls(element, 'overflowX') && wide(element) > 0)
    .filter((element) => !element.matches('.scroll-x, app-link-plot, nav, .time, .sideways'))
    .map((element) => `${element.tagName}.${element.className} scrolls sideways by ${wide(element)}`);

  // The drawer's is the only scrollbar: none within it, none of the page beside it.
  const upright = all.filter(
    (element) => scrolls(element, 'overflowY') && element.scrollHeight - element.clientHeight > 1,
  );
  const nested = root.matches('[role="dialog"]')
    ? upright
        .filter((element) => element !== root)
        .map((element) => `${element.tagName} scrolls within the drawer`)
    : [];

  // The amount of a list is visible without scrolling.
  const amounts = [...root.querySelectorAll('[role="table"]')].filter(isSeen).flatMap((table) => {
    const rows = [...table.querySelectorAll('[role="row"]:not(.head)')].map((row) => [...row.children]);
    const isMoney = (at: number) => rows.some((row) => row[at]?.textContent.includes('$') ?? false);
    const money = (rows[0] ?? []).filter((cell, at) => cell.matches('.r') && isMoney(at));
    const { right } = (table.closest('.scroll-x') ?? table).getBoundingClientRect();
    const inSight = money.filter((cell) => cell.getBoundingClientRect().right <= right + 1);
    return money.length > 0 && inSight.length === 0 ? [`${textOf(money[0] ?? table)} is out of sight`] : [];
  });
  return [...cut, ...counts, ...spilled, ...headlines, ...halves, ...sideways, ...nested, ...amounts];
}
