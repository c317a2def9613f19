import { TestBed } from '@angular/core/testing';
import { Address } from '../session/address';
import { QuestionScope } from '../session/question-scope';
import { button, openPage, textOf } from '../testing/at';
import { ComparisonPicker } from './comparison-picker';

const at = (query: string) => openPage(ComparisonPicker, `/v/organic/dashboard?period=${query}`);

describe('the comparison', () => {
  it.each([
    ['half:2026-H2', 'against H1 2026'],
    ['half:2026-H2&against=last_year', 'against H2 2025'],
    ['quarter:2026-Q3', 'against Q2 2026'],
    ['custom:2026-09-15..2026-10-15', 'against the days before'],
    ['ytd:2026', 'against the year before'],
    ['half:2026-H2&against=none', 'against nothing'],
    ['half:2026-H2&against=whatever', 'against H1 2026'],
    ['half:2027-H1', 'against nothing yet'],
  ])('%s reads %s', async (query, words) => {
    expect(textOf((await at(query)).element)).toBe(words);
  });

  it.each(['ytd:2026', 'ytd:2026&against=last_year'])('of %s offers the same days once', async (query) => {
    const page = await at(query);
    button(page.element, /^against/).click();
    await page.settle();
    const choices = [...document.querySelectorAll('[role="menuitemradio"]')];
    expect(choices.map((choice) => choice.getAttribute('aria-checked'))).toEqual(['true', 'false']);
    expect(textOf(choices[0] ?? null)).toMatch(/^The same days last year 1 Jan\s–\s\d+ \w+ 2025$/);
  });

  it('keeps the choice in the address, unless it is the default', async () => {
    const page = await at('half:2026-H2');
    const address = TestBed.inject(Address);
    const scope = TestBed.inject(QuestionScope);
    const choose = async (at: number) => {
      button(page.element, /^against/).click();
      await page.settle();
      document.querySelectorAll<HTMLElement>('[role="menuitemradio"]')[at]?.click();
      await page.settle();
    };
    await choose(1);
    expect(address.parameter('against')).toBe('last_year');
    expect(scope.ofScreen().against).toBe('last_year');
    await choose(0);
    expect(address.parameter('against')).toBeNull();
    expect(scope.ofScreen().against).toBe('previous');
  });
});
