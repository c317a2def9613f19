import { TestBed } from '@angular/core/testing';
import { isoDay, weekOf } from '@app/domain/period';
import { Address } from '../session/address';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { PeriodPicker } from './period-picker';

const at = (period: string) => openPage(PeriodPicker, `/v/organic/dashboard?period=${period}`);
const address = () => TestBed.inject(Address).parameter('period');

/** Chooses an entry of the menu of periods. */
async function choose(page: OpenedPage, entry: RegExp): Promise<void> {
  page.element.querySelector<HTMLElement>('.label')?.click();
  await page.settle();
  button(document.body, entry).click();
  await page.settle();
}

describe('the period picker', () => {
  it('shows the period of the address', async () => {
    const { element } = await at('half:2026-H2');
    expect(textOf(element.querySelector('.label'))).toBe('H2 2026');
    expect(button(element, 'Half').getAttribute('aria-pressed')).toBe('true');
  });

  it('steps to the previous and next period of the same kind', async () => {
    const page = await at('half:2026-H2');
    button(page.element, 'Previous period').click();
    await page.settle();
    expect(address()).toBe('half:2026-H1');
    button(page.element, 'Next period').click();
    await page.settle();
    expect(address()).toBe('half:2026-H2');
  });

  it('has weeks, and periods around today', async () => {
    const page = await at('half:2026-H2');
    button(page.element, 'Week').click();
    await page.settle();
    const { from } = weekOf(TestBed.inject(Address).today());
    expect(address()).toBe(`week:${isoDay(from)}`);
    button(page.element, 'Previous period').click();
    await page.settle();
    expect(address()).toBe(`week:${isoDay(from - 7)}`);
    await choose(page, /^Last 7 days/);
    expect(address()).toMatch(/^custom:/);
    await choose(page, /^Next month/);
    expect(address()).toMatch(/^month:/);
    expect(button(page.element, 'Month').getAttribute('aria-pressed')).toBe('true');
  });

  it('offers today only in another period', async () => {
    const page = await at('half:2025-H2');
    button(page.element, 'Today').click();
    await page.settle();
    expect(address()).toBe('half:2026-H2');
    expect(() => button(page.element, 'Today')).toThrow();
  });

  it('applies a custom period only once both dates are set', async () => {
    const page = await at('half:2026-H2');
    await choose(page, /^Two dates/);
    expect(address()).toBe('half:2026-H2');
    const [from, to] = page.element.querySelectorAll<HTMLInputElement>('app-date-field input');
    if (!from || !to) throw new Error('The dates are missing.');
    expect(document.activeElement).toBe(from);
    from.value = '2026-12-24';
    from.dispatchEvent(new Event('input'));
    to.value = '2026-10-15';
    to.dispatchEvent(new Event('input'));
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('comes after the last');
    expect(button(page.element, 'Show').disabled).toBe(true);
    from.value = '2026-09-15';
    from.dispatchEvent(new Event('input'));
    to.value = '31 Feb 2026';
    to.dispatchEvent(new Event('change'));
    // Enter in a field sends the form before anything is shown anew.
    page.element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await page.settle();
    expect(address()).toBe('half:2026-H2');
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('Write the date as');
    expect(button(page.element, 'Show').disabled).toBe(true);
    to.value = '15 Oct 2026';
    to.dispatchEvent(new Event('input'));
    await page.settle();
    button(page.element, 'Show').click();
    await page.settle();
    expect(address()).toBe('custom:2026-09-15..2026-10-15');
    expect(textOf(page.element.querySelector('.label'))).toBe('15 Sept – 15 Oct 2026');
    expect(document.activeElement?.className).toContain('label');
  });

  it('is done with two dates once one turns to something else, and forgets them', async () => {
    const page = await at('half:2026-H2');
    const from = () => page.element.querySelector<HTMLInputElement>('app-date-field input');
    const elsewhere = document.body.appendChild(document.createElement('button'));
    const turns = [
      () => elsewhere.dispatchEvent(new Event('pointerdown', { bubbles: true })),
      () => from()?.dispatchEvent(new FocusEvent('focusout', { bubbles: true, relatedTarget: elsewhere })),
    ];
    for (const turn of turns) {
      await choose(page, /^Two dates/);
      const field = from();
      if (!field) throw new Error('The dates are missing.');
      expect(field.value).toBe('1 Jul 2026');
      field.value = '15/09/2026';
      field.dispatchEvent(new Event('input'));
      field.dispatchEvent(new Event('pointerdown', { bubbles: true }));
      await page.settle();
      expect(from()).not.toBeNull();
      turn();
      await page.settle();
      expect(from()).toBeNull();
    }
    elsewhere.remove();
    expect(address()).toBe('half:2026-H2');
  });

  it('asks for no more years than can be shown', async () => {
    const page = await at('half:2026-H2');
    await choose(page, /^Two dates/);
    const [from] = page.element.querySelectorAll<HTMLInputElement>('app-date-field input');
    if (!from) throw new Error('The dates are missing.');
    from.value = '1900-01-01';
    from.dispatchEvent(new Event('input'));
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toBe('At most 100 years can be shown.');
  });

  it('shows an as-of date in the address, and leads back to today', async () => {
    const page = await openPage(PeriodPicker, '/v/organic/dashboard?period=half:2025-H2&as_of=2025-12-01');
    button(page.element, /as of 1 Dec 2025/).click();
    await page.settle();
    expect(TestBed.inject(Address).asOf()).toBeNull();
    expect(address()).toBe('half:2026-H2');
  });
});
