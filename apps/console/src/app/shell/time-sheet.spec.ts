import { TestBed } from '@angular/core/testing';
import { Address } from '../session/address';
import { PAGES } from '../session/pages';
import { CONSOLE_PAGES } from '../pages';
import { button, openPage, textOf } from '../testing/at';
import { Dialogs } from '../ui/dialog/dialogs';
import { TimeSheet } from './time-sheet';

async function sheet() {
  TestBed.configureTestingModule({ providers: [{ provide: PAGES, useValue: CONSOLE_PAGES }] });
  const page = await openPage(TimeSheet, '/v/organic/dashboard?period=half:2026-H2');
  const close = vi.spyOn(TestBed.inject(Dialogs), 'close');
  page.element.querySelector<HTMLElement>('app-period-picker .label')?.click();
  await page.settle();
  button(document.body, /^Two dates/).click();
  await page.settle();
  const say = async (text: string) => {
    const field = page.element.querySelector<HTMLInputElement>('app-date-field input');
    if (!field) throw new Error('The dates are missing.');
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await page.settle();
  };
  const done = async () => {
    [...page.element.querySelectorAll<HTMLElement>('.button.primary')].at(-1)?.click();
    await page.settle();
  };
  return { ...page, close, say, done };
}

describe('the sheet of a phone', () => {
  it('shows the two dates that are being entered once it is done', async () => {
    const { close, say, done } = await sheet();
    await say('15/10/2026');
    await done();
    expect(TestBed.inject(Address).parameter('period')).toBe('custom:2026-10-15..2026-12-31');
    expect(close).toHaveBeenCalledOnce();
  });

  it('stays, and says why, where they cannot be shown', async () => {
    const { element, close, say, done } = await sheet();
    await say('2027-01-15');
    await done();
    expect(close).not.toHaveBeenCalled();
    expect(textOf(element.querySelector('[role="alert"]'))).toContain('comes after the last');
  });
});
